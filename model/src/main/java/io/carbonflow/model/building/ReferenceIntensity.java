// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.BoundedInput;
import io.carbonflow.base.table.Csv;
import io.carbonflow.base.table.Row;
import io.carbonflow.base.table.Table;
import io.carbonflow.model.city.City;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The national median of the site energy per floor area by use, in kBtu per square foot and year:
/// what a building would use if each of its uses were an ordinary one.
///
/// The values stand in `reference-intensity.csv` beside this class. They are those of EPA's ENERGY STAR
/// Portfolio Manager Technical Reference [U.S. Energy Use Intensity by Property Type][table], edition
/// of August 2024, a work of the U.S. government. The PDF itself could not be fetched: they were taken
/// from a [transcription][copy] that names its SHA-256, 5e5dfab8…, and compared with a second one, which
/// has the same value for every use that both have. The ten that were seen of EPA's page
/// "What is EUI" are the same there.
///
/// `sourced` are uses that the table has, perhaps under a later name, which the note tells. `filled` are
/// others: the note says what stands in, [#UNKNOWN] where nothing does.
///
/// [table]: https://portfoliomanager.energystar.gov/pdf/reference/US%20National%20Median%20Table.pdf
/// [copy]: https://github.com/yroussev/camber/tree/2f3b3fa4dbc80b70632dc2b6706f96f74896bd38
public final class ReferenceIntensity {
  /// What a use counts of which nothing is known, in kBtu per square foot.
  public static final double UNKNOWN = 50;

  private static final String FILE = "reference-intensity.csv";
  private static final List<String> COLUMNS = List.of("use", "kbtu_per_ft2", "origin", "note");
  private static final List<String> ORIGINS = List.of("sourced", "filled");
  private static final int MOST_BYTES = 64 << 10;
  /// The greatest in the table is 403, that of fast food.
  private static final double MOST = 1000;
  private static final Map<String, Double> BY_USE = read();

  private ReferenceIntensity() {}

  /// The uses that have a value of their own, in kBtu per square foot.
  static Map<String, Double> byUse() {
    return BY_USE;
  }

  /// Whether a use has a value of its own.
  public static boolean has(String use) {
    return BY_USE.containsKey(use);
  }

  /// That of one use in kBtu per square foot; [#UNKNOWN] for one that the table does not have.
  public static double of(String use) {
    return BY_USE.getOrDefault(use, UNKNOWN);
  }

  /// What a use of a city's is called here: as the city says, or else, where its names are not known, by the same
  /// letters and digits; the use itself where nothing tells.
  public static String name(String use, City city) {
    return Vocabulary.of(city).reference(use);
  }

  /// The logarithm of one more than the mean of some uses, each by its part of the floor area; NaN
  /// where they have no area.
  ///
  /// @param uses the uses, with areas in any unit
  public static double log(List<Use> uses) {
    double area = 0;
    for (Use use : uses) {
      area += use.area();
    }
    double mean = 0;
    for (Use use : uses) {
      mean += use.area() / area * of(use.reference());
    }
    return Math.log1p(mean);
  }

  private static Map<String, Double> read() {
    Place place = Place.of(FILE);
    try (InputStream in = ReferenceIntensity.class.getResourceAsStream(FILE)) {
      return read(Csv.read(
          BoundedInput.limited(in, MOST_BYTES, place, "use the release as it was built"), FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads the values.
  ///
  /// @throws Problem if the table has other columns, or a use appears twice or has a value that cannot be
  static Map<String, Double> read(Table table) {
    if (!table.header().names().equals(COLUMNS)) {
      throw new Problem(table.place().line(1), "does not have the columns " + String.join(", ", COLUMNS),
          "name them so");
    }
    Map<String, Double> values = new HashMap<>();
    for (Row row : table.rows()) {
      double value = row.number("kbtu_per_ft2");
      if (!(value > 0 && value <= MOST)) {
        throw new Problem(row.place("kbtu_per_ft2"), "is not above 0 and at most " + MOST,
            "give kBtu per square foot and year");
      }
      if (!ORIGINS.contains(row.text("origin"))) {
        throw new Problem(row.place("origin"), "is not one of " + ORIGINS, "say where the value is from");
      }
      if (row.text("use").isEmpty() || values.put(row.text("use"), value) != null) {
        throw new Problem(row.place("use"), "is empty, or appears twice", "name each use once");
      }
    }
    return Map.copyOf(values);
  }
}
