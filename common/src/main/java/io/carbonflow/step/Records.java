package io.carbonflow.step;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/// Makes and reads records whose type is known at run time only.
public final class Records {
  private Records() {}

  /// The values of a record's components, in order.
  public static List<Object> values(Record source) {
    return Arrays.stream(source.getClass().getRecordComponents())
        .map(component -> get(source, component))
        .toList();
  }

  static Object get(Record source, RecordComponent component) {
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

  /// A record of a class, from the values of its components in order.
  public static <R> R make(Class<R> type, Object... values) {
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
