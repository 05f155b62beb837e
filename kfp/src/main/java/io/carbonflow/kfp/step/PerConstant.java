// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.step;

import module java.base;

/// The same inputs once for each constant of an enum, as where a step takes files of each of several
/// kinds: a component of a step's inputs that stands for as many as there are constants. Their names
/// begin with the constant's, `small_table`; their texts are formatted with words of it ([Words]).
///
/// @param <K> the enum
/// @param <R> the inputs of one constant
public final class PerConstant<K extends Enum<K> & PerConstant.Words, R extends Record> {
  private final Map<K, R> inputs;

  /// What the constants of the enum say of themselves.
  public interface Words {
    /// What stands for `%1$s`, `%2$s` and so on in the texts of inputs.
    List<String> words();
  }

  private PerConstant(Map<K, R> inputs) {
    this.inputs = inputs;
  }

  /// Inputs for each constant, in their order.
  public static <K extends Enum<K> & Words, R extends Record> PerConstant<K, R> of(
      Class<K> constants, Function<K, R> inputs) {
    Map<K, R> each = new EnumMap<>(constants);
    for (K constant : constants.getEnumConstants()) {
      each.put(constant, inputs.apply(constant));
    }
    return new PerConstant<>(each);
  }

  /// The inputs of one constant.
  public R get(K constant) {
    return inputs.get(constant);
  }

  List<Object> values() {
    return inputs.values().stream().flatMap(one -> Records.values(one).stream()).toList();
  }

  /// The components that a component of this type stands for.
  static List<RecordComponent> components(Type component) {
    List<RecordComponent> once = Records.components(inputs(component));
    return Arrays.stream(constants(component).getEnumConstants())
        .flatMap(_ -> once.stream()).toList();
  }

  /// The ports that a component of this type stands for.
  static List<Port> ports(Type component) {
    return Arrays.stream(constants(component).getEnumConstants()).flatMap(constant -> {
      String prefix = constant.name().toLowerCase(Locale.ROOT) + "_";
      Object[] words = ((Words) constant).words().toArray();
      return Port.of(inputs(component)).stream().map(port -> new Port(prefix + port.name(),
          port.kind(), port.text().formatted(words), port.about()));
    }).toList();
  }

  /// One of such a component, from the values of all its inputs.
  @SuppressWarnings({"unchecked", "rawtypes"}) // what the component's type says is known here only
  static PerConstant<?, ?> make(Type component, Iterator<Object> values) {
    return of((Class) constants(component),
        _ -> (Record) Records.make(inputs(component), values));
  }

  private static Class<? extends Enum<?>> constants(Type component) {
    @SuppressWarnings("unchecked") // the bound of K
    var constants = (Class<? extends Enum<?>>) argument(component, 0);
    return constants;
  }

  private static Class<? extends Record> inputs(Type component) {
    return argument(component, 1).asSubclass(Record.class);
  }

  private static Class<?> argument(Type component, int place) {
    return (Class<?>) ((ParameterizedType) component).getActualTypeArguments()[place];
  }
}
