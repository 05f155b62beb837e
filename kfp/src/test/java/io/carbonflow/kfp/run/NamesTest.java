// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.ir.PipelineSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Outputs may be called as Kubeflow lets them: none is taken for what the runner keeps.
class NamesTest {
  @TempDir Path folder;

  /// One task that writes an output, of this name or file name, and a value.
  private static PipelineSpec writes(String key, String metadata, String task) {
    String type = "artifactType: {schemaTitle: system.Artifact, schemaVersion: 0.0.1}";
    return Scripts.pipeline("""
        outputDefinitions: {artifacts: {%1$s: {%2$s%3$s}}}
        dag:
          outputs: {artifacts: {%1$s: {artifactSelectors: [{producerSubtask: %4$s, outputArtifactKey: %1$s}]}}}
          tasks: {%4$s: {componentRef: {name: write}, cachingOptions: {enableCache: true}}}
        """.formatted(key, type, metadata, task), """
        write:
          executorLabel: write
          outputDefinitions: {artifacts: {%1$s: {%2$s%3$s}},
                              parameters: {%4$s: {parameterType: STRING}}}
        """.formatted(key, type, metadata, "of-" + key), Map.of("write", List.of(
            "echo working; mkdir $0; echo content >$0/inner; echo value >$1",
            "{{$.outputs.artifacts['" + key + "'].path}}",
            "{{$.outputs.parameters['of-" + key + "'].output_file}}")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"task.json", "log.txt", "parameters", "executor_output.json", "write.json",
      "write.log", "executor", "lock"})
  void noOutputIsTakenForWhatTheRunnerKeeps(String name) throws Exception {
    Path run = folder.resolve("run");
    Scripts scripts = new Scripts(run);
    for (PipelineSpec pipeline : List.of(writes(name, "", "write"),
        writes("it", ", metadata: {file_name: " + name + "}", "write"))) {
      scripts.run(pipeline, Map.of());
      assertEquals("content\n", Files.readString(run.resolve(name).resolve("inner")));
      assertEquals("working\n", Files.readString(run.resolve("steps/write.log")));
      scripts.run(pipeline, Map.of());
      assertTrue(scripts.said().contains("write: unchanged"), scripts::said);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"steps", "Steps"})
  void anOutputOfAllIsNotCalledAsTheFolderOfTheTasks(String name) throws Exception {
    Path run = folder.resolve("run");
    var e = assertThrows(Problem.class,
        () -> new Scripts(run).run(writes(name, "", "write"), Map.of()));
    assertEquals("pipeline small, output " + name + ": would lie at " + name + " in the run's folder,"
        + " where its tasks do; give it another name, or run the pipeline on Kubeflow", e.getMessage());
    assertFalse(Files.exists(run));
  }

  @Test
  void aTaskMayBeCalledAsAFolderOfTheRunner() throws Exception {
    for (String task : List.of("steps", "parameters", "log", "json")) {
      Path run = folder.resolve(task);
      new Scripts(run).run(writes("it", "", task), Map.of());
      assertEquals("content\n", Files.readString(run.resolve("steps").resolve(task).resolve("it/inner")));
    }
  }
}
