package io.carbonflow.components.merge;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import io.carbonflow.fault.Place;
import io.carbonflow.fault.Problem;
import io.carbonflow.file.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Writes and reads `sources.json`. It names contents, not places: the same table is the same source
/// wherever it lies.
///
/// @param tables the tables, in the order they were given
/// @param splitSeed what decided which buildings are held out
public record SourcesJson(List<Source> tables, long splitSeed) {
  private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

  /// A table that went in.
  ///
  /// @param rows how many rows it has
  /// @param sha256 the hash of its bytes
  public record Source(int rows, String sha256) {}

  static void write(List<SourceTable> tables, long splitSeed, Path file) {
    SourcesJson sources = new SourcesJson(tables.stream()
        .map(source -> new Source(source.table().rows().size(), source.sha256()))
        .toList(), splitSeed);
    WholeFile.write(file, GSON.toJson(sources) + "\n");
  }

  /// Reads the sources.
  ///
  /// @throws Problem if the file cannot be read or lists no tables
  public static SourcesJson read(Path file) {
    try {
      SourcesJson sources = GSON.fromJson(Files.readString(file), SourcesJson.class);
      if (sources == null || sources.tables() == null) {
        throw new JsonParseException("it is incomplete");
      }
      return sources;
    } catch (IOException | RuntimeException e) {
      throw new Problem(Place.of(file), "lists no tables (" + e.getMessage() + ")",
          "name the sources.json that merge has written", e);
    }
  }
}
