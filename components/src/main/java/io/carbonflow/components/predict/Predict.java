// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.predict;

import module java.base;
import com.google.auto.service.AutoService;
import io.carbonflow.base.file.AtomicFile;
import io.carbonflow.base.file.AtomicFile.Draft;
import io.carbonflow.base.json.Json;
import io.carbonflow.base.table.Csv;
import io.carbonflow.base.table.Table;
import io.carbonflow.components.prepare.Prepare.RowsToPredict;
import io.carbonflow.components.storage.BucketUri;
import io.carbonflow.components.storage.SourceTables;
import io.carbonflow.components.trainbest.TrainBest.BundleFile;
import io.carbonflow.kfp.step.About;
import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.Context;
import io.carbonflow.kfp.step.FileName;
import io.carbonflow.kfp.step.Output;
import io.carbonflow.kfp.step.ReadsOutside;
import io.carbonflow.kfp.step.Step;
import io.carbonflow.kfp.step.Unnamed;
import io.carbonflow.kfp.step.Value;
import io.carbonflow.model.bundle.Bundle;

/// The step `predict`.
@ReadsOutside
@About("Predicts the emissions of the rows of a table: raw of any year, merged or clean")
@AutoService(Step.class)
@SuppressWarnings("rawtypes") // a service is found by its class, which has no type arguments
public final class Predict implements Step<Predict.In, Predict.Out> {

  /// What the step takes.
  public record In(
      @About("the bundle") Value<BundleFile> bundle,
      @About("the rows to predict") Value<RowsToPredict> rows,
      PredictionOptions options,
      @About(value = "the id of a building that gets a page of its own; empty for none", orElse = "")
      Value<String> building) {

    /// With the default level and no explanations.
    public In(Value<BundleFile> bundle, Value<RowsToPredict> rows) {
      this(bundle, rows, new PredictionOptions());
    }

    /// With no page of a building.
    public In(Value<BundleFile> bundle, Value<RowsToPredict> rows, PredictionOptions options) {
      this(bundle, rows, options, Value.byDefault());
    }
  }

  /// What the step gives.
  public record Out(
      @About(value = "building, year, predicted tonnes, the ends of their interval, their mean, how the row differs"
          + " from the training data, and the measured tonnes, type and name where the table has them; with last-year"
          + " how each was predicted,"
          + " with explain the main reasons too",
          unnamed = Unnamed.STANDARD_OUTPUT)
      Output<PredictionTable> predictions,
      @About(value = "what each feature adds to each prediction; a header alone without explain",
          unnamed = Unnamed.NOWHERE)
      Output<ExplanationTable> explanations,
      @About(value = "what they add up to, with the ends of its interval: a line for all rows, and one"
          + " for each value of the column that total-by names", unnamed = Unnamed.NOWHERE)
      Output<TotalsTable> totals,
      @About(value = "which rows were not predicted, and why; how many are outside of the training data",
          unnamed = Unnamed.NOWHERE)
      Output<PredictionReport> predictionReport,
      @About(value = "a page of the building that is named: prediction, reasons, years, others of its kind",
          unnamed = Unnamed.NOWHERE)
      Output<BuildingHtml> buildingPage,
      @About(value = "whether most rows of the kinds that are modeled were predicted",
          verdict = true)
      Output<Boolean> mostPredicted) {}

  /// What each feature adds to each prediction, a line each.
  @FileName("explanations.csv")
  public record ExplanationTable(Path path) implements Artifact.Dataset {}

  /// How many rows were predicted, which were not, and why.
  @FileName("prediction.json")
  public record PredictionReport(Path path) implements Artifact.Plain {}

  /// The page of one building.
  @FileName("building.html")
  public record BuildingHtml(Path path) implements Artifact.Html {}

  /// Predictions, a line a row: building, year, tonnes.
  @FileName("predictions.csv")
  public record PredictionTable(Path path) implements Artifact.Dataset {}

  /// Totals: all, and by the values of a column.
  @FileName("totals.csv")
  public record TotalsTable(Path path) implements Artifact.Dataset {}

  @Override
  public void run(In in, Out out, Context context) throws InterruptedException {
    Path file = in.bundle().get().path();
    Bundle bundle = Bundle.load(file);
    Path rows = in.rows().get().path();
    List<Table> lastYear = SourceTables.read(in.options().lastYear().get(), new BucketUri(""), "").rows();
    Answers answers = Answers.of(bundle, file.toString(), List.of(Csv.read(rows)),
        lastYear, in.options(), context.workers());
    String building = in.building().get().strip();
    String page = building.isEmpty() ? BuildingPage.ofNone() : BuildingPage.of(answers, building);
    AtomicFile.writeAll(List.of(
        new Draft(out.predictions().get().path(), answers.table(Optional.empty())),
        new Draft(out.explanations().get().path(), answers.contributions()),
        new Draft(out.totals().get().path(), answers.sums()),
        new Draft(out.predictionReport().get().path(), Json.pretty(answers.report())),
        new Draft(out.buildingPage().get().path(), page)));
    answers.tell(context.console());
    out.mostPredicted().set(answers.areMost());
  }
}
