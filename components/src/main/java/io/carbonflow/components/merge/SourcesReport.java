// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.merge;

import module java.base;
import io.carbonflow.base.file.AtomicFile;
import io.carbonflow.base.json.Json;
import io.carbonflow.base.json.StrictJson;
import io.carbonflow.components.storage.SourceTable;
import io.carbonflow.model.building.Merged;

/// Writes and reads `sources.json`. A table's hash is what tells it from others: the same table is the
/// same source wherever it lies. Its name is there for people, and no model takes it on.
///
/// @param tables the tables, in the order they were given
/// @param years the years of the rows that were taken from them, in order
/// @param splitSeed what decided which buildings are held out
public record SourcesReport(List<Source> tables, List<Integer> years, long splitSeed) {
  /// A table that went in.
  ///
  /// @param name its path or URI as it was given; neither kind holds a secret
  /// @param rows how many rows it has
  /// @param years the years that they are of, in order
  /// @param sha256 the hash of its bytes
  public record Source(String name, int rows, List<Integer> years, String sha256) {}

  static void write(List<SourceTable> tables, Merged merged, long splitSeed, Path file) {
    List<Source> sources = IntStream.range(0, tables.size()).mapToObj(i -> new Source(
        tables.get(i).table().source(), tables.get(i).table().rows().size(),
        List.copyOf(merged.years().get(i).keySet()), tables.get(i).sha256())).toList();
    AtomicFile.write(file, Json.pretty(
        new SourcesReport(sources, List.copyOf(merged.chosenYears()), splitSeed)));
  }

  /// Reads the sources.
  ///
  /// @throws io.carbonflow.base.fault.Problem if the file cannot be read or lists no tables
  public static SourcesReport read(Path file) {
    return StrictJson.read(file).to(SourcesReport.class);
  }
}
