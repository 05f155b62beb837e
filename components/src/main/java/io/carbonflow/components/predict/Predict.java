package io.carbonflow.components.predict;

import com.google.auto.service.AutoService;
import com.google.gson.GsonBuilder;
import io.carbonflow.components.prepare.RowsToPredict;
import io.carbonflow.components.trainbest.BundleFile;
import io.carbonflow.file.WholeFile;
import io.carbonflow.model.Bundle;
import io.carbonflow.model.Predictions;
import io.carbonflow.step.About;
import io.carbonflow.step.Context;
import io.carbonflow.step.Output;
import io.carbonflow.step.Step;
import io.carbonflow.step.StepMain;
import io.carbonflow.step.Value;
import io.carbonflow.table.Cell;
import io.carbonflow.table.Csv;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The step `predict`.
@About("Predicts the emissions of the rows of a table: raw of either year, merged or clean")
@AutoService(Step.class)
@SuppressWarnings("rawtypes") // a service is found by its class, which has no type arguments
public final class Predict implements Step<Predict.In, Predict.Out> {
  private static final List<String> HEADER =
      List.of("OSEBuildingID", "DataYear", "predicted_tonnes");

  /// What the step takes.
  public record In(
      @About("the bundle") Value<BundleFile> bundle,
      @About("the rows to predict") Value<RowsToPredict> rows) {}

  /// What the step gives.
  public record Out(
      @About("building, year and predicted tonnes") Output<PredictionTable> predictions,
      @About("which rows were not predicted, and why") Output<PredictionReport> report) {}

  /// Runs the step as a program.
  public static void main(String... args) {
    StepMain.main(new Predict(), args);
  }

  @Override
  public void run(In in, Out out, Context context) {
    Bundle bundle = Bundle.load(in.bundle().get().path());
    Predictions predictions = bundle.predict(Csv.read(in.rows().get().path()));
    Csv.write(out.predictions().get().path(), HEADER, predictions.predicted().stream()
        .map(p -> List.of(p.key().building(), Integer.toString(p.key().year()),
            Cell.format(p.tonnes())))
        .toList());
    WholeFile.write(out.report().get().path(), report(predictions));
    context.console().line(String.format(Locale.ROOT, "%,d rows predicted, %,d not",
        predictions.predicted().size(), predictions.skipped().size()));
    predictions.skipped().stream().limit(3).forEach(row -> context.console().line(
        "not predicted: line " + row.line() + ", building " + row.id() + ": " + row.reason()));
    predictions.unseen().forEach((category, rows) -> context.console().line(
        category + " was never seen in training; " + rows + " rows have it"));
  }

  private static String report(Predictions predictions) {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("predicted", predictions.predicted().size());
    report.put("not_predicted", predictions.skipped());
    report.put("categories_never_seen", predictions.unseen());
    return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(report)
        + "\n";
  }
}
