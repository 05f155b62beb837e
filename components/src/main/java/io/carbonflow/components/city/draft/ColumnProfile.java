// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.city.draft;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.table.Row;

/// What a column of a table holds in the rows that are looked at.
///
/// @param name its name
/// @param parts its name in parts
/// @param filled how many cells have a value
/// @param numbers the numbers, in order of size
/// @param words what is not a number, and how often; no more than [#MOST_WORDS] different ones
record ColumnProfile(String name, NameParts parts, int filled, double[] numbers, SequencedMap<String, Integer> words) {
  private static final int MOST_WORDS = 2000;

  /// Looks at a column.
  static ColumnProfile of(String name, List<Row> rows) {
    List<Double> numbers = new ArrayList<>();
    SortedMap<String, Integer> words = new TreeMap<>();
    int filled = 0;
    for (Row row : rows) {
      String text = row.text(name);
      if (text.isEmpty()) {
        continue;
      }
      filled++;
      OptionalDouble number = number(row, name);
      number.ifPresent(numbers::add);
      if (number.isEmpty() && (words.size() < MOST_WORDS || words.containsKey(text))) {
        words.merge(text, 1, Integer::sum);
      }
    }
    SequencedMap<String, Integer> often = new LinkedHashMap<>();
    words.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .forEach(word -> often.put(word.getKey(), word.getValue()));
    return new ColumnProfile(name, NameParts.of(name), filled,
        numbers.stream().mapToDouble(Double::doubleValue).sorted().toArray(), often);
  }

  private static OptionalDouble number(Row row, String name) {
    try {
      return OptionalDouble.of(row.number(name));
    } catch (Problem none) {
      return OptionalDouble.empty();
    }
  }

  /// Whether it holds numbers, except for some words that stand for none.
  boolean isNumeric() {
    return 2 * numbers.length > filled;
  }

  /// The part of the numbers that lie between two, which belong to it; 0 where there is none.
  double within(double least, double greatest) {
    long within = Arrays.stream(numbers).filter(number -> number >= least && number <= greatest).count();
    return numbers.length == 0 ? 0 : (double) within / numbers.length;
  }

  /// The number below which a part of them lies.
  double quantile(double part) {
    return numbers[(int) Math.round(part * (numbers.length - 1))];
  }
}
