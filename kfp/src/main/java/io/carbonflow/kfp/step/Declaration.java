// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.step;

import module java.base;

/// What a step says of itself, read from its class: the source of its command line, its component
/// and its page.
///
/// @param name the step's name, `train-svm`
/// @param about what it does
/// @param step the step
/// @param in the record of its inputs
/// @param out the record of its outputs
/// @param inputs its inputs, in order
/// @param outputs its outputs, in order
public record Declaration(
    String name,
    String about,
    Step<?, ?> step,
    Class<? extends Record> in,
    Class<? extends Record> out,
    List<Port> inputs,
    List<Port> outputs) {

  /// Checks that no two inputs or outputs share a name, for each is an option of one command.
  public Declaration {
    Set<String> names = new HashSet<>();
    Stream.concat(inputs.stream(), outputs.stream()).map(Port::name)
        .filter(port -> !names.add(port)).findFirst()
        .ifPresent(port -> {
          throw new IllegalArgumentException(
              "step " + name + " has two inputs or outputs of the name " + port);
        });
  }

  /// Reads a step's declaration.
  ///
  /// @throws IllegalArgumentException if the class declares something that a step cannot have
  public static Declaration of(Step<?, ?> step) {
    Class<?> type = step.getClass();
    About about = type.getAnnotation(About.class);
    if (about == null) {
      throw new IllegalArgumentException(type.getName() + " has no @About");
    }
    Type[] records = Stream.<Class<?>>iterate(type, Objects::nonNull, Class::getSuperclass)
        .flatMap(one -> Arrays.stream(one.getGenericInterfaces()))
        .filter(i -> i instanceof ParameterizedType p && p.getRawType() == Step.class)
        .map(i -> ((ParameterizedType) i).getActualTypeArguments())
        .filter(arguments -> Arrays.stream(arguments).allMatch(Class.class::isInstance))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(
            type.getName() + " does not implement Step<In, Out> of two records"));
    Class<? extends Record> in = ((Class<?>) records[0]).asSubclass(Record.class);
    Class<? extends Record> out = ((Class<?>) records[1]).asSubclass(Record.class);
    return new Declaration(
        name(type), about.value(), step, in, out, Port.of(in), Port.of(out));
  }

  /// All steps that can be found on the class path, by name.
  @SuppressWarnings("rawtypes") // a service is found by its class, which has no type arguments
  public static List<Declaration> all() {
    return ServiceLoader.load(Step.class).stream()
        .map(found -> of(found.get()))
        .sorted(Comparator.comparing(Declaration::name))
        .toList();
  }

  /// What all steps do that can be found on the class path, by name. None of them is made.
  @SuppressWarnings("rawtypes") // as above
  public static SortedMap<String, String> abouts() {
    SortedMap<String, String> abouts = new TreeMap<>();
    ServiceLoader.load(Step.class).stream().map(ServiceLoader.Provider::type)
        .forEach(type -> Optional.ofNullable(type.getAnnotation(About.class))
            .ifPresent(about -> abouts.put(name(type), about.value())));
    return abouts;
  }

  /// The step of a name, if it can be found on the class path. Others are not even made.
  @SuppressWarnings("rawtypes") // as above
  public static Optional<Declaration> named(String name) {
    return ServiceLoader.load(Step.class).stream()
        .filter(found -> name(found.type()).equals(name))
        .findFirst().map(found -> of(found.get()));
  }

  /// Whether the step depends on more than its inputs ([ReadsOutside]).
  public boolean readsOutside() {
    return step.getClass().isAnnotationPresent(ReadsOutside.class);
  }

  /// Whether the step computes long enough to be compiled well ([LongRunning]).
  public boolean longRunning() {
    return step.getClass().isAnnotationPresent(LongRunning.class);
  }

  private static String name(Class<?> type) {
    return type.getSimpleName().replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }
}
