// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.kfp.run.container.HostEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `run FILE.yaml --runner=container` as a process, with a program in place of the engine.
class ContainerRunTest {
  /// One task of another's making: it copies a file, through a shell that is not a step of ours.
  private static final String PIPELINE = """
      pipelineInfo: {name: copying}
      schemaVersion: 2.1.0
      sdkVersion: kfp-2.17.0
      root:
        inputDefinitions:
          parameters:
            source: {parameterType: STRING}
            script: {parameterType: STRING, defaultValue: 'cat "$1" >"$2"', isOptional: true}
        outputDefinitions:
          artifacts:
            copy: {artifactType: {schemaTitle: system.Dataset, schemaVersion: 0.0.1}}
        dag:
          outputs:
            artifacts:
              copy: {artifactSelectors: [{producerSubtask: copy, outputArtifactKey: text}]}
          tasks:
            copy:
              taskInfo: {name: copy}
              componentRef: {name: comp-copy}
              cachingOptions: {enableCache: true}
              inputs:
                parameters:
                  source: {componentInputParameter: source}
                  script: {componentInputParameter: script}
      components:
        comp-copy:
          executorLabel: exec-copy
          inputDefinitions:
            parameters:
              source: {parameterType: STRING}
              script: {parameterType: STRING}
          outputDefinitions:
            artifacts:
              text: {artifactType: {schemaTitle: system.Dataset, schemaVersion: 0.0.1}}
      deploymentSpec:
        executors:
          exec-copy:
            container:
              image: here
              command: [sh, -c]
              args:
              - '{{$.inputs.parameters[''script'']}}'
              - copy
              - '{{$.inputs.parameters[''source'']}}'
              - '{{$.outputs.artifacts[''text''].path}}'
      """;
  /// A second task, side by side with the first.
  private static final String OTHER = """
            other:
              taskInfo: {name: other}
              componentRef: {name: comp-copy}
              cachingOptions: {enableCache: true}
              inputs:
                parameters:
                  source: {componentInputParameter: source}
                  script: {runtimeValue: {constant: 'echo $$ >pid; exec sleep 60'}}
      """;
  @TempDir Path folder;
  private HostEngine host;
  private Path pipeline;
  private Path run;

  private record Ended(int exit, String out, String err) {}

  @BeforeEach
  void aPipelineAndAnEngine() throws Exception {
    host = new HostEngine(folder.resolve("bin"));
    pipeline = Files.writeString(folder.resolve("copying.yaml"), PIPELINE);
    Files.writeString(folder.resolve("source.txt"), "ab");
    run = folder.resolve("run");
  }

  private Process start(String... more) throws IOException {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp",
        System.getProperty("java.class.path"), Carbonflow.class.getName(), "run",
        pipeline.toString(), "--param=source=source.txt", "--output=" + run));
    command.addAll(List.of(more));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(host.environment());
    return builder.start();
  }

  private Ended run(String... more) throws Exception {
    Process process = start(more);
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    return new Ended(process.exitValue(), out, err);
  }

  private void fails(int exit, String message, String... more) throws Exception {
    Ended ended = run(more);
    assertEquals("carbonflow run " + pipeline + ": " + message,
        ended.err().lines().filter(line -> line.startsWith("carbonflow run "))
        .findFirst().orElse(""));
    assertEquals(exit, ended.exit());
    assertFalse(Files.exists(run));
  }

  @Test
  void aTaskRunsInItsImageAndAgainWhenTheImageIsAnother() throws Exception {
    Ended first = run("--runner=container");
    assertEquals("Results are in " + run + "\n", first.out(), first.err());
    assertEquals("ab", Files.readString(run.resolve("copy")));
    assertEquals("copy: unchanged\n", run("--runner=container").err());
    host.image("here", "id-of-another");
    assertEquals("", run("--runner=container").err());
    assertEquals(2, host.calls("run").size());
    assertTrue(host.calls("run").getLast().contains("id-of-another"));
  }

  @Test
  void anImageOfTheCallersIsPulledBeforeAnythingRuns() throws Exception {
    assertEquals("pulling image remote/a:1\n",
        run("--runner=container", "--image=remote/a:1", "--network=none").err());
    assertTrue(host.calls("run").getFirst().contains("pulled-remote/a:1"));
  }

  @Test
  void aFailureNamesTaskImageExitCodeAndLogAndLeavesNothing() throws Exception {
    Ended ended = run("--runner=container", "--param=script=echo half >\"$2.part\"; exit 3");
    assertEquals("carbonflow run " + pipeline + ": task copy failed: image here: ended with exit code 3;"
        + " correct what it says (its log is " + run + "/steps/copy.log;"
        + " the same command goes on from this task)\n", ended.err());
    assertEquals(1, ended.exit());
    assertFalse(Files.exists(run.resolve("copy")));
    run("--runner=container");
    assertEquals("ab", Files.readString(run.resolve("copy")));
  }

  @Test
  void whatIsMissingIsReportedBeforeAnythingIsMade() throws Exception {
    fails(1, "image gone: is not on this machine and cannot be pulled (Error:"
        + " initializing source gone: connection refused); correct its name, build it, or log in"
        + " to its registry; or use --runner=jvm", "--runner=container", "--image=gone");
    host.environment().put("PATH", folder.toString());
    fails(1, "--runner=container: there is neither podman nor docker on the path;"
        + " install one (Debian and Ubuntu: apt-get install podman) or use --runner=jvm",
        "--runner=container");
  }

  @Test
  void optionsThatDoNotGoTogetherAreWrongUse() throws Exception {
    fails(2, "--runner: 'pod' is not one of jvm, container", "--runner=pod");
    fails(2, "--image: has no meaning for --runner=jvm; add --runner=container",
        "--image=a");
    fails(2, "--network: has no meaning for --runner=jvm; add --runner=container",
        "--network=a");
    fails(2, "--threads: has no meaning for --runner=container",
        "--runner=container", "--threads=1");
    fails(2, "--image: is empty", "--runner=container", "--image=");
  }

  @Test
  void aTaskThatIsNoStepOfOursNeedsItsContainer() throws Exception {
    assertEquals(1, run().exit());
    assertTrue(run().err().contains(
        "command [sh, -c]: is nothing that this program runs; run it with --runner=container"));
  }

  @Test
  void whenATaskFailsThoseBesideItAreStoppedBeforeTheProgramEnds() throws Exception {
    Files.writeString(pipeline, PIPELINE.replace("    tasks:\n", "    tasks:\n" + OTHER));
    host.answer("stop", "sleep 1; kill $(cat " + folder + "/pid)");
    Ended ended = run("--runner=container",
        "--param=script=while [ ! -s pid ]; do sleep 0.05; done; exit 1");
    assertEquals(1, ended.exit());
    assertTrue(ended.err().contains("task copy failed"), ended.err());
    assertEquals(2, host.calls("rm").size());
    assertFalse(isAlive(folder.resolve("pid")));
  }

  @Test
  void aPathThatOnlyTheFileNamesIsNotShownAndAFolderIsWritableWhereTheCallerSaysSo() throws Exception {
    Path home = Files.createDirectory(folder.resolve("home"));
    Files.writeString(pipeline, PIPELINE.replace(
        "source: {componentInputParameter: source}", "source: {runtimeValue: {constant: " + home + "}}"));
    run("--runner=container");
    assertFalse(host.calls("run").getLast().toString().contains("source=" + home + ","));
    Ended named = run("--runner=container", "--no-cache", "--writable=home");
    assertTrue(host.calls("run").getLast().contains(
        "--mount=type=bind,source=" + home + ",target=/caller" + home), named.err());
    assertTrue(run("--runner=container", "--writable=gone").err()
        .contains("--writable: 'gone' is not an existing folder below /"));
  }

  @Test
  void ctrlCEndsItThoughTheEngineHangs() throws Exception {
    host.environment().put("CARBONFLOW_ENGINE_SECONDS", "1");
    host.answer("run", "echo started; sleep 100");
    host.answer("stop", "exec sleep 100");
    Process process = start("--runner=container");
    assertEquals("copy: started", process.errorReader(StandardCharsets.UTF_8).readLine());
    process.toHandle().destroy();
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    assertEquals(143, process.exitValue());
  }

  private static boolean isAlive(Path pid) throws IOException {
    return ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
        .map(ProcessHandle::isAlive).orElse(false);
  }

  @Test
  void interruptedItRemovesTheContainerAndNothingIsTakenForFinished() throws Exception {
    Path pid = folder.resolve("pid");
    host.answer("stop", "kill $(cat " + pid + ")");
    Process process = start("--runner=container",
        "--param=script=echo half >\"$2\"; echo $$ >" + pid + "; echo started; exec sleep 60");
    assertEquals("copy: started", process.errorReader(StandardCharsets.UTF_8).readLine());
    process.toHandle().destroy();
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    assertEquals(143, process.exitValue());
    assertTrue(process.errorReader(StandardCharsets.UTF_8).readAllAsString().endsWith(
        ": interrupted\nNo task had finished. Give the same command to start again.\n"));
    assertEquals(1, host.calls("rm").size());
    assertFalse(isAlive(pid));
    assertFalse(Files.exists(run.resolve("copy")));
    assertFalse(Files.exists(run.resolve("steps/copy.json")));
    run("--runner=container");
    assertEquals("ab", Files.readString(run.resolve("copy")));
  }
}
