// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.city;

import io.carbonflow.base.fault.Printable;
import io.carbonflow.base.json.StrictJson;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Reads what a city says of a column.
final class ColumnReader {
  private static final String FUELS = "fuels";

  private ColumnReader() {}

  static CityColumn read(StrictJson json) {
    Source source = source(json);
    Bounds bounds = CityReader.made(json, () -> new Bounds(
        CityReader.number(json, "likely from"), CityReader.number(json, "likely to"),
        CityReader.number(json, "possible from"), CityReader.number(json, "possible to")));
    CityColumn column = CityReader.made(json, () -> new CityColumn(source, bounds, CityReader.listed(json, "forms"),
        CityReader.optional(json, "words"), CityReader.optional(json, "source")));
    CityReader.end(json);
    return column;
  }

  private static Source source(StrictJson json) {
    List<String> given = List.of("name", "same as", "sum of").stream()
        .filter(name -> json.maybe(name).isPresent()).toList();
    if (given.size() > 1) {
      throw json.field(given.get(1)).wrong("is given in addition to " + given.get(0), "give one of the two");
    }
    boolean otherwise = json.maybe("same as").isPresent() || json.maybe("sum of").isPresent();
    if (otherwise && json.maybe("near").isPresent()) {
      throw json.field("near").wrong("is read of no table", "leave it out");
    }
    if (json.maybe("same as").isPresent()) {
      return new Source.SameAs(CityReader.column(json.field("same as")));
    }
    Optional<Unit> unit = json.maybe("unit").map(ColumnReader::unit);
    if (json.maybe("sum of").isPresent()) {
      StrictJson sum = json.field("sum of");
      List<String> names = CityReader.texts(sum);
      return sum.isText() && names.equals(List.of(FUELS)) ? new Source.SumOfFuels()
          : CityReader.made(sum, () -> new Source.SumOf(names, unit));
    }
    return CityReader.made(json, () -> new Source.Named(
        CityReader.listed(json, "name"), CityReader.listed(json, "near"), unit));
  }

  private static Unit unit(StrictJson json) {
    String word = CityReader.text(json);
    return Unit.of(word).orElseThrow(() -> json.wrong("is not a unit that is known: " + Printable.shortened(word),
        "use one of " + String.join(", ", Arrays.stream(Unit.values()).map(Unit::word).toList())));
  }
}
