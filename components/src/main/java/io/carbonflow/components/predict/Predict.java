package io.carbonflow.components.predict;

import com.google.auto.service.AutoService;
import io.carbonflow.building.PredictionRows;
import io.carbonflow.components.prepare.RowsToPredict;
import io.carbonflow.components.trainbest.BundleFile;
import io.carbonflow.explain.Explanation;
import io.carbonflow.fault.Place;
import io.carbonflow.fault.Problem;
import io.carbonflow.file.WholeFile;
import io.carbonflow.interval.Intervals;
import io.carbonflow.model.Bundle;
import io.carbonflow.model.Predictions;
import io.carbonflow.step.About;
import io.carbonflow.step.Console;
import io.carbonflow.step.Context;
import io.carbonflow.step.Inputs;
import io.carbonflow.step.Output;
import io.carbonflow.step.Step;
import io.carbonflow.step.StepMain;
import io.carbonflow.step.Value;
import io.carbonflow.table.Csv;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/// The step `predict`.
@About("Predicts the emissions of the rows of a table: raw of either year, merged or clean")
@AutoService(Step.class)
@SuppressWarnings("rawtypes") // a service is found by its class, which has no type arguments
public final class Predict implements Step<Predict.In, Predict.Out> {

  /// What the step takes.
  public record In(
      @About("the bundle") Value<BundleFile> bundle,
      @About("the rows to predict") Value<RowsToPredict> rows,
      @About(value = "the share of buildings whose emissions shall lie within their interval",
          orElse = "0.9", min = 0.01, max = 0.999) Value<Double> level,
      @About(value = "whether to tell what each feature adds to each prediction",
          orElse = "false") Value<Boolean> explain)
      implements Inputs<In> {

    /// With the default level and no explanations.
    public In(Value<BundleFile> bundle, Value<RowsToPredict> rows) {
      this(bundle, rows, Value.byDefault(), Value.byDefault());
    }
  }

  /// What the step gives.
  public record Out(
      @About("building, year, predicted tonnes, the ends of their interval, and by what the row"
          + " lies outside of the training data; with explain the main reasons too")
      Output<PredictionTable> predictions,
      @About("what each feature adds to each prediction; a header alone without explain")
      Output<ExplanationTable> explanations,
      @About("which rows were not predicted, and why; how many lie outside of the training data")
      Output<PredictionReport> report) {}

  /// Runs the step as a program.
  public static void main(String... args) {
    StepMain.main(new Predict(), args);
  }

  @Override
  public void run(In in, Out out, Context context) throws InterruptedException {
    Path file = in.bundle().get().path();
    Bundle bundle = Bundle.load(file);
    double level = in.level().get();
    boolean explain = in.explain().get();
    check(bundle, file, level, explain);
    PredictionRows rows = bundle.rows(Csv.read(in.rows().get().path()));
    Predictions predictions = bundle.predict(rows, level);
    Callable<List<Explanation>> reasons = () -> bundle.explain(rows.rows());
    List<Explanation> explanations =
        explain ? context.workers().all(List.of(reasons)).getFirst() : List.of();
    PredictionsCsv.write(out.predictions().get().path(), predictions, explanations, explain);
    ExplanationsCsv.write(out.explanations().get().path(), explanations);
    WholeFile.write(out.report().get().path(),
        ReportJson.of(bundle, level, predictions, explanations));
    tell(bundle, predictions, context.console());
  }

  private static void check(Bundle bundle, Path file, double level, boolean explain) {
    double highest = bundle.intervals().map(Intervals::highestLevel).orElse(1.0);
    if (level > highest) {
      throw new Problem(Place.of("--level"),
          level + " is more than " + file + " can tell from its training buildings",
          String.format(Locale.ROOT, "ask for at most %.3f", Math.floor(1000 * highest) / 1000));
    }
    if (explain && !bundle.explains()) {
      throw new Problem(Place.of(file),
          "was written before predictions of an SVM could be explained",
          "train again, or predict without --explain");
    }
  }

  private static void tell(Bundle bundle, Predictions predictions, Console console) {
    console.line(String.format(Locale.ROOT, "%,d rows predicted, %,d not",
        predictions.predicted().size(), predictions.skipped().size()));
    if (bundle.intervals().isEmpty()) {
      console.line("no intervals: the bundle is an older one, or of too few buildings");
    }
    predictions.skipped().stream().limit(3).forEach(row -> console.line(
        "not predicted: line " + row.line() + ", building " + row.id() + ": " + row.reason()));
    predictions.unseen().forEach((category, rows) -> console.line(
        category + " was never seen in training; " + rows + " rows have it"));
    long outside = predictions.predicted().stream().filter(p -> !p.outside().isEmpty()).count();
    if (outside > 0) {
      console.line(String.format(Locale.ROOT,
          "%,d rows lie outside of the training data; the table says by what", outside));
    }
  }
}
