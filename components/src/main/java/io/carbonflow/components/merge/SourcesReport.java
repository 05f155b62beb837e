// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.merge;

import module java.base;
import io.carbonflow.base.file.AtomicFile;
import io.carbonflow.base.json.Json;
import io.carbonflow.base.json.StrictJson;
import io.carbonflow.components.storage.SourceTable;

/// Writes and reads `sources.json`. It names contents, not places: the same table is the same source
/// wherever it lies.
///
/// @param tables the tables, in the order they were given
/// @param splitSeed what decided which buildings are held out
public record SourcesReport(List<Source> tables, long splitSeed) {
  /// A table that went in.
  ///
  /// @param rows how many rows it has
  /// @param sha256 the hash of its bytes
  public record Source(int rows, String sha256) {}

  static void write(List<SourceTable> tables, long splitSeed, Path file) {
    SourcesReport sources = new SourcesReport(tables.stream()
        .map(source -> new Source(source.table().rows().size(), source.sha256()))
        .toList(), splitSeed);
    AtomicFile.write(file, Json.pretty(sources));
  }

  /// Reads the sources.
  ///
  /// @throws io.carbonflow.base.fault.Problem if the file cannot be read or lists no tables
  public static SourcesReport read(Path file) {
    return StrictJson.read(file).to(SourcesReport.class);
  }
}
