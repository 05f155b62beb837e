// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.transform;

import com.google.gson.JsonObject;
import io.carbonflow.base.json.Json;
import io.carbonflow.base.json.StrictJson;
import io.carbonflow.model.factor.KnownFactors;
import io.carbonflow.model.factor.YearFactors;
import java.util.SortedMap;
import java.util.TreeMap;

/// Emission factors by year as JSON: an object of each year.
public final class FactorsJson {
  private FactorsJson() {}

  /// The factors as JSON; doubles read back to the last bit.
  public static JsonObject write(YearFactors factors) {
    var json = new JsonObject();
    factors.years().forEach((year, known) -> json.add(Integer.toString(year), Json.tree(known)));
    return json;
  }

  static YearFactors read(StrictJson json) {
    SortedMap<Integer, KnownFactors> years = new TreeMap<>();
    json.names().forEach(name -> years.put(
        json.as("an object of years", value -> year(name)), json.field(name).to(KnownFactors.class)));
    return json.made(() -> new YearFactors(years));
  }

  private static int year(String name) {
    int year = Integer.parseInt(name);
    if (!Integer.toString(year).equals(name)) {
      throw new IllegalArgumentException(name + " is not a year");
    }
    return year;
  }
}
