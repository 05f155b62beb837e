// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.component;

import module java.base;
import io.carbonflow.kfp.ir.Component.Interface;
import io.carbonflow.kfp.ir.ContainerSpec;
import io.carbonflow.kfp.ir.Resources;
import io.carbonflow.kfp.step.Output;
import io.carbonflow.kfp.step.Port;
import io.carbonflow.kfp.step.Records;
import io.carbonflow.kfp.step.Value;

/// A container of any image and command as a component, with inputs and outputs that two records
/// declare as those of a step do:
///
/// ```java
/// record In(@About("a text") Value<String> text) {}
/// record Out(@About("its length") Output<Integer> length) {}
/// var measure = new ContainerComponent<>("measure", "alpine:3", In.class, Out.class)
///     .command((in, out) -> List.of("sh", "-c", "printf %s \"${#0}\" >\"$1\"",
///         in.text(), out.length()));
/// ```
///
/// What follows the program is words: texts, inputs and outputs, and what [#joined] and [#uri] make of
/// them. An input stands for the value of a parameter or the path of an artifact, an output for the
/// file that takes it. There is no shell unless the command is one.
///
/// @param name its name, in lower case with dashes
/// @param container what it runs, with placeholders
/// @param in the record of its inputs
/// @param out the record of its outputs
/// @param takes all its inputs; those that the record does not have are left to the container
/// @param gives all its outputs
/// @param <I> the inputs: components of type [Value], each with [io.carbonflow.kfp.step.About]
/// @param <O> the outputs: components of type [Output], each with [io.carbonflow.kfp.step.About]
public record ContainerComponent<I extends Record, O extends Record>(String name,
    ContainerSpec container, Class<I> in, Class<O> out, Interface takes, Interface gives) {

  /// A container that runs its image's own program without arguments.
  ///
  /// @throws IllegalArgumentException if a record declares what no component can have
  public ContainerComponent(String name, String image, Class<I> in, Class<O> out) {
    this(name, new ContainerSpec(image, List.of(), List.of(), new TreeMap<>(), new TreeMap<>(),
        Resources.NONE, Optional.empty()), in, out,
        Interfaces.inputs(Port.of(in), _ -> Optional.empty()), Interfaces.outputs(Port.of(out)));
  }

  /// This, with a program and its first arguments, in place of the image's own.
  public ContainerComponent<I, O> command(String... words) {
    return command((_, _) -> List.of(words));
  }

  /// This, with a program and its first arguments, in place of the image's own.
  ///
  /// @throws IllegalArgumentException if one of the words is none
  public ContainerComponent<I, O> command(BiFunction<I, O, List<?>> words) {
    return with(words(words), container.args(), container.env());
  }

  /// This, with what follows the command.
  ///
  /// @throws IllegalArgumentException if one of the words is none
  public ContainerComponent<I, O> args(BiFunction<I, O, List<?>> words) {
    return with(container.command(), words(words), container.env());
  }

  /// This, with an environment variable.
  public ContainerComponent<I, O> env(String variable, String value) {
    SortedMap<String, String> more = new TreeMap<>(container.env());
    more.put(variable, value);
    return with(container.command(), container.args(), more);
  }

  /// One word that consists of several, `joined("--times=", in.times())`.
  public static Object joined(Object... words) {
    return new Joined(List.of(words));
  }

  /// The URI of an artifact, which lies elsewhere than its path.
  public static Object uri(Value<?> artifact) {
    return new Uri(artifact);
  }

  private record Joined(List<?> words) {}

  private record Uri(Value<?> artifact) {}

  private ContainerComponent<I, O> with(
      List<String> command, List<String> args, SortedMap<String, String> env) {
    return new ContainerComponent<>(name, new ContainerSpec(container.image(), command, args, env,
        container.secrets(), container.resources(), container.deadline(), container.pod()),
        in, out, takes, gives);
  }

  private List<String> words(BiFunction<I, O, List<?>> words) {
    I inputs = Records.make(in, Port.of(in).stream()
        .map(port -> new Value.Parameter<>(port.name())).toArray());
    O outputs = Records.make(out, Port.of(out).stream()
        .map(port -> new Output.Reference<>(name, port.name())).toArray());
    return words.apply(inputs, outputs).stream().map(this::word).toList();
  }

  private String word(Object word) {
    return switch (word) {
      case String text -> text;
      case Joined(var words) -> words.stream().map(this::word).collect(Collectors.joining());
      case Uri(Value<?> artifact) -> uri(word(artifact));
      case Value.Parameter<?>(String input) -> Placeholder.input(single(port(in, input)));
      case Output.Reference<?>(_, String output) -> Placeholder.output(port(out, output));
      default -> throw new IllegalArgumentException("component " + name + ": " + word
          + " is neither a text nor one of its inputs and outputs");
    };
  }

  private String uri(String path) {
    if (!path.endsWith(".path}}")) {
      throw new IllegalArgumentException("component " + name + ": " + path + " has no URI");
    }
    return path.replace(".path}}", ".uri}}");
  }

  private Port single(Port port) {
    if (port.isList()) {
      throw new IllegalArgumentException("component " + name + ": no word stands for the list "
          + port.name() + "; hand over " + Placeholder.EXECUTOR_INPUT);
    }
    return port;
  }

  private static Port port(Class<? extends Record> record, String name) {
    return Port.of(record).stream().filter(port -> port.name().equals(name)).findFirst().orElseThrow();
  }
}
