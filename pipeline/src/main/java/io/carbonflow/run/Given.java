package io.carbonflow.run;

import io.carbonflow.ir.Component.TaskOutput;
import io.carbonflow.ir.Task;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Values by name: what a component takes, or what a task has given.
///
/// @param parameters the values of parameters
/// @param artifacts the files of artifacts; more than one where outputs were collected
record Given(Map<String, Object> parameters, Map<String, List<Path>> artifacts) {

  /// What a task takes, from what its DAG takes and what the tasks before it have given.
  ///
  /// @param scope the inputs of the component the DAG belongs to
  /// @param done what each ended task has given
  static Given to(Task task, Given scope, Map<String, Given> done) {
    Map<String, Object> parameters = new TreeMap<>();
    task.parameters().forEach((name, source) -> parameters.put(name, switch (source) {
      case Task.Constant constant -> constant.value();
      case Task.ComponentInput input -> scope.parameters().get(input.name());
      case Task.Output output -> done.get(output.of().task()).parameter(output.of());
    }));
    Map<String, List<Path>> artifacts = new TreeMap<>();
    task.artifacts().forEach((name, source) -> artifacts.put(name, switch (source) {
      case Task.ComponentInput input -> scope.artifacts().get(input.name());
      case Task.Output output -> done.get(output.of().task()).artifact(output.of());
    }));
    return new Given(parameters, artifacts);
  }

  Object parameter(TaskOutput output) {
    return present(parameters.get(output.key()), output);
  }

  List<Path> artifact(TaskOutput output) {
    return present(artifacts.get(output.key()), output);
  }

  private static <T> T present(T value, TaskOutput output) {
    if (value == null) {
      throw new IllegalStateException(
          "task " + output.task() + " has no output " + output.key());
    }
    return value;
  }
}
