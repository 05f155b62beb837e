// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

import module java.base;
import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import io.carbonflow.base.file.AtomicFile;
import io.carbonflow.base.json.StrictJson;

/// Searches, whole or in parts, as JSON files. Numbers come back to the last bit, and the same
/// search gives the same bytes. Files are whole or absent.
public final class SearchFiles {
  private SearchFiles() {}

  /// Writes what [Search#screen] gave.
  ///
  /// @throws io.carbonflow.base.fault.Problem if the file cannot be written
  public static void write(Path file, Screening screening) {
    write(file, json -> {
      SearchWriter.plan(json, screening.plan());
      SearchWriter.trials(json, screening.trials());
    });
  }

  /// Writes what [Search#finish] gave.
  ///
  /// @throws io.carbonflow.base.fault.Problem if the file cannot be written
  public static void write(Path file, FullCrossValidation completion) {
    write(file, json -> {
      SearchWriter.plan(json, completion.plan());
      SearchWriter.finalists(json, completion.finalists());
    });
  }

  /// Writes a search's result.
  ///
  /// @throws io.carbonflow.base.fault.Problem if the file cannot be written
  public static void write(Path file, SearchResult result) {
    write(file, json -> {
      SearchWriter.plan(json, result.plan());
      json.name("best").value(result.bestNumber());
      SearchWriter.trials(json, result.trials());
      SearchWriter.numbers(json.name("out_of_fold"), result.outOfFold());
    });
  }

  /// Reads what was written of a [Screening].
  ///
  /// @throws io.carbonflow.base.fault.Problem if the file cannot be read or is not exactly that
  public static Screening readScreening(Path file) {
    StrictJson json = StrictJson.read(file).only("plan", "trials");
    return json.made(() ->
        new Screening(SearchReader.plan(json.field("plan")), SearchReader.trials(json)));
  }

  /// Reads what was written of a [FullCrossValidation].
  ///
  /// @throws io.carbonflow.base.fault.Problem if the file cannot be read or is not exactly that
  public static FullCrossValidation readCompletion(Path file) {
    StrictJson json = StrictJson.read(file).only("plan", "finalists");
    return new FullCrossValidation(
        SearchReader.plan(json.field("plan")),
        json.field("finalists").items().stream().map(SearchReader::finalist).toList());
  }

  /// Reads what was written of a [SearchResult].
  ///
  /// @throws io.carbonflow.base.fault.Problem if the file cannot be read or is not exactly that
  public static SearchResult readResult(Path file) {
    StrictJson json = StrictJson.read(file).only("plan", "best", "trials", "out_of_fold");
    return json.made(() -> new SearchResult(
        SearchReader.plan(json.field("plan")),
        SearchReader.trials(json),
        json.field("best").integer(),
        SearchReader.numbers(json.field("out_of_fold"))));
  }

  @FunctionalInterface
  private interface Fields {
    void to(JsonWriter json) throws IOException;
  }

  private static void write(Path file, Fields fields) {
    AtomicFile.write(file, out -> write(out, fields));
  }

  private static void write(OutputStream out, Fields fields) throws IOException {
    var json = new JsonWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    json.setFormattingStyle(FormattingStyle.PRETTY.withNewline("\n"));
    json.beginObject();
    fields.to(json);
    json.endObject();
    json.flush();
    out.write('\n');
  }
}
