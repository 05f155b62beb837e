// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.step;

import module java.base;

/// One input or output of a step, or one parameter of a pipeline, as its declaration says.
///
/// @param name the name in IR and component YAML, in snake case
/// @param kind what passes through it
/// @param text what it is: a phrase without a full stop
/// @param about the declaration
public record Port(String name, Kind kind, String text, About about) {

  /// What passes through a port.
  public sealed interface Kind {
    /// A parameter.
    ///
    /// @param type its type in the IR
    /// @param java the class of its values
    /// @param element the class of a list's elements; empty for anything else
    record Parameter(ParameterType type, Class<?> java, Optional<Class<?>> element)
        implements Kind {}

    /// An artifact, or a list of them.
    ///
    /// @param type its type in the IR
    /// @param java the record that stands for the file
    /// @param fileName the file's natural name
    /// @param list whether it is a list
    record File(Artifact.Type type, Class<?> java, String fileName, boolean list) implements Kind {
      /// The file that a record stands for.
      ///
      /// @throws IllegalArgumentException if it stands for none
      public static File of(Class<?> java, boolean list) {
        FileName name = java.getAnnotation(FileName.class);
        if (name == null) {
          throw new IllegalArgumentException(java.getName() + " has no @FileName");
        }
        return new File(Artifact.Type.of(java), java, name.value(), list);
      }
    }
  }

  /// The ports that a record's components declare, in order. A component that is such a record
  /// itself stands for all of its own, and a [PerConstant] for those of each constant.
  ///
  /// @throws IllegalArgumentException if a component has no [About] or a type no port can have
  public static List<Port> of(Class<? extends Record> declaration) {
    return Arrays.stream(declaration.getRecordComponents())
        .flatMap(component -> component.getType() == PerConstant.class
            ? PerConstant.ports(component.getGenericType()).stream()
            : Records.nested(component)
                ? of(component.getType().asSubclass(Record.class)).stream()
                : Stream.of(of(component)))
        .toList();
  }

  private static Port of(RecordComponent component) {
    About about = component.getAnnotation(About.class);
    if (about == null) {
      throw new IllegalArgumentException(
          component.getDeclaringRecord().getName() + "." + component.getName() + " has no @About");
    }
    String name = about.name().isEmpty() ? snake(component.getName()) : about.name();
    return new Port(name, kind(((ParameterizedType) component.getGenericType())
        .getActualTypeArguments()[0]), about.value(), about);
  }

  private static Kind kind(Type type) {
    if (type instanceof ParameterizedType generic) {
      Class<?> outer = (Class<?>) generic.getRawType();
      Type inner = generic.getActualTypeArguments()[0];
      return outer == List.class && inner instanceof Class<?> element
          && Artifact.class.isAssignableFrom(element)
          ? Kind.File.of(element, true)
          : new Kind.Parameter(ParameterType.of(outer), outer, element(outer, inner));
    }
    Class<?> plain = (Class<?>) type;
    return Artifact.class.isAssignableFrom(plain) ? Kind.File.of(plain, false)
        : new Kind.Parameter(ParameterType.of(plain), plain, Optional.empty());
  }

  private static Optional<Class<?>> element(Class<?> outer, Type inner) {
    return outer == List.class && inner instanceof Class<?> element
        ? Optional.of(element) : Optional.empty();
  }

  private static String snake(String camel) {
    return camel.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }

  /// Whether it takes any number of artifacts.
  public boolean isList() {
    return kind instanceof Kind.File file && file.list();
  }

  /// The default as text; empty if the value has to be given.
  public Optional<String> orElse() {
    return about.orElse().equals(About.REQUIRED) ? Optional.empty() : Optional.of(about.orElse());
  }

  /// The command line's option, `--train-rows`.
  public String option() {
    return "--" + name.replace('_', '-');
  }

  /// The value of a parameter that a text stands for, within the declared range; a list is written as
  /// [ParameterType#list] says.
  ///
  /// @throws IllegalArgumentException if it is none, with what is wrong as its message
  public Object parse(String text) {
    if (text.contains("{{$")) {
      throw new IllegalArgumentException("'" + text + "' is a placeholder that nobody replaced");
    }
    if (text.isBlank() && orElse().isEmpty()) {
      throw new IllegalArgumentException("is empty, but has to be given: " + text());
    }
    Kind.Parameter parameter = (Kind.Parameter) kind;
    boolean list = parameter.type() == ParameterType.LIST;
    Object value = ParameterType.parse(parameter.java(), list ? ParameterType.list(text) : text);
    if (parameter.element().isPresent()) {
      value = elements((List<?>) value, parameter.element().get());
    }
    if (value instanceof Number number
        && !(number.doubleValue() >= about.min() && number.doubleValue() <= about.max())) {
      throw new IllegalArgumentException(
          ParameterType.format(value) + " is not " + range());
    }
    return value;
  }

  /// Kubeflow may have written whole numbers in a list as `1.0`.
  private static List<Object> elements(List<?> list, Class<?> element) {
    return list.stream().map(one -> {
      if (one == null) {
        throw new IllegalArgumentException("one of the list is null");
      }
      return ParameterType.parse(element, ParameterType.format(one));
    }).toList();
  }

  /// The range of a number in words, `from 1 to 10`; empty where there is none.
  public String range() {
    boolean low = about.min() != Double.NEGATIVE_INFINITY;
    boolean high = about.max() != Double.POSITIVE_INFINITY;
    return low && high
        ? "from " + ParameterType.format(about.min()) + " to " + ParameterType.format(about.max())
        : low ? "at least " + ParameterType.format(about.min())
        : high ? "at most " + ParameterType.format(about.max())
        : "";
  }
}
