package io.carbonflow.run;

import io.carbonflow.ir.Component;
import io.carbonflow.ir.Component.TaskOutput;
import io.carbonflow.ir.Task;
import io.carbonflow.step.ParameterType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Values by name: what a component takes, or what a task has given.
///
/// @param parameters the values of parameters; an optional one may be missing
/// @param artifacts the files of artifacts; more than one where outputs were collected
record Given(Map<String, Object> parameters, Map<String, List<StoredArtifact>> artifacts) {

  /// What a task takes, from what its DAG takes and how the tasks before it have ended.
  ///
  /// @param run the run it is part of
  /// @param scope the inputs of the component the DAG belongs to
  /// @param ended how each task that has ended did
  static Given to(Task task, Run run, Given scope, Map<String, Outcome> ended) {
    Map<String, Object> parameters = new TreeMap<>();
    task.parameters().forEach((name, source) -> {
      Object value = switch (source) {
        case Task.Constant constant -> constant.value();
        case Task.ComponentInput input -> scope.parameters().get(input.name());
        case Task.InputField input ->
            ((Map<?, ?>) scope.parameters().get(input.name())).get(input.field());
        case Task.Output output ->
            outputs(output.of(), ended).parameters().get(output.of().key());
        case Task.OfRun of -> run.facts().get(of.fact());
        case Task.EndOf end -> status(end.task(), ended.get(end.task()));
      };
      if (value != null) {
        parameters.put(name, value);
      }
    });
    Map<String, List<StoredArtifact>> artifacts = new TreeMap<>();
    task.artifacts().forEach((name, source) -> artifacts.put(name, switch (source) {
      case Task.ComponentInput input -> scope.artifacts().get(input.name());
      case Task.Output output -> outputs(output.of(), ended).artifacts().get(output.of().key());
    }));
    return new Given(parameters, artifacts);
  }

  /// What a DAG gives: of several sources of an output, that of the task that has run.
  static Given from(Component.Dag dag, Map<String, Outcome> ended) {
    Map<String, Object> parameters = new TreeMap<>();
    dag.parameters().forEach((name, sources) -> sources.stream()
        .filter(source -> ended.get(source.task()) instanceof Outcome.Succeeded)
        .findFirst()
        .ifPresent(source -> parameters.put(
            name, outputs(source, ended).parameters().get(source.key()))));
    Map<String, List<StoredArtifact>> artifacts = new TreeMap<>();
    dag.artifacts().forEach((name, sources) -> artifacts.put(name, sources.stream()
        .filter(source -> ended.get(source.task()) instanceof Outcome.Succeeded)
        .flatMap(source -> outputs(source, ended).artifacts().get(source.key()).stream())
        .toList()));
    return new Given(parameters, artifacts);
  }

  /// What a loop gives: each output of its rounds as a list, in their order.
  static Given collected(Component loop, List<Given> rounds) {
    Map<String, Object> parameters = new TreeMap<>();
    loop.outputs().parameters().keySet().forEach(name -> {
      List<Object> values = new ArrayList<>();
      rounds.forEach(round -> values.add(round.parameters().get(name)));
      parameters.put(name, values);
    });
    Map<String, List<StoredArtifact>> artifacts = new TreeMap<>();
    loop.outputs().artifacts().keySet().forEach(name -> artifacts.put(name,
        rounds.stream().flatMap(round -> round.artifacts().get(name).stream()).toList()));
    return new Given(parameters, artifacts);
  }

  /// This, with an item of a loop as one more parameter.
  Given with(String name, ParameterType type, Object item) {
    Map<String, Object> more = new TreeMap<>(parameters);
    more.put(name, type.read(ParameterType.format(item)));
    return new Given(more, artifacts);
  }

  private static Given outputs(TaskOutput output, Map<String, Outcome> ended) {
    if (ended.get(output.task()) instanceof Outcome.Succeeded(Given outputs)) {
      return outputs;
    }
    throw new IllegalStateException(
        "task " + output.task() + " has given no output " + output.key());
  }

  private static Map<String, Object> status(String task, Outcome outcome) {
    Map<String, Object> status = new TreeMap<>();
    status.put("state", outcome.state());
    status.put("pipelineTaskName", task);
    status.put("error", outcome instanceof Outcome.Failed(TaskFailure why)
        ? Map.of("message", why.getMessage()) : Map.of());
    return status;
  }
}
