// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.step;

import module java.base;

/// Makes and reads records whose type is known at run time only. A component that is a record of
/// its own, as where the parameters of one pipeline are part of another's, stands for its
/// components, and a [PerConstant] for those of each of its records.
public final class Records {
  private Records() {}

  /// The components of a record, in order, with those of the records in it.
  public static List<RecordComponent> components(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .flatMap(component -> component.getType() == PerConstant.class
            ? PerConstant.components(component.getGenericType()).stream()
            : nested(component) ? components(component.getType()).stream() : Stream.of(component))
        .toList();
  }

  /// The values of a record's components, in order.
  public static List<Object> values(Record source) {
    return Arrays.stream(source.getClass().getRecordComponents())
        .flatMap(component -> switch (get(source, component)) {
          case PerConstant<?, ?> each -> each.values().stream();
          case Record inner when nested(component) -> values(inner).stream();
          case Object value -> Stream.of(value);
        })
        .toList();
  }

  static boolean nested(RecordComponent component) {
    return component.getType().isRecord() && !Value.class.isAssignableFrom(component.getType());
  }

  private static Object get(Record source, RecordComponent component) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(source);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }

  /// Another record of the same class.
  @SuppressWarnings("unchecked")
  static <R> R make(R like, Object... values) {
    return (R) make(like.getClass(), values);
  }

  /// A record of a class that declares inputs or outputs, from the values of all its [#components].
  public static <R> R make(Class<R> type, Object... values) {
    return make(type, Arrays.asList(values).iterator());
  }

  static <R> R make(Class<R> type, Iterator<Object> values) {
    return construct(type, Arrays.stream(type.getRecordComponents())
        .map(component -> component.getType() == PerConstant.class
            ? PerConstant.make(component.getGenericType(), values)
            : nested(component) ? make(component.getType(), values) : values.next())
        .toArray());
  }

  /// A record of a class, from the values of its own components.
  static <R> R construct(Class<R> type, Object... values) {
    try {
      Class<?>[] types = Arrays.stream(type.getRecordComponents())
          .map(RecordComponent::getType)
          .toArray(Class<?>[]::new);
      Constructor<R> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("cannot make a " + type.getName(), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make a " + type.getName(), e);
    }
  }
}
