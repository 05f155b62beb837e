// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

import module java.base;

/// One choice of every hyperparameter of an estimator, in the order of its search space. A value is
/// a [String], a [Long] or a [Double].
///
/// @param values the values by name
public record Hyperparameters(Map<String, Object> values) {

  /// Copies the values and checks their types.
  public Hyperparameters {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    values.forEach((name, value) -> {
      if (!(value instanceof String || value instanceof Long || value instanceof Double)) {
        throw new IllegalArgumentException("hyperparameter " + name + " is " + value);
      }
    });
  }

  /// All of them in words, numbers with four digits: `kernel rbf, C 6.403`.
  public String words() {
    return values.keySet().stream().map(name -> name + " " + word(name)).collect(Collectors.joining(", "));
  }

  /// One of them as [#words] has it; a number that is not whole with four digits.
  ///
  /// @throws IllegalArgumentException if there is no value of this name
  public String word(String name) {
    Object value = get(Object.class, name);
    return value instanceof Double number ? String.format(Locale.ROOT, "%.4g", number) : value.toString();
  }

  /// A number, whole or not.
  public double number(String name) {
    return get(Number.class, name).doubleValue();
  }

  /// A whole number.
  public int integer(String name) {
    return Math.toIntExact(get(Long.class, name));
  }

  /// A number, or another where there is no value of this name.
  public double number(String name, double orElse) {
    return has(name) ? number(name) : orElse;
  }

  /// A whole number, or another where there is no value of this name.
  public int integer(String name, int orElse) {
    return has(name) ? integer(name) : orElse;
  }

  /// A word from a list of choices.
  public String text(String name) {
    return get(String.class, name);
  }

  /// Whether there is a value of this name.
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /// The values that a space has chosen, without those that were added to them.
  public Hyperparameters only(Space space) {
    var copy = new LinkedHashMap<>(values);
    copy.keySet().retainAll(space.dimensions().stream().map(Space.Dimension::name).toList());
    return new Hyperparameters(copy);
  }

  /// These values and one more, or with another value of that name.
  public Hyperparameters with(String name, Object value) {
    var copy = new LinkedHashMap<>(values);
    copy.put(name, value);
    return new Hyperparameters(copy);
  }

  /// Checks that an estimator knows every name.
  ///
  /// @throws IllegalArgumentException naming one that it does not know
  public void requireKnown(Set<String> names) {
    values.keySet().stream()
        .filter(name -> !names.contains(name))
        .findFirst()
        .ifPresent(name -> {
          throw new IllegalArgumentException("there is no hyperparameter " + name + " among "
              + new TreeSet<>(names));
        });
  }

  private <T> T get(Class<T> type, String name) {
    Object value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no hyperparameter " + name + " in " + values.keySet());
    }
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException("hyperparameter " + name + " cannot be " + value);
    }
    return type.cast(value);
  }
}
