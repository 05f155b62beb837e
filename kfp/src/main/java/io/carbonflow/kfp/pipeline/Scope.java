// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.pipeline;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.ir.Component.TaskOutput;
import io.carbonflow.kfp.ir.Condition;
import io.carbonflow.kfp.ir.Task;
import io.carbonflow.kfp.step.Output;
import io.carbonflow.kfp.step.ParameterType;
import io.carbonflow.kfp.step.Port;
import io.carbonflow.kfp.step.Value;

/// A pipeline or a part of it while it is described: its tasks, its parts, and what it takes from
/// around it and gives. Inputs of parts are named as Kubeflow's SDK names them.
final class Scope {
  private static final String CHANNEL = "pipelinechannel--";
  private static final String ALL = "--all";

  /// What it is: the pipeline itself, or a part that runs in some way.
  sealed interface Kind {}

  /// The pipeline with its parameters.
  record Whole(List<Port> parameters) implements Kind {}

  /// A part that is repeated.
  record Rounds(Task.Loop loop, ParameterType item) implements Kind {}

  /// A part that runs where a condition holds.
  record Branch(Condition condition) implements Kind {}

  /// A part that an exit handler guards.
  record Group() implements Kind {}

  /// An output of the part.
  record Outlet(TaskOutput source, ResolvedValue found) {}

  private final Optional<Scope> around;
  private final String name;
  private Kind kind;
  private final SortedMap<String, Task> tasks = new TreeMap<>();
  private final Map<String, List<Port>> ports = new HashMap<>();
  private final SortedMap<String, Scope> parts = new TreeMap<>();
  private final SortedMap<String, ResolvedValue> inlets = new TreeMap<>();
  private final SortedMap<String, Outlet> outlets = new TreeMap<>();

  Scope(List<Port> parameters) {
    this(Optional.empty(), "", new Whole(parameters));
  }

  private Scope(Optional<Scope> around, String name, Kind kind) {
    this.around = around;
    this.name = name;
    this.kind = kind;
  }

  void add(String task, Task declared, List<Port> outputs) {
    tasks.put(task, declared);
    ports.put(task, outputs);
  }

  Scope loop(String loop, Value<? extends List<?>> items, int most) {
    Scope part = new Scope(Optional.of(this), loop, new Group());
    String item = CHANNEL + loop + "-loop-item";
    String place = "loop " + loop + ", items";
    if (items instanceof Value.Constant<? extends List<?>>(List<?> list)) {
      if (list.isEmpty()) {
        throw new Problem(Place.of(place), "there are none", "give at least one");
      }
      part.kind = new Rounds(new Task.Loop(item, new Task.ItemList(list), most),
          ParameterType.of(list.getFirst().getClass()));
    } else if (part.find(place, items) instanceof ResolvedValue.Parameter found
        && found.type() == ParameterType.LIST
        && found.source() instanceof Task.ComponentInput input) {
      part.kind = new Rounds(new Task.Loop(item, new Task.ItemsOf(input.name()), most),
          found.element().map(ParameterType::of).orElse(ParameterType.STRING));
    } else {
      throw new Problem(Place.of(place), "they are not a list", "wire them to one");
    }
    parts.put(loop, part);
    return part;
  }

  /// A part that runs where none of some conditions holds, and another one does.
  Scope when(String branch, List<When> not, Optional<When> when) {
    Scope part = new Scope(Optional.of(this), branch, new Group());
    String place = "condition " + branch;
    String text = Stream.concat(
            not.stream().map(one -> "!(" + part.condition(place, one) + ")"),
            when.stream().map(one -> part.condition(place, one)))
        .collect(Collectors.joining(" && "));
    part.kind = new Branch(Condition.parse(text));
    parts.put(branch, part);
    return part;
  }

  private String condition(String place, When when) {
    if (find(place, when.value()) instanceof ResolvedValue.Parameter found
        && found.source() instanceof Task.ComponentInput input) {
      return when.text(input.name(), found.type());
    }
    throw new Problem(Place.of(place), "is about an artifact", "compare a parameter");
  }

  Scope group(String group) {
    Scope part = new Scope(Optional.of(this), group, new Group());
    parts.put(group, part);
    return part;
  }

  /// The name of the parameter that holds the item of the round.
  String item() {
    return ((Rounds) kind).loop().itemInput();
  }

  /// What a value is here, passed on from around where it is from there.
  ///
  /// @param place who wants it, for messages
  /// @throws Problem if there is no such thing
  ResolvedValue find(String place, Value<?> value) {
    return switch (value) {
      case Value.Parameter<?> p -> parameter(place, p);
      case Output.Reference<?> r -> output(place, r);
      default -> throw new Problem(Place.of(place), "is wired to " + value, "wire it to an output");
    };
  }

  private ResolvedValue parameter(String place, Value.Parameter<?> wanted) {
    return switch (kind) {
      case Whole whole -> whole.parameters().stream()
          .filter(port -> port.name().equals(wanted.name())).findFirst()
          .map(port -> ResolvedValue.of(port, new Task.ComponentInput(port.name())))
          .orElseThrow(() -> new Problem(Place.of(place), "there is no " + wanted.name()
              + " to wire it to", "an item is known in its own loop only"));
      case Rounds rounds when rounds.loop().itemInput().equals(wanted.name()) ->
          new ResolvedValue.Parameter(
              new Task.ComponentInput(wanted.name()), rounds.item(), Optional.empty());
      default -> inherited(place, wanted.name().startsWith(CHANNEL)
          ? wanted.name() : CHANNEL + wanted.name(), wanted);
    };
  }

  private ResolvedValue output(String place, Output.Reference<?> wanted) {
    if (ports.containsKey(wanted.task())) {
      List<Port> outputs = ports.get(wanted.task());
      return outputs.stream().filter(port -> port.name().equals(wanted.key())).findFirst()
          .map(port -> ResolvedValue.of(port, source(wanted.task(), wanted.key())))
          .orElseThrow(() -> new Problem(Place.of(place), "task " + wanted.task()
              + " has no output " + wanted.key(), "it has "
              + String.join(", ", outputs.stream().map(Port::name).toList())));
    }
    Scope loop = parts.get(wanted.task());
    if (loop != null) {
      return sourced(loop.outlets.get(wanted.key()).found(), loop.name, wanted.key()).collected();
    }
    for (Scope part : parts.values()) {
      if (part.owns(wanted.task())) {
        if (!(part.kind instanceof Group)) {
          throw new Problem(Place.of(place), "task " + wanted.task() + " is within " + part.name
              + ", which may run never or many times", "collect its outputs, or wire it inside");
        }
        String key = part.export(wanted);
        return sourced(part.outlets.get(key).found(), part.name, key);
      }
    }
    return inherited(place, CHANNEL + wanted.task() + "-" + wanted.key(), wanted);
  }

  private boolean owns(String task) {
    return tasks.containsKey(task) || parts.values().stream().anyMatch(part -> part.owns(task));
  }

  private ResolvedValue inherited(String place, String channel, Value<?> wanted) {
    if (around.isEmpty()) {
      throw new Problem(Place.of(place), "there is no task "
          + ((Output.Reference<?>) wanted).task() + " in this pipeline", "add it before");
    }
    String input = isItems(channel) ? channel + ALL : channel;
    if (!inlets.containsKey(input)) {
      inlets.put(input, single(place, around.get().find(place, wanted)));
    }
    return inlets.get(input).from(input);
  }

  /// Whether an input is the list that this loop goes over. Kubeflow's driver takes that one away
  /// from each round, so what needs the whole list in a round has it from another input.
  private boolean isItems(String channel) {
    return kind instanceof Rounds rounds
        && rounds.loop().items().equals(new Task.ItemsOf(channel));
  }

  private ResolvedValue single(String place, ResolvedValue found) {
    if (found instanceof ResolvedValue.File file && file.spec().list()) {
      throw new Problem(Place.of(place), "takes a list of artifacts from outside of " + name
          + ", but Kubeflow hands only one of them into a loop, condition or guarded part",
          "gather them into one artifact in a task before it, and wire that");
    }
    return found;
  }

  private static Task.Output source(String task, String key) {
    return new Task.Output(new TaskOutput(task, key));
  }

  private static ResolvedValue sourced(ResolvedValue found, String task, String key) {
    return switch (found) {
      case ResolvedValue.Parameter p -> new ResolvedValue.Parameter(source(task, key), p.type(), p.element());
      case ResolvedValue.File f -> new ResolvedValue.File(source(task, key), f.spec());
    };
  }

  /// Makes an output of a task in this part an output of the part.
  ///
  /// @return the output's name
  String export(Output.Reference<?> wanted) {
    String key = CHANNEL + wanted.task() + "-" + wanted.key();
    String place = "part " + name + ", output " + wanted.key();
    ResolvedValue found = find(place, wanted);
    if (found == null || !(origin(found) instanceof Task.Output own)) {
      throw new Problem(Place.of(place), "task " + wanted.task() + " is not within it",
          "use the task's output itself");
    }
    outlets.put(key, new Outlet(own.of(), found));
    return key;
  }

  private static Object origin(ResolvedValue found) {
    return switch (found) {
      case ResolvedValue.Parameter p -> p.source();
      case ResolvedValue.File f -> f.source();
    };
  }

  String name() {
    return name;
  }

  Kind kind() {
    return kind;
  }

  SortedMap<String, Task> tasks() {
    return tasks;
  }

  SortedMap<String, Scope> parts() {
    return parts;
  }

  SortedMap<String, ResolvedValue> inlets() {
    return inlets;
  }

  SortedMap<String, Outlet> outlets() {
    return outlets;
  }
}
