// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.city.draft;

import module java.base;
import io.carbonflow.base.table.Table;
import io.carbonflow.components.city.CityFile;
import io.carbonflow.model.building.Column;
import io.carbonflow.model.building.Content;
import io.carbonflow.model.city.City;

/// A first draft of a city's file, made from a table's header and rows. What it is unsure of is marked with `CHECK`
/// and why. It is a city as it stands: [CityFile] reads it.
///
/// ```java
/// String yaml = CityDraft.of(Csv.read(Path.of("mytown.csv")), Optional.of("Mytown"));
/// ```
public final class CityDraft {
  /// As many different texts in a column of numbers stand for no value; more are something else.
  private static final int MOST_MISSING = 20;
  /// A longer text is not a word.
  private static final int LONGEST = 60;

  private CityDraft() {}

  /// Drafts a file.
  ///
  /// @param name what the city is called; where it is not given, it is guessed
  /// @return YAML
  /// @throws io.carbonflow.base.fault.Problem if two columns of the table have the same letters and digits in their
  ///     names, and are read
  public static String of(Table table, Optional<String> name) {
    Sample sample = Sample.of(table);
    Matches matches = Matches.of(sample.columns());
    DraftText text = new DraftText(sample, matches, Kinds.of(matches), missing(matches), name);
    City city = CityFile.read("the draft of " + table.source(), text.yaml(List.of()));
    return text.yaml(CrossChecks.look(city, sample, matches));
  }

  /// Words in columns of numbers that stand for no value.
  private static List<String> missing(Matches matches) {
    SequencedSet<String> missing = new TreeSet<>();
    matches.found().forEach((column, one) -> {
      if (column.anywhere() instanceof Content.Number && !one.words().isEmpty()) {
        boolean areFew = one.words().size() <= MOST_MISSING;
        List<String> words = one.words().entrySet().stream().filter(word -> areFew && word.getValue() > 1
            && word.getKey().length() <= LONGEST).map(Map.Entry::getKey).toList();
        missing.addAll(words);
        if (words.size() < one.words().size()) {
          matches.doubt(column, "has texts that are not numbers, such as " + one.words().keySet().stream()
              .filter(word -> !words.contains(word)).findFirst().map(YamlText::shortened).orElseThrow());
        }
      }
    });
    matches.more().values().stream().flatMap(List::stream).flatMap(one -> one.words().keySet().stream())
        .filter(word -> word.length() <= LONGEST).limit(MOST_MISSING).forEach(missing::add);
    return List.copyOf(missing);
  }
}
