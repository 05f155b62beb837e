package io.carbonflow.learn;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import io.carbonflow.file.WholeFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// Searches, whole or in parts, as JSON files. Numbers come back to the last bit, and the same
/// search gives the same bytes. Files are whole or absent.
public final class SearchFiles {
  private SearchFiles() {}

  /// Writes what [Search#screen] gave.
  ///
  /// @throws io.carbonflow.fault.Problem if the file cannot be written
  public static void write(Path file, Screening screening) {
    write(file, json -> {
      plan(json, screening.plan());
      trials(json, screening.trials());
    });
  }

  /// Writes what [Search#finish] gave.
  ///
  /// @throws io.carbonflow.fault.Problem if the file cannot be written
  public static void write(Path file, Completion completion) {
    write(file, json -> {
      plan(json, completion.plan());
      json.name("finalists").beginArray();
      for (Completion.Finalist finalist : completion.finalists()) {
        json.beginObject().name("trial");
        trial(json, finalist.trial());
        numbers(json.name("out_of_fold"), finalist.outOfFold());
        json.endObject();
      }
      json.endArray();
    });
  }

  /// Writes a search's result.
  ///
  /// @throws io.carbonflow.fault.Problem if the file cannot be written
  public static void write(Path file, SearchResult result) {
    write(file, json -> {
      plan(json, result.plan());
      json.name("best").value(result.bestNumber());
      trials(json, result.trials());
      numbers(json.name("out_of_fold"), result.outOfFold());
    });
  }

  /// Reads what was written of a [Screening].
  ///
  /// @throws io.carbonflow.fault.Problem if the file cannot be read or is not exactly that
  public static Screening readScreening(Path file) {
    StrictJson json = StrictJson.read(file).only("plan", "trials");
    return SearchReader.made(json, () ->
        new Screening(SearchReader.plan(json.field("plan")), SearchReader.trials(json)));
  }

  /// Reads what was written of a [Completion].
  ///
  /// @throws io.carbonflow.fault.Problem if the file cannot be read or is not exactly that
  public static Completion readCompletion(Path file) {
    StrictJson json = StrictJson.read(file).only("plan", "finalists");
    return new Completion(
        SearchReader.plan(json.field("plan")),
        json.field("finalists").items().stream().map(SearchReader::finalist).toList());
  }

  /// Reads what was written of a [SearchResult].
  ///
  /// @throws io.carbonflow.fault.Problem if the file cannot be read or is not exactly that
  public static SearchResult readResult(Path file) {
    StrictJson json = StrictJson.read(file).only("plan", "best", "trials", "out_of_fold");
    return SearchReader.made(json, () -> new SearchResult(
        SearchReader.plan(json.field("plan")),
        SearchReader.trials(json),
        SearchReader.integer(json.field("best")),
        SearchReader.numbers(json.field("out_of_fold"))));
  }

  @FunctionalInterface
  private interface Fields {
    void to(JsonWriter json) throws IOException;
  }

  private static void write(Path file, Fields fields) {
    WholeFile.write(file, out -> write(out, fields));
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

  private static void plan(JsonWriter json, SearchPlan plan) throws IOException {
    json.name("plan").beginObject()
        .name("estimator").value(plan.estimator())
        .name("features").value(Id.of(plan.features()))
        .name("sampling").value(Id.of(plan.sampling()))
        .name("trials").value(plan.trials())
        .name("folds").value(plan.folds())
        .name("seed").value(plan.seed())
        .name("halving").value(plan.halving())
        .endObject();
  }

  private static void trials(JsonWriter json, List<Trial> trials) throws IOException {
    json.name("trials").beginArray();
    for (Trial trial : trials) {
      trial(json, trial);
    }
    json.endArray();
  }

  private static void trial(JsonWriter json, Trial trial) throws IOException {
    json.beginObject()
        .name("number").value(trial.number())
        .name("state").value(Id.of(trial.state()))
        .name("failure").value(trial.failure())
        .name("hyperparameters").beginObject();
    for (var entry : trial.hyperparameters().values().entrySet()) {
      json.name(entry.getKey());
      switch (entry.getValue()) {
        case Double number -> json.value(number);
        case Long number -> json.value(number);
        case Object word -> json.value((String) word);
      }
    }
    json.endObject();
    numbers(
        json.name("fold_r2"),
        trial.foldScores().stream().mapToDouble(Double::doubleValue).toArray());
    json.endObject();
  }

  /// Writes numbers on one line. What JSON has no number for is written as a text.
  private static void numbers(JsonWriter json, double[] numbers) throws IOException {
    FormattingStyle style = json.getFormattingStyle();
    json.beginArray().setFormattingStyle(FormattingStyle.COMPACT);
    for (double number : numbers) {
      if (Double.isFinite(number)) {
        json.value(number);
      } else {
        json.value(Double.toString(number));
      }
    }
    json.endArray().setFormattingStyle(style);
  }
}
