// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.kfp.ir.PipelineSpec;
import io.carbonflow.kfp.ir.SpecYaml;
import io.carbonflow.kfp.step.Commands;
import io.carbonflow.kfp.step.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompileCommandTest {
  @TempDir Path project;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int compile(String... options) {
    out.reset();
    String[] args = new String[options.length + 2];
    args[0] = "compile";
    args[1] = "--output=" + project;
    System.arraycopy(options, 0, args, 2, options.length);
    return Carbonflow.execute(new Streams(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8)), args);
  }

  private String shown() {
    return out.toString(StandardCharsets.UTF_8).replace("\r", "");
  }

  @Test
  void itWritesWhatFollowsFromTheDeclarationsAndNamesIt() {
    assertEquals(Commands.OK, compile());
    assertTrue(shown().contains("kubeflow/components/train-svm.yaml\n"), this::shown);
    assertTrue(Files.exists(project.resolve("kubeflow/pipelines/training.yaml")));
    assertTrue(Files.exists(project.resolve("docs/reference/steps/train-svm.md")));
    assertEquals(Commands.OK, compile());
    assertEquals("Everything is up to date\n", shown());
  }

  @Test
  void theImageStandsInPipelinesAndComponents() throws Exception {
    String image = "registry.example:5000/team/carbonflow:2";
    assertEquals(Commands.OK, compile("--image", image));
    PipelineSpec training =
        SpecYaml.read(project.resolve("kubeflow/pipelines/training.yaml"));
    assertTrue(training.executors().values().stream()
        .allMatch(container -> container.image().equals(image)));
    assertTrue(Files.readString(project.resolve("kubeflow/components/merge.yaml"))
        .contains("image: " + image + "\n"));
  }

  @Test
  void theImageIsThePublishedOneOfThisVersionUnlessNamed() {
    String image = Carbonflow.defaultImage();
    assertTrue(image.matches("ghcr[.]io/carbonflow/carbonflow:\\d+[.]\\d+[.]\\d+"), image);
  }

  @Test
  void anImageThatIsNoReferenceIsRefusedBeforeAnythingIsWritten() throws Exception {
    assertEquals(Commands.FAILED, compile("--image=Not An Image"));
    assertTrue(err.toString(StandardCharsets.UTF_8).contains("'Not An Image' is not an image reference"));
    try (var files = Files.list(project)) {
      assertEquals(0, files.count());
    }
  }
}
