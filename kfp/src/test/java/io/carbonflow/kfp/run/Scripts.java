// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import module java.base;
import io.carbonflow.kfp.ir.ContainerSpec;
import io.carbonflow.kfp.ir.PipelineSpec;
import io.carbonflow.kfp.ir.SpecYaml;
import io.carbonflow.kfp.step.Console;
import io.carbonflow.kfp.step.Terminal;

/// Runs pipelines whose containers are commands of this machine, and keeps what they say.
final class Scripts implements Launcher {
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private final Path folder;

  /// @param folder the run's folder
  Scripts(Path folder) {
    this.folder = folder;
  }

  @Override
  public void launch(Job job, Console console) throws Exception {
    List<String> words = new ArrayList<>(job.container().command());
    words.addAll(job.container().args());
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().putAll(job.container().env());
    Process process = builder.start();
    try {
      process.inputReader(StandardCharsets.UTF_8).lines().forEach(console::line);
      if (process.waitFor() != 0) {
        throw new IllegalStateException("exit code " + process.exitValue());
      }
    } finally {
      process.destroyForcibly().onExit().join();
    }
  }

  @Override
  public String version(ContainerSpec container) {
    return "1";
  }

  /// A pipeline of components and tasks.
  ///
  /// @param root inputs, outputs and tasks of the whole, below `root:`
  /// @param components the components
  /// @param executors for each label what `sh` is to do, arguments behind it
  static PipelineSpec pipeline(String root, String components, Map<String, List<String>> executors) {
    StringBuilder containers = new StringBuilder();
    executors.forEach((label, words) -> containers.append(
        "%s: {container: {image: example/image:1, command: [sh, -c], args: [%s]}}\n".formatted(label,
            words.stream().map(word -> "'" + word.replace("'", "''") + "'")
                .collect(Collectors.joining(", ")))));
    return SpecYaml.read("small.yaml", """
        pipelineInfo: {name: small}
        schemaVersion: 2.1.0
        sdkVersion: kfp-2.17.0
        root:
        %scomponents:
        %sdeploymentSpec:
          executors:
        %s""".formatted(root.indent(2), components.indent(2), containers.toString().indent(4)));
  }

  LocalRunner.Results run(PipelineSpec pipeline, Map<String, ?> parameters) throws Exception {
    return run(this, pipeline, parameters);
  }

  /// @param launcher runs the containers in place of this
  LocalRunner.Results run(Launcher launcher, PipelineSpec pipeline, Map<String, ?> parameters)
      throws Exception {
    shown.reset();
    return new LocalRunner(launcher, new Terminal(
        new PrintStream(shown, true, StandardCharsets.UTF_8), false, System::nanoTime)::console)
        .run(pipeline, parameters, folder, true);
  }

  /// What the last run has shown.
  String said() {
    return shown.toString(StandardCharsets.UTF_8);
  }
}
