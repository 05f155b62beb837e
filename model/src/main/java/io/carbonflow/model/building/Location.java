// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.table.Cell;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Where a building stands, from the 2015 table's column of that name: coordinates and an address
/// in one cell, `{'latitude': '47.6', 'longitude': '-122.3', 'human_address': '{"address": …}'}`.
/// Keys in any order and letter case, further keys, either kind of quotes; the address as an object
/// or as text that holds one. The portal's older form gives coordinates only: lines of address that
/// end in `(47.6, -122.3)`.
///
/// @param latitude as text; empty where it is not given, like the rest
record Location(
    String latitude, String longitude, String address, String city, String state, String zip) {
  /// The column's name.
  static final String COLUMN = "Location";

  /// The columns that it stands for where a table does not have them.
  static final Set<Column> COLUMNS = Set.of(Column.LATITUDE, Column.LONGITUDE, Column.ADDRESS,
      Column.CITY, Column.STATE, Column.ZIP_CODE);

  private static final Pattern OLDER =
      Pattern.compile("(?s).*\\(\\s*([-+.\\d]+)\\s*,\\s*([-+.\\d]+)\\s*\\)\\s*");
  private static final Location NOWHERE = new Location("", "", "", "", "", "");

  /// Reads a cell; an empty one gives empty parts.
  ///
  /// @throws Problem if the cell holds something else
  static Location parse(String raw, Place where) {
    if (Cell.isMissing(raw)) {
      return NOWHERE;
    }
    var older = OLDER.matcher(raw);
    if (!raw.strip().startsWith("{") && older.matches()) {
      return new Location(older.group(1), older.group(2), "", "", "", "");
    }
    try {
      return of(object(LooseLiteral.parse(raw)));
    } catch (IllegalArgumentException e) {
      throw new Problem(where, "\"" + Cell.shortened(raw) + "\" is not a location: "
          + e.getMessage(), "write it like {\"latitude\": \"47.6\", \"longitude\": \"-122.3\"}", e);
    }
  }

  private static Location of(Map<?, ?> fields) {
    Object human = value(fields, "human_address");
    if (human instanceof String text) {
      human = text.isBlank() ? Map.of() : LooseLiteral.parse(text);
    }
    Map<?, ?> parts = human == null ? Map.of() : object(human);
    return new Location(
        text(fields, "latitude"), text(fields, "longitude"),
        text(parts, "address"), text(parts, "city"), text(parts, "state"), text(parts, "zip"));
  }

  private static Map<?, ?> object(Object value) {
    if (value instanceof Map<?, ?> fields) {
      return fields;
    }
    throw new IllegalArgumentException("no object of named parts");
  }

  private static String text(Map<?, ?> fields, String key) {
    return switch (value(fields, key)) {
      case null -> "";
      case String text -> text;
      case Object other -> throw new IllegalArgumentException(key + " is not text");
    };
  }

  private static Object value(Map<?, ?> fields, String key) {
    for (Map.Entry<?, ?> field : fields.entrySet()) {
      if (Column.key(field.getKey().toString()).equals(Column.key(key))) {
        return field.getValue();
      }
    }
    return null;
  }
}
