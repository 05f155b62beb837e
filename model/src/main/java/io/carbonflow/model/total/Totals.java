// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.total;

import io.carbonflow.base.fault.Place;
import io.carbonflow.base.json.Json;
import io.carbonflow.base.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// What makes sums of a model's predictions right.
///
/// ```java
/// Bundle bundle = Bundle.load(Path.of("model.carbonflow"));
/// List<Prediction> predictions = bundle.predict(Csv.read(Path.of("2016.csv"))).predicted();
/// bundle.total(predictions).ifPresent(total -> System.out.println(total.text()));
/// ```
///
/// @param means leads from medians to means
/// @param spread says how far a sum may be off; empty where there were too few training buildings
public record Totals(MeanFactors means, Optional<SumSpread> spread) {

  /// The sum of rows, with its interval.
  ///
  /// @param level the part of sums that should lie within their interval, in (0, 1)
  /// @throws IllegalArgumentException if the sum is too large for a double
  /// @throws io.carbonflow.base.fault.Problem if the upper end of its interval is
  public Total total(List<Summand> rows, double level) {
    return new Total(rows.stream().mapToDouble(Summand::mean).sum(),
        spread.flatMap(known -> known.interval(rows, level)), rows.size(),
        (int) rows.stream().map(Summand::building).distinct().count());
  }

  /// As JSON, ending in a line break. Doubles read back to the last bit.
  public String toJson() {
    return Json.pretty(this);
  }

  /// Reads what [#toJson] wrote.
  ///
  /// @param where the file or bundle that the text is from
  /// @throws io.carbonflow.base.fault.Problem if the text is something else
  public static Totals read(String json, Place where) {
    return StrictJson.of(json.getBytes(StandardCharsets.UTF_8), where,
        "copy the bundle again from where it was written").to(Totals.class);
  }
}
