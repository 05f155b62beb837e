// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import io.carbonflow.base.json.Json;
import io.carbonflow.base.json.SnakeCase;
import io.carbonflow.model.city.City;
import io.carbonflow.model.feature.RowKey;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What became of the rows of a table: how many came in, how many were kept, and which rule dropped each
/// of the others was dropped.
///
/// @param rowsIn how many rows the table had
/// @param rowsOut how many were kept
/// @param dropped every rule, in the order in which they are applied
/// @param years the same counts for each year
@SnakeCase
public record CleanReport(int rowsIn, int rowsOut, List<Dropped> dropped, List<Year> years) {
  private static final int EXAMPLES = 5;

  /// The rows that one rule dropped.
  ///
  /// @param rule the rule's id
  /// @param description the rule in words
  /// @param rows how many rows it dropped
  /// @param examples the first few of them, as `building/year`
  public record Dropped(String rule, String description, int rows, List<String> examples) {}

  /// The counts of one year.
  ///
  /// @param dropped how many rows each rule dropped, by its id; rules that dropped none are left
  ///     out
  public record Year(int year, int rowsIn, int rowsOut, Map<String, Integer> dropped) {}

  /// The report as JSON, ending in a line break.
  public String json() {
    return Json.pretty(this);
  }

  /// The rules that dropped rows with their counts, in one line.
  String reasons() {
    return dropped.isEmpty() || rowsIn == 0 ? "the table has no rows" : dropped.stream()
        .filter(d -> d.rows() > 0)
        .map(d -> d.rows() + " dropped because " + d.description())
        .collect(Collectors.joining(", "));
  }

  /// Counts rows one by one.
  static final class Counts {
    private final City city;
    private final Map<Rule, List<RowKey>> dropped = new EnumMap<>(Rule.class);
    private final Map<Integer, Map<String, Integer>> years = new TreeMap<>();
    private final Map<Integer, Integer> rows = new TreeMap<>();

    /// @param city the city that the rows are of
    Counts(City city) {
      this.city = city;
    }

    void add(RowKey key, Optional<Rule> rule) {
      rows.merge(key.year(), 1, Integer::sum);
      Map<String, Integer> year = years.computeIfAbsent(key.year(), first -> new TreeMap<>());
      rule.ifPresent(r -> {
        dropped.computeIfAbsent(r, first -> new ArrayList<>()).add(key);
        year.merge(r.id(), 1, Integer::sum);
      });
    }

    CleanReport report() {
      List<Dropped> rules = new ArrayList<>();
      for (Rule rule : Rule.values()) {
        List<RowKey> keys = dropped.getOrDefault(rule, List.of());
        rules.add(new Dropped(rule.id(), rule.description(city), keys.size(),
            keys.stream().limit(EXAMPLES).map(k -> k.building() + "/" + k.year()).toList()));
      }
      List<Year> perYear = new ArrayList<>();
      rows.forEach((year, in) -> perYear.add(new Year(year, in, in - sum(years.get(year).values()),
          years.get(year))));
      int in = sum(rows.values());
      return new CleanReport(
          in, in - rules.stream().mapToInt(Dropped::rows).sum(), rules, perYear);
    }

    private static int sum(Iterable<Integer> numbers) {
      int sum = 0;
      for (int number : numbers) {
        sum += number;
      }
      return sum;
    }
  }
}
