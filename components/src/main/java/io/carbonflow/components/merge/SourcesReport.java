// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.merge;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.AtomicFile;
import io.carbonflow.base.file.Sha256;
import io.carbonflow.base.json.Json;
import io.carbonflow.base.json.StrictJson;
import io.carbonflow.components.storage.SourceTable;
import io.carbonflow.model.building.Merged;
import io.carbonflow.model.city.City;
import io.carbonflow.model.city.CityJson;

/// Writes and reads `sources.json`. A table's hash is what tells it from others: the same table is the
/// same source wherever it is. Its name is there for people, and no model takes it on.
///
/// @param tables the tables, in the order they were given
/// @param years the years of the rows that were taken from them, in order
/// @param splitSeed what decided which buildings are held out
/// @param city the city that they are of
public record SourcesReport(List<Source> tables, List<Integer> years, long splitSeed, ReadBy city) {
  /// A table that went in.
  ///
  /// @param name its path or URI as it was given; neither kind holds a secret
  /// @param rows how many rows it has
  /// @param years the years that they are of, in order
  /// @param sha256 the hash of its bytes
  public record Source(String name, int rows, List<Integer> years, String sha256) {}

  /// A city that tables were read by.
  ///
  /// @param name what it is called
  /// @param sha256 the hash of all that is said of it, as a bundle's `city.json` has it
  public record ReadBy(String name, String sha256) {
    /// That of a city.
    public static ReadBy of(City city) {
      return new ReadBy(city.name(), Sha256.of(CityJson.text(city).getBytes(StandardCharsets.UTF_8)));
    }
  }

  static void write(List<SourceTable> tables, Merged merged, long splitSeed, City city, Path file) {
    List<Source> sources = IntStream.range(0, tables.size()).mapToObj(i -> new Source(
        tables.get(i).table().source(), tables.get(i).table().rows().size(),
        List.copyOf(merged.years().get(i).keySet()), tables.get(i).sha256())).toList();
    AtomicFile.write(file, Json.pretty(
        new SourcesReport(sources, List.copyOf(merged.chosenYears()), splitSeed, ReadBy.of(city))));
  }

  /// Reads the sources.
  ///
  /// @throws io.carbonflow.base.fault.Problem if the file cannot be read or lists no tables
  public static SourcesReport read(Path file) {
    return StrictJson.read(file).to(SourcesReport.class);
  }

  /// Reads the sources of a model of a city.
  ///
  /// @throws Problem if the file cannot be read or lists no tables, or they were read by another city
  public static SourcesReport read(Path file, City city) {
    SourcesReport sources = read(file);
    if (!sources.city.equals(ReadBy.of(city))) {
      throw new Problem(Place.of(file), "says that the tables were read by " + (sources.city.name.equals(city.name())
          ? "another file of " + city.name() : "the file of " + sources.city.name + ", and this step was given "
              + city.name()), "give every step the --city that merge was given");
    }
    return sources;
  }
}
