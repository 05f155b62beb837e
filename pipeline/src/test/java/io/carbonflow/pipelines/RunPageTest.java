// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.kfp.ir.Component;
import io.carbonflow.kfp.ir.PipelineSpec;
import io.carbonflow.kfp.ir.Task;
import io.carbonflow.kfp.pipeline.Compiler;
import io.carbonflow.kfp.pipeline.PipelineDeclaration;
import io.carbonflow.kfp.pipeline.StepImage;
import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.Declaration;
import io.carbonflow.kfp.step.Port;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a person sees of the pipelines on Kubeflow's run page.
class RunPageTest {

  static Stream<PipelineSpec> pipelines() {
    return PipelineDeclaration.all().stream()
        .filter(declared -> declared.pipeline().getClass().getPackageName()
            .equals(Training.class.getPackageName()))
        .map(declared -> Compiler.compile(declared.pipeline(), new StepImage("example/carbonflow:1", "carbonflow")));
  }

  private static PipelineSpec training() {
    return Compiler.compile(new Training(), new StepImage("example/carbonflow:1", "carbonflow"));
  }

  /// Search steps have one record of outputs; all others have names of their own.
  @Test
  void noTwoKindsOfArtifactsHaveOneName() {
    Map<String, Class<?>> kinds = new HashMap<>();
    for (Declaration step : Declaration.all()) {
      for (Port port : step.outputs()) {
        if (port.kind() instanceof Port.Kind.File file
            && file.java().getName().startsWith("io.carbonflow.components.")) {
          Class<?> other = kinds.put(port.name(), file.java());
          assertTrue(other == null || other == file.java(), step.name() + ", " + port.name());
        }
      }
    }
    for (String vague : List.of("report", "page", "text", "model", "result", "table", "rows")) {
      assertTrue(vague.equals("report") == kinds.containsKey(vague), vague);
    }
  }

  @Test
  void ofATrainingSixArtifactsAndNoParameterAreNextToItsOutermostPart() {
    assertEquals(Set.of("bundle", "metrics", "predictions", "report", "summary", "verdict_page"),
        training().root().outputs().artifacts().keySet());
    assertEquals(Set.of(), training().root().outputs().parameters().keySet());
  }

  @Test
  void aRunOnThisMachineHasAllResults() {
    Set<String> all = new TreeSet<>(Compiler.compileWhole(
        new Training(), new StepImage("example/carbonflow:1", "carbonflow")).root().outputs().artifacts().keySet());
    assertTrue(all.containsAll(training().root().outputs().artifacts().keySet()));
    all.removeAll(training().root().outputs().artifacts().keySet());
    assertEquals(Set.of("model_card", "model_card_page", "plots", "validation_page", "verdict", "verdict_summary"), all);
  }

  /// What a person sees of metrics are their numbers, so nothing else is in their metadata.
  @ParameterizedTest
  @MethodSource("pipelines")
  void metricsAreNumbersAlone(PipelineSpec pipeline) {
    Stream.concat(Stream.of(pipeline.root()), pipeline.components().values().stream())
        .flatMap(component -> component.outputs().artifacts().entrySet().stream())
        .filter(output -> output.getValue().schemaTitle()
            .equals(Artifact.Type.METRICS.schemaTitle()))
        .forEach(output -> assertEquals(Map.of(), output.getValue().metadata(), output.getKey()));
  }

  @Test
  void filesOfMetricsAreCalledAsTheirOutputs() {
    for (Declaration step : Declaration.all()) {
      for (Port port : step.outputs()) {
        if (port.kind() instanceof Port.Kind.File file && file.type() == Artifact.Type.METRICS
            && file.java().getName().startsWith("io.carbonflow.components.")) {
          assertEquals(file.fileName(), new Component.ArtifactSpec(
              file.type().schemaTitle(), false, Map.of(), "").fileName(port.name()));
        }
      }
    }
  }

  /// `UpdateDAGExecutionsState` of backend/src/v2/metadata/client.go at 2.17 is called when a
  /// container ends, and by nothing else. So a container has to run in each part of a pipeline that
  /// no condition keeps from running, as late as the part's conditions are looked at, and not from
  /// the cache.
  @ParameterizedTest
  @MethodSource("pipelines")
  void aGroupOfTasksEndsWithAContainerWhateverItsConditionsSay(PipelineSpec pipeline) {
    pipeline.components().values().forEach(component -> {
      if (component.body() instanceof Component.Dag dag) {
        dag.tasks().values().stream()
            .filter(task -> task.policy().trigger().condition().isPresent())
            .forEach(condition -> assertTrue(dag.tasks().values().stream().anyMatch(
                other -> closes(pipeline, condition, other)), condition.label()));
      }
    });
  }

  private static boolean closes(PipelineSpec pipeline, Task condition, Task other) {
    return pipeline.components().get(other.component()).body() instanceof Component.Executor
        && !other.policy().cached()
        && other.dependentTasks().containsAll(condition.dependentTasks());
  }

  @ParameterizedTest
  @MethodSource("pipelines")
  void aTrainingEndsWithTheCheckOfTheFloor(PipelineSpec pipeline) {
    pipeline.components().values().forEach(component -> {
      if (component.body() instanceof Component.Dag dag && dag.tasks().containsKey("publish")) {
        Task check = dag.tasks().get("check-floor");
        assertEquals(Set.of("publish"), check.dependentTasks());
        assertFalse(check.policy().cached());
        assertTrue(check.policy().trigger().condition().isEmpty());
      }
    });
  }
}
