// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.ir;

import module java.base;
import io.carbonflow.kfp.ir.Component.Interface;
import io.carbonflow.kfp.step.RunVariable;

/// What Kubeflow 2.17's driver does other than its IR says, so that a pipeline that its server takes
/// would fail in the middle of a run, or run on the wrong things. docs/design/kubeflow.md names the
/// place in Kubeflow's sources for each rule.
///
/// @param wiring the DAG that the tasks are in
/// @param uses the tasks that run this DAG
record DriverRules(Wiring wiring, List<Task> uses, SpecCheck.Target target) {
  /// Constants that the driver puts something else in place of, beside those of [RunVariable].
  private static final Set<String> REPLACED = Set.of(
      "{{$.pipeline_job_resource_name}}", "{{$.pipeline_task_name}}", "{{$.pipeline_task_uuid}}",
      "{{$.pipeline_job_create_time_utc}}", "{{$.pipeline_job_schedule_time_utc}}");
  private static final String WORKSPACE = "{{$.workspace_path}}";

  /// Checks a pipeline whose references are known to hold.
  ///
  /// @param target what it should run on
  /// @param source what it is called in messages
  /// @throws io.carbonflow.base.fault.Problem for the first thing that is wrong, with task and input
  static void check(String source, PipelineSpec pipeline, SpecCheck.Target target) {
    Map<String, List<Task>> uses = new TreeMap<>();
    Stream.concat(Stream.of(pipeline.root()), pipeline.components().values().stream())
        .flatMap(SpecCheck::tasks)
        .forEach(task -> uses.computeIfAbsent(task.component(), _ -> new ArrayList<>()).add(task));
    check(source, pipeline, pipeline.root(), List.of(), target);
    pipeline.components().forEach((name, component) -> check(source + ", component " + name,
        pipeline, component, uses.getOrDefault(name, List.of()), target));
    new ArgoNames(source).check(pipeline);
  }

  private static void check(
      String where, PipelineSpec pipeline, Component component, List<Task> uses,
      SpecCheck.Target target) {
    if (component.body() instanceof Component.Dag dag) {
      var rules = new DriverRules(
          new Wiring(where, pipeline, component, dag), uses, target);
      dag.tasks().forEach(rules::task);
      dag.parameters().forEach((name, sources) -> rules.choice(name, sources.size()));
      dag.artifacts().forEach((name, sources) -> rules.choice(name, sources.size()));
      new ExitRules(rules.wiring).run();
    }
  }

  private void task(String name, Task task) {
    task.parameters().forEach((key, source) -> parameter("task " + name + ", input " + key, source));
    Component component = wiring.pipeline().components().get(task.component());
    switch (component.body()) {
      case Component.Dag _ -> artifacts(name, task, component.inputs());
      case Component.Executor(String label)
          when wiring.pipeline().importers().containsKey(label) -> new ImporterRules(
              wiring, name, task, component, wiring.pipeline().importers().get(label)).run();
      case Component.Executor(String label) -> new ArgumentRules(
          wiring, name, task, wiring.pipeline().executors().get(label), target).run();
    }
    task.policy().loop().ifPresent(loop -> new LoopRules(wiring, name, task, loop).run());
  }

  private void parameter(String place, Task.ParameterSource source) {
    input(source).filter(this::isTakenAway).ifPresent(input -> {
      throw wiring.problem(place, "takes " + input + ", the list that the loop goes over, which"
          + " Kubeflow's driver takes away from each round",
          "hand the list into the loop a second time, as another input");
    });
    if (source instanceof Task.Constant(String text) && (text.contains(WORKSPACE)
        || REPLACED.contains(text) || RunVariable.of(text).isPresent())) {
      throw wiring.problem(place, "is '" + text + "', for which Kubeflow's driver puts something"
          + " else", "give another text");
    }
  }

  private static Optional<String> input(Task.ParameterSource source) {
    return switch (source) {
      case Task.ComponentInput input -> Optional.of(input.name());
      case Task.InputField input -> Optional.of(input.name());
      default -> Optional.empty();
    };
  }

  private boolean isTakenAway(String input) {
    return uses.stream().flatMap(use -> use.policy().loop().stream())
        .anyMatch(loop -> loop.items().equals(new Task.ItemsOf(input)));
  }

  private void artifacts(String name, Task task, Interface inputs) {
    Map<Task.ArtifactSource, String> names = new HashMap<>();
    task.artifacts().forEach((key, source) -> {
      String place = "task " + name + ", input " + key;
      if (inputs.artifacts().get(key).list()) {
        throw wiring.problem(place, "takes a list of artifacts into a DAG, of which Kubeflow's"
            + " driver keeps only one",
            "gather them into one artifact in a task before it, and hand that over");
      }
      String other = names.put(source, key);
      if (other != null) {
        throw wiring.problem(place, "is the same artifact as input " + other + ", of which"
            + " Kubeflow's driver knows only one of the names", "hand it over once");
      }
    });
  }

  private void choice(String output, int sources) {
    if (sources > 1 && uses.stream().anyMatch(use -> use.policy().loop().isPresent())) {
      throw wiring.problem("output " + output, "is one of several, which Kubeflow's driver does not"
          + " find in a round of a loop", "put the choice into a DAG of its own inside the loop");
    }
  }
}
