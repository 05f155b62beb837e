// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.city.check;

import module java.base;
import io.carbonflow.base.table.Row;
import io.carbonflow.components.validate.check.Figures;
import io.carbonflow.model.building.Column;
import io.carbonflow.model.building.Content;
import io.carbonflow.model.building.Limits;
import io.carbonflow.model.building.Severity;
import io.carbonflow.model.city.City;

/// Values of a column that are beyond its limits at one end, or have none of its forms.
///
/// @param column the column
/// @param limit what they are beyond, in words
/// @param severity how bad that is
/// @param rows how many there are
/// @param first where the first is
record BeyondLimits(Column column, String limit, Severity severity, int rows, String first) {
  private record End(Column column, String limit, Severity severity) {}

  /// Looks at rows of the one schema.
  static List<BeyondLimits> of(City city, Collection<Row> rows) {
    Map<End, List<Row>> found = new LinkedHashMap<>();
    for (Column column : city.schema()) {
      Content content = city.content(column);
      for (Row row : rows) {
        end(column, content, row).ifPresent(end -> found.computeIfAbsent(end, _ -> new ArrayList<>()).add(row));
      }
    }
    return found.entrySet().stream().map(one -> {
      End end = one.getKey();
      Row first = one.getValue().getFirst();
      return new BeyondLimits(end.column, end.limit, end.severity, one.getValue().size(),
          first.text(end.column.title()) + " in " + place(first));
    }).toList();
  }

  private static String place(Row row) {
    String source = row.start().source();
    return source.substring(source.lastIndexOf('/') + 1) + ", line " + row.start().line();
  }

  private static Optional<End> end(Column column, Content content, Row row) {
    return switch (content) {
      case Content.Number number -> end(column, number.limits(), row.number(column.title()));
      case Content.Id id -> {
        String value = row.id(column.title());
        yield value.isEmpty() || id.form().matcher(value).matches() ? Optional.empty()
            : Optional.of(new End(column, "not " + id.words(), Severity.WARNING));
      }
      case Content.Text _, Content.Flag _ -> Optional.empty();
    };
  }

  private static Optional<End> end(Column column, Limits limits, double number) {
    String limit = number < limits.least() ? "below " + Figures.number(limits.least())
        : "above " + Figures.number(limits.greatest());
    return limits.against(number).map(severity -> new End(column, limit, severity));
  }
}
