package io.carbonflow.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What Kubeflow 2.17's driver does other than its IR says, so that a pipeline that its server takes
/// would fail in the middle of a run, or run on the wrong things. docs/design/kubeflow.md names the
/// place in Kubeflow's sources for each.
///
/// @param wiring the DAG that the tasks are in
/// @param uses the tasks that run this DAG
record DriverRules(Wiring wiring, List<Task> uses) {

  /// Checks a pipeline whose references are known to hold.
  ///
  /// @param source what it is called in messages
  /// @throws io.carbonflow.fault.Problem for the first thing that is wrong, with task and input
  static void check(String source, PipelineSpec pipeline) {
    Map<String, List<Task>> uses = new TreeMap<>();
    Stream.concat(Stream.of(pipeline.root()), pipeline.components().values().stream())
        .flatMap(SpecCheck::tasks)
        .forEach(task -> uses.computeIfAbsent(task.component(), _ -> new ArrayList<>()).add(task));
    check(source, pipeline, pipeline.root(), List.of());
    pipeline.components().forEach((name, component) -> check(source + ", component " + name,
        pipeline, component, uses.getOrDefault(name, List.of())));
  }

  private static void check(
      String where, PipelineSpec pipeline, Component component, List<Task> uses) {
    if (component.body() instanceof Component.Dag dag) {
      var rules = new DriverRules(new Wiring(where, pipeline, component, dag), uses);
      dag.tasks().forEach(rules::task);
    }
  }

  private void task(String name, Task task) {
    task.parameters().forEach((key, source) -> input(source)
        .filter(this::isTakenAway).ifPresent(input -> {
          throw wiring.problem(place(name, key), "takes " + input + ", the list that the loop goes"
              + " over, which Kubeflow's driver takes away from each round",
              "hand the list into the loop a second time, as another input");
        }));
    Component component = wiring.pipeline().components().get(task.component());
    if (component.body() instanceof Component.Dag) {
      task.artifacts().forEach((key, _) -> list(name, key, component.inputs()));
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
    return uses.stream().anyMatch(use -> use.policy().loop()
        .filter(loop -> loop.items().equals(new Task.ItemsOf(input))).isPresent());
  }

  private void list(String name, String key, Component.Interface inputs) {
    if (inputs.artifacts().get(key).list()) {
      throw wiring.problem(place(name, key), "takes a list of artifacts into a DAG, of which"
          + " Kubeflow's driver keeps only one",
          "gather them into one artifact in a task before it, and hand that over");
    }
  }

  private static String place(String name, String key) {
    return "task " + name + ", input " + key;
  }
}
