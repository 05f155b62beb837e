// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.infer;

import module java.base;
import com.google.auto.service.AutoService;
import io.carbonflow.base.file.AtomicFile;
import io.carbonflow.base.file.AtomicFile.Content;
import io.carbonflow.base.file.AtomicFile.Draft;
import io.carbonflow.base.file.Sha256;
import io.carbonflow.base.json.Json;
import io.carbonflow.components.predict.Answers;
import io.carbonflow.components.predict.Predict.ExplanationTable;
import io.carbonflow.components.predict.Predict.PredictionTable;
import io.carbonflow.components.predict.Predict.TotalsTable;
import io.carbonflow.components.predict.PredictionOptions;
import io.carbonflow.components.storage.KeyInput;
import io.carbonflow.components.storage.SourceTable;
import io.carbonflow.components.storage.SourceTables;
import io.carbonflow.components.storage.StoreInputs;
import io.carbonflow.kfp.step.About;
import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.Context;
import io.carbonflow.kfp.step.FileName;
import io.carbonflow.kfp.step.OptionalInputs;
import io.carbonflow.kfp.step.Output;
import io.carbonflow.kfp.step.PathUse;
import io.carbonflow.kfp.step.ReadsOutside;
import io.carbonflow.kfp.step.Step;
import io.carbonflow.kfp.step.Value;
import io.carbonflow.published.Published;
import io.carbonflow.published.PublishedModels;
import io.carbonflow.published.PublishedModels.Loaded;
import io.carbonflow.store.Store;
import io.carbonflow.store.StoreUri;

/// The step `infer`. Nothing is trained.
@ReadsOutside
@About("Predicts the rows of tables with the published model, and writes the predictions to the store")
@AutoService(Step.class)
@SuppressWarnings("rawtypes") // a service is found by its class, which has no type arguments
public final class Infer implements Step<Infer.In, Infer.Out> {

  /// What the step takes.
  public record In(
      @About(value = "the tables of rows to predict, of any years: paths, URIs, or keys in the bucket; a folder or"
          + " prefix stands for every table in it", path = PathUse.READ) Value<List<String>> rows,
      StoreInputs at,
      @About(value = "the version of the model; empty for the current one", orElse = "")
      Value<String> modelVersion,
      PredictionOptions options,
      @About(value = "where in the store the predictions go, a folder", orElse = "predictions")
      Value<KeyInput> predictionsKey)
      implements OptionalInputs<In> {
    /// With the current model, and the defaults of what is reported.
    public In(Value<List<String>> rows, StoreInputs at) {
      this(rows, at, Value.byDefault(), new PredictionOptions(), Value.byDefault());
    }
  }

  /// What the step gives.
  public record Out(
      @About("building, year, predicted tonnes, the ends of their interval, their mean, how the row"
          + " differs from the training data, with last-year how it was predicted, and the model's version")
      Output<PredictionTable> predictions,
      @About("what each feature adds to each prediction; a header alone without explain")
      Output<ExplanationTable> explanations,
      @About("what they add up to, with the ends of its interval: a line for all rows, and one for each"
          + " value of the column that total-by names")
      Output<TotalsTable> totals,
      @About("which model has predicted how many rows of which tables, and which it has not")
      Output<InferenceReport> inferenceReport,
      @About("the same in a few lines") Output<InferenceText> inferenceSummary,
      @About("what was predicted, as one self-contained page") Output<InferencePage> inferencePage,
      @About("the version of the model") Output<String> version) {}

  /// Which model has predicted how many rows of which table, and which it has not.
  @FileName("inference.json")
  public record InferenceReport(Path path) implements Artifact.Plain {}

  /// What was predicted, as one self-contained page.
  @FileName("inference.html")
  public record InferencePage(Path path) implements Artifact.Html {}

  @Override
  public void check(In in) {
    SourceTables.require(in.rows().get(), "--rows");
  }

  @Override
  public void run(In in, Out out, Context context) throws IOException, InterruptedException {
    StoreUri root = in.at().rootOfModels();
    in.predictionsKey().get().path(root);
    try (Store store = in.at().open(root)) {
      PublishedModels models = new PublishedModels(store);
      String wanted = in.modelVersion().get();
      Loaded model = models.load(wanted.isBlank() ? Optional.empty() : Optional.of(wanted));
      SourceTables tables = in.at().tables(in.rows().get());
      tables.left(context.console()::line);
      SourceTables lastYear = in.at().tables(in.options().lastYear().get());
      Answers answers = Answers.of(model.bundle(),
          models.uri(model.published(), PublishedModels.BUNDLE).toString(), tables.rows(),
          lastYear.rows(), in.options(), context.workers());
      Content predictions = answers.table(Optional.of(model.published().version()));
      String report = report(
          model.published(), tables, lastYear, answers, Sha256.of(predictions));
      AtomicFile.writeAll(List.of(
          new Draft(out.predictions().get().path(), predictions),
          new Draft(out.explanations().get().path(), answers.contributions()),
          new Draft(out.totals().get().path(), answers.sums()),
          new Draft(out.inferenceReport().get().path(), report),
          new Draft(out.inferenceSummary().get().path(), InferenceText.of(model.published(), answers)),
          new Draft(out.inferencePage().get().path(), InferenceHtml.of(
              model.published(), answers, tables.tables()))));
      out.version().set(model.published().version());
      answers.tell(context.console());
      answers.requireMost(tables.names());
      upload(store, in, out, answers, report);
      context.console().line("predictions of " + model.published().version() + " sent to " + root);
    }
  }

  private static String report(
      Published model, SourceTables tables, SourceTables lastYear, Answers answers,
      String predictions) {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("model_version", model.version());
    report.put("model_sha256", model.sha256());
    put(report, "rows", tables);
    put(report, "last_year", lastYear);
    report.put("predictions_sha256", predictions);
    report.putAll(answers.report());
    return Json.pretty(report);
  }

  /// One table is named by its hash alone, as it was before there could be many.
  private static void put(Map<String, Object> report, String what, SourceTables given) {
    if (given.tables().size() == 1) {
      report.put(what + "_sha256", given.tables().getFirst().sha256());
    }
    if (!given.tables().isEmpty()) {
      report.put(what + "_tables", given.tables().stream().map(TableFact::of).toList());
    }
  }

  /// A table in the report.
  private record TableFact(String name, int rows, String sha256) {
    static TableFact of(SourceTable table) {
      return new TableFact(table.table().source(), table.table().rows().size(), table.sha256());
    }
  }

  /// The report goes last: who finds it, and its hash in it, has the predictions that belong to it.
  private static void upload(Store store, In in, Out out, Answers answers, String report) {
    String folder = in.predictionsKey().get().path(store.root());
    String prefix = folder.isBlank() ? "" : folder + "/";
    store.write(prefix + "predictions.csv", out.predictions().get().path());
    if (answers.explanations().isPresent()) {
      store.write(prefix + "explanations.csv", out.explanations().get().path());
    }
    store.write(prefix + "totals.csv", out.totals().get().path());
    store.write(prefix + "inference.html", out.inferencePage().get().path());
    store.write(prefix + "inference.json", report.getBytes(StandardCharsets.UTF_8));
  }
}
