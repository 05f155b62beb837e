// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.cli.kubeflow;

import module java.base;
import io.carbonflow.kfp.client.Span;

/// Results as text that people and scripts read alike: `key: value` lines, and tables whose columns
/// are at least two spaces apart.
///
/// @param out where they are shown
public record KeyValueLines(PrintStream out) {
  private static final String NONE = "-";

  /// Shows a line.
  public KeyValueLines line(String key, Object value) {
    out.println(key + ": " + value);
    return this;
  }

  /// Shows a table; nothing but its head if it has no rows.
  public void table(List<String> head, List<List<String>> rows) {
    List<List<String>> all = new ArrayList<>(List.of(head));
    all.addAll(rows);
    int[] widths = IntStream.range(0, head.size())
        .map(column -> all.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
        .toArray();
    for (List<String> row : all) {
      out.println(IntStream.range(0, row.size())
          .mapToObj(column -> row.get(column) + " ".repeat(
              widths[column] - row.get(column).length()))
          .collect(Collectors.joining("  ")).stripTrailing());
    }
  }

  /// A time in UTC, to the second.
  public static String time(Optional<Instant> time) {
    return time.map(at -> at.truncatedTo(ChronoUnit.SECONDS).toString()).orElse(NONE);
  }

  /// A length of time.
  public static String span(Optional<Duration> span) {
    return span.map(Span::of).orElse(NONE);
  }
}
