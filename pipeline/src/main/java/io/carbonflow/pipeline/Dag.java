package io.carbonflow.pipeline;

import io.carbonflow.fault.Place;
import io.carbonflow.fault.Problem;
import io.carbonflow.ir.Component;
import io.carbonflow.ir.Task;
import io.carbonflow.step.Declaration;
import io.carbonflow.step.Output;
import io.carbonflow.step.ParameterType;
import io.carbonflow.step.Port;
import io.carbonflow.step.Records;
import io.carbonflow.step.Step;
import io.carbonflow.step.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Takes the tasks of a pipeline while it is described.
public final class Dag {
  private final SortedMap<String, Task> tasks = new TreeMap<>();
  private final SortedMap<String, Declaration> steps = new TreeMap<>();

  Dag() {}

  /// Adds a task that is named after its step.
  ///
  /// @return references to the task's outputs
  public <I extends Record, O extends Record> O task(Step<I, O> step, I inputs) {
    return task(Declaration.of(step).name(), step, inputs);
  }

  /// Adds a task.
  ///
  /// @param name the task's name, in lower case with dashes
  /// @return references to the task's outputs
  /// @throws Problem if the name is taken or an input is wired to no output
  public <I extends Record, O extends Record> O task(String name, Step<I, O> step, I inputs) {
    Declaration declaration = Declaration.of(step);
    if (tasks.containsKey(name)) {
      throw new Problem(Place.of("task " + name), "is there already", "give it another name");
    }
    tasks.put(name, wired(name, declaration, inputs));
    steps.put(declaration.name(), declaration);
    Object[] outputs = declaration.outputs().stream()
        .map(port -> new Output.Reference<>(name, port.name()))
        .toArray();
    @SuppressWarnings("unchecked")
    O references = (O) Records.make(declaration.out(), outputs);
    return references;
  }

  private Task wired(String name, Declaration step, Record inputs) {
    var parameters = new TreeMap<String, Task.ParameterSource>();
    var artifacts = new TreeMap<String, Task.ArtifactSource>();
    var after = new TreeSet<String>();
    List<Object> values = Records.values(inputs);
    for (int i = 0; i < values.size(); i++) {
      Port port = step.inputs().get(i);
      Value<?> value = (Value<?>) values.get(i);
      if (value instanceof Output.Reference<?> reference) {
        after.add(checked(name, port, reference).task());
      }
      switch (port.kind()) {
        case Port.Kind.Parameter _ -> parameters.put(port.name(), parameter(name, port, value));
        case Port.Kind.File _ -> artifacts.put(port.name(), artifact(name, port, value));
      }
    }
    return new Task("comp-" + step.name(), parameters, artifacts, after, !step.readsOutside());
  }

  private Output.Reference<?> checked(String task, Port port, Output.Reference<?> reference) {
    if (!tasks.containsKey(reference.task())) {
      throw wrong(task, port, "there is no task " + reference.task() + " in this pipeline",
          "add it before");
    }
    return reference;
  }

  private static Task.ParameterSource parameter(String task, Port port, Value<?> value) {
    return switch (value) {
      case Value.Constant<?> constant -> new Task.Constant(plain(constant.value()));
      case Value.ByDefault<?> _ -> new Task.Constant(plain(port.parse(port.orElse().orElseThrow(
          () -> wrong(task, port, "it has no default", "wire it")))));
      case Value.Parameter<?> parameter -> new Task.ComponentInput(parameter.name());
      case Output.Reference<?> output -> output(output);
      case Output.Slot<?> _ -> throw wrong(task, port, "it is wired to a running step",
          "wire it to a task's output");
    };
  }

  private static Task.ArtifactSource artifact(String task, Port port, Value<?> value) {
    if (value instanceof Output.Reference<?> output) {
      return output(output);
    }
    throw wrong(task, port, "an artifact comes from another task's output", "wire it to one");
  }

  private static Problem wrong(String task, Port port, String what, String remedy) {
    return new Problem(Place.of("task " + task + ", input " + port.name()), what, remedy);
  }

  private static Task.Output output(Output.Reference<?> reference) {
    return new Task.Output(new Component.TaskOutput(reference.task(), reference.key()));
  }

  /// A value as the IR holds it: an `enum`'s constant is a word, an optional number a text.
  static Object plain(Object value) {
    return value instanceof Enum<?> || value instanceof OptionalLong
        ? ParameterType.format(value) : value;
  }

  SortedMap<String, Task> tasks() {
    return tasks;
  }

  List<Declaration> steps() {
    return new ArrayList<>(steps.values());
  }
}
