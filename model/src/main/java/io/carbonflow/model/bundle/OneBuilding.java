// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.bundle;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.InputLimits;
import io.carbonflow.base.json.StrictJson;
import io.carbonflow.base.table.Cell;
import io.carbonflow.base.table.Header;
import io.carbonflow.base.table.NearName;
import io.carbonflow.base.table.Row;
import io.carbonflow.base.table.Table;
import io.carbonflow.model.building.MissingColumn;
import io.carbonflow.model.building.PredictionRows;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One building as a table of one row, so that it is read as a row of a file is.
final class OneBuilding {
  /// Where messages say that something is wrong.
  private static final Place PLACE = Place.of("building");

  private static final String REMEDY =
      "give one JSON object with the table's column names, such as {\"YearBuilt\": 1927}";

  private OneBuilding() {}

  /// The table of a building.
  ///
  /// @param cells a text, number or truth value by column name; null or an empty text where it is not
  ///     known
  /// @throws Problem if a value is of another type, or not finite
  static Table of(Map<String, ?> cells) {
    List<String> names = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    cells.forEach((name, value) -> {
      names.add(name);
      texts.add(text(name, value));
    });
    return new Table(PLACE.source(), new Header(names),
        List.of(new Row(PLACE, new Header(names), texts)));
  }

  /// The table of a building in JSON.
  ///
  /// @throws Problem if the text is not an object, or longer than any building's
  static Table of(String json) {
    if (json.length() > InputLimits.BUILDING) {
      throw new Problem(PLACE, "is longer than " + InputLimits.BUILDING + " characters", REMEDY);
    }
    return StrictJson.of(json.getBytes(StandardCharsets.UTF_8), PLACE, REMEDY)
        .as("an object", OneBuilding::table);
  }

  /// Why a building is not predicted. What is wrong with a cell names the cell already.
  static Problem refused(PredictionRows.Skipped skipped) {
    return skipped.reason().startsWith(PLACE.source() + ", ") ? new Problem(skipped.reason(), null)
        : new Problem(Place.of(PLACE.source() + " " + skipped.id()), "cannot be predicted: "
            + skipped.reason(), "leave it out");
  }

  /// Refuses a name that is a column's except for punctuation: what it holds would count as not known,
  /// unseen. Names that are less alike may be others of the caller's.
  static void refuseSimilar(MissingColumn missing) {
    missing.similar().flatMap(name -> NearName.same(missing.name(), List.of(name))).ifPresent(name -> {
      throw new Problem(PLACE.column(name), "is not a column, but looks like " + missing.name(),
          "call it " + missing.name() + ", or leave it out");
    });
  }

  private static Table table(JsonElement json) {
    Map<String, Object> cells = new LinkedHashMap<>();
    JsonObject object = json.getAsJsonObject();
    object.entrySet().forEach(field -> cells.put(field.getKey(), value(field.getValue())));
    return of(cells);
  }

  /// Numbers keep their digits; an object, such as the one of `Location`, is read as its text is.
  private static Object value(JsonElement json) {
    return json.isJsonNull() ? "" : json.isJsonPrimitive() ? json.getAsString() : json.toString();
  }

  private static String text(String name, Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof String || value instanceof Boolean) {
      return value.toString();
    }
    if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
      return value instanceof Double || value instanceof Float
          ? Cell.format(number.doubleValue()) : number.toString();
    }
    throw new Problem(PLACE.column(name), "'" + value + "' is not text, finite number or truth value",
        "give one of these, or null where it is not known");
  }
}
