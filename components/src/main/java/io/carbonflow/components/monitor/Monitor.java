// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.monitor;

import module java.base;
import com.google.auto.service.AutoService;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.AtomicFile;
import io.carbonflow.components.faults.AsPublished;
import io.carbonflow.components.predict.AppliedFactors;
import io.carbonflow.components.predict.GivenFactors;
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
import io.carbonflow.model.building.PredictionRows;
import io.carbonflow.published.PublishedModels;
import io.carbonflow.published.PublishedModels.Loaded;
import io.carbonflow.store.Store;
import io.carbonflow.store.StoreUri;

/// The step `monitor`. What it finds is not a failure: it ends well, with an output that tells whether a
/// training starts.
@ReadsOutside
@About("Compares the published model's scores on new rows with those it promised, and new rows with"
    + " its training rows")
@AutoService(Step.class)
@SuppressWarnings("rawtypes") // a service is found by its class, which has no type arguments
public final class Monitor implements Step<Monitor.In, Monitor.Out> {

  /// What the step takes.
  public record In(
      @About(value = "tables of new rows with measured emissions, of any years: paths, URIs, or keys in the bucket; a"
          + " folder or prefix stands for every table in it", path = PathUse.READ) Value<List<String>> rows,
      StoreInputs at,
      @About(value = "emission factors of the new rows: table for those that follow from their own emissions,"
          + " a year that the model knows, or electricity:6.2e-6,gas:5.3e-5,steam:7.7e-5 in t/kBtu; empty for"
          + " what the model knows", orElse = GivenFactors.TABLE) Value<GivenFactors> factors,
      @About(value = "how often each test may raise a false alarm although nothing has"
          + " changed", orElse = "0.05", min = 0.002, max = 0.5) Value<Double> alarmRate,
      @About(value = "the least changes that matter: of R², of the mean absolute error as a part of it,"
          + " of coverage, of distributions; movement is the most that all buildings of a year may do together and it"
          + " be taken out", orElse = Tolerance.DEFAULT) Value<Tolerance> tolerance,
      @About(value = "what starts a new training", orElse = "scores") Value<Retrain> retrain,
      @About(value = "faults of whole tables that are not read right in these rows, divided by commas, such as"
          + " exchanged-energy,no-score; in addition to those left so in training", orElse = "")
      Value<AsPublished> asPublished)
      implements OptionalInputs<In> {
    /// With the defaults of what is an alarm.
    public In(Value<List<String>> rows, StoreInputs at) {
      this(rows, at, Value.byDefault(), Value.byDefault(), Value.byDefault(), Value.byDefault(),
          Value.byDefault());
    }
  }

  /// What the step gives.
  public record Out(
      @About("what was found") Output<MonitoringFile> monitoring,
      @About("the same as one self-contained page") Output<MonitoringPage> monitoringPage,
      @About("the same in a few lines") Output<MonitoringText> monitoringSummary,
      @About(value = "whether a training starts", name = "Output") Output<Boolean> training) {}

  /// What the published model does beside what it promised.
  @FileName("monitoring.json")
  public record MonitoringFile(Path path) implements Artifact.Metrics {}

  /// The same as a page.
  @FileName("monitoring.html")
  public record MonitoringPage(Path path) implements Artifact.Html {}

  /// The same in a few lines.
  @FileName("monitoring.md")
  public record MonitoringText(Path path) implements Artifact.Markdown {}

  @Override
  public void check(In in) {
    SourceTables.require(in.rows().get(), "--rows");
  }

  @Override
  public void run(In in, Out out, Context context) throws InterruptedException {
    StoreUri root = in.at().rootOfModels();
    try (Store store = in.at().open(root)) {
      MonitoringFindings found = find(in, new PublishedModels(store), context);
      boolean starts = found.startsTraining(in.retrain().get());
      var summary = new MonitoringSummary(found, starts);
      String json = MonitoringJson.of(found, starts);
      String page = MonitoringHtml.of(
          summary, in.alarmRate().get(), in.tolerance().get().drift());
      AtomicFile.write(out.monitoring().get().path(), json);
      AtomicFile.write(out.monitoringPage().get().path(), page);
      AtomicFile.write(out.monitoringSummary().get().path(), summary.text());
      found.now().scoredUnseen().ifPresent(rows -> {
        out.monitoring().logMetric("r2", rows.boxCox().r2());
        out.monitoring().logMetric("mae_tonnes", rows.tonnes().mae());
        rows.coverage().ifPresent(share -> out.monitoring().logMetric("interval_coverage", share));
      });
      found.scoredWithoutMoves().ifPresent(
          rows -> out.monitoring().logMetric("r2_without_movement", rows.boxCox().r2()));
      out.monitoring().logMetric("promised_r2", found.reference().model().published().promise().r2());
      out.monitoring().logMetric("drifted", found.drifted().count());
      out.training().set(starts);
      store.write("monitoring.html", page.getBytes(StandardCharsets.UTF_8));
      store.write("monitoring.json", json.getBytes(StandardCharsets.UTF_8));
      summary.text().lines().forEach(context.console()::line);
    }
  }

  private static MonitoringFindings find(In in, PublishedModels models, Context context)
      throws InterruptedException {
    Loaded model = models.load(Optional.empty());
    Reference reference = Reference.of(models, model);
    SourceTables tables = in.at().tables(in.rows().get());
    tables.left(context.console()::line);
    PredictionRows read =
        PredictionRows.all(model.bundle().rows(tables.rows(), in.asPublished().get().faults()));
    NewRows now = NewRows.of(reference, read, factors(in.factors().get(), models, model, read));
    if (now.rows().isEmpty()) {
      throw new Problem(Place.of(tables.names()), "no row of it can be predicted"
          + now.skipped().stream().findFirst().map(row -> ": " + row.reason()).orElse(""),
          "give a table of buildings that the model is for");
    }
    read.reading().lines().forEach(context.console()::line);
    read.reading().impossible().forEach(row -> context.console().line("excluded from scores as impossible: "
        + row.text()));
    return MonitoringFindings.of(reference, now,
        new Alarms(in.alarmRate().get(), in.tolerance().get(), context.workers()));
  }

  /// Measured emissions are those of the table's own factors. That these are others is not a fault of the model.
  private static AppliedFactors factors(
      GivenFactors given, PublishedModels models, Loaded model, PredictionRows rows) {
    return given.areOfTable() ? AppliedFactors.whereOthers(model.bundle(), rows.rows())
        : AppliedFactors.of(model.bundle(), models.uri(model.published(), PublishedModels.BUNDLE).toString(),
            given, rows.rows());
  }
}
