// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.kfp.ir.Component;
import io.carbonflow.kfp.ir.ContainerSpec;
import io.carbonflow.kfp.ir.PipelineSpec;
import io.carbonflow.kfp.ir.Resources;
import io.carbonflow.kfp.ir.Task;
import io.carbonflow.kfp.pipeline.Compiler;
import io.carbonflow.kfp.pipeline.StepImage;
import io.carbonflow.kfp.run.container.ResourceQuantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the tasks ask of a cluster, beside what `deploy/kubernetes` lets them have.
class ResourceRequestsTest {
  private static final Path LIMITS = Path.of("..", "deploy", "kubernetes", "base", "limits.yaml");
  /// Shards of each search where nothing else is said, and searches.
  private static final int SIDE_BY_SIDE = 3 * 3;

  private static BigDecimal asked(ContainerSpec container, Resources.Kind kind) {
    return ResourceQuantity.of(container.resources().amounts().get(kind));
  }

  private static BigDecimal quota(String name) throws Exception {
    Matcher line = Pattern.compile(name + ": \"?([0-9a-zA-Z]+)\"?").matcher(Files.readString(LIMITS));
    assertTrue(line.find(), name);
    return ResourceQuantity.of(line.group(1));
  }

  @Test
  void aTrainingInOneTaskFitsOnANodeOfTwoCores() {
    ContainerSpec whole = Compiler.compile(new TrainingCompact(), new StepImage("example/carbonflow:1", "carbonflow"))
        .executors().get("exec-training");
    // A node keeps a part of its cores for itself, and others run there too.
    assertTrue(asked(whole, Resources.Kind.CPU_REQUEST).compareTo(BigDecimal.ONE) <= 0);
    assertEquals(ResourceQuantity.of("4"), asked(whole, Resources.Kind.CPU_LIMIT));
  }

  @Test
  void allShardsOfAllSearchesFitIntoTheQuota() throws Exception {
    ContainerSpec search = Compiler.compile(new TrainingDistributed(), new StepImage("example/carbonflow:1", "carbonflow"))
        .executors().get("exec-screen-svm");
    for (var kind : Map.of("requests.cpu", Resources.Kind.CPU_REQUEST,
        "requests.memory", Resources.Kind.MEMORY_REQUEST).entrySet()) {
      BigDecimal all = asked(search, kind.getValue()).multiply(BigDecimal.valueOf(SIDE_BY_SIDE));
      assertTrue(all.compareTo(quota(kind.getKey())) <= 0, kind.getKey() + " " + all);
    }
  }

  /// The deadlines on the longest way through tasks that follow each other.
  private static Duration longest(PipelineSpec pipeline, Component component) {
    return switch (component.body()) {
      case Component.Executor executor ->
          pipeline.executors().get(executor.label()).deadline().orElseThrow();
      case Component.Dag dag -> dag.tasks().keySet().stream()
          .map(task -> until(pipeline, dag, task)).max(Comparator.naturalOrder()).orElseThrow();
    };
  }

  private static Duration until(PipelineSpec pipeline, Component.Dag dag, String name) {
    Task task = dag.tasks().get(name);
    return task.dependentTasks().stream().map(before -> until(pipeline, dag, before))
        .max(Comparator.naturalOrder()).orElse(Duration.ZERO)
        .plus(longest(pipeline, pipeline.components().get(task.component())));
  }

  @ParameterizedTest
  @MethodSource("io.carbonflow.pipelines.RunPageTest#pipelines")
  void everyTaskHasADeadlineWithinThatOfTheRun(PipelineSpec pipeline) {
    Duration run = pipeline.deadline().orElseThrow();
    pipeline.executors().forEach((label, container) -> assertTrue(
        container.deadline().orElseThrow().multipliedBy(2).compareTo(run) <= 0, label));
    assertTrue(longest(pipeline, pipeline.root()).compareTo(run) < 0);
    assertTrue(pipeline.executors().get("exec-notify").deadline().orElseThrow()
        .compareTo(Duration.ofMinutes(10)) <= 0);
  }
}
