// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.monitor;

import module java.base;
import com.google.auto.service.AutoService;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.AtomicFile;
import io.carbonflow.components.faults.AsPublished;
import io.carbonflow.components.storage.SourceTable;
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

/// The step `monitor`. What it finds is no failure: it ends well, with an output that tells whether a
/// training shall start.
@ReadsOutside
@About("Compares what the published model does on new rows with what it promised, and new rows with"
    + " those it came from")
@AutoService(Step.class)
@SuppressWarnings("rawtypes") // a service is found by its class, which has no type arguments
public final class Monitor implements Step<Monitor.In, Monitor.Out> {

  /// What the step takes.
  public record In(
      @About(value = "new rows with measured emissions, a table of either year's form: a path, a URI, or a"
          + " key in the bucket", path = PathUse.READ) Value<String> rows,
      StoreInputs at,
      @About(value = "how often each question may be answered with an alarm though nothing has"
          + " changed", orElse = "0.05", min = 0.002, max = 0.5) Value<Double> alarmRate,
      @About(value = "the least changes that matter: of R², of the mean absolute error as a part of it,"
          + " of coverage, of distributions", orElse = Tolerance.DEFAULT) Value<Tolerance> tolerance,
      @About(value = "what a new training is started by", orElse = "scores") Value<Retrain> retrain,
      @About(value = "faults of whole tables that are not read right in these rows, divided by commas, such as"
          + " exchanged-energy,no-score; beside those that the model was trained without", orElse = "")
      Value<AsPublished> asPublished)
      implements OptionalInputs<In> {
    /// With the defaults of what is an alarm.
    public In(Value<String> rows, StoreInputs at) {
      this(rows, at, Value.byDefault(), Value.byDefault(), Value.byDefault(), Value.byDefault());
    }
  }

  /// What the step gives.
  public record Out(
      @About("what was found") Output<MonitoringFile> monitoring,
      @About("the same as one self-contained page") Output<MonitoringPage> monitoringPage,
      @About("the same in a few lines") Output<MonitoringText> monitoringSummary,
      @About(value = "whether a training shall start", name = "Output") Output<Boolean> training) {}

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
  public void run(In in, Out out, Context context) throws InterruptedException {
    StoreUri root = in.at().rootOfModels();
    try (Store store = in.at().open(root)) {
      MonitoringFindings found = find(in, new PublishedModels(store), context);
      boolean starts = found.startsTraining(in.retrain().get());
      var summary = new MonitoringSummary(found, starts);
      String json = MonitoringJson.of(found, starts);
      String page = MonitoringHtml.of(
          summary, in.alarmRate().get(), MonitoringCharts.of(found));
      AtomicFile.write(out.monitoring().get().path(), json);
      AtomicFile.write(out.monitoringPage().get().path(), page);
      AtomicFile.write(out.monitoringSummary().get().path(), summary.text());
      found.now().scoredUnseen().ifPresent(rows -> {
        out.monitoring().logMetric("r2", rows.boxCox().r2());
        out.monitoring().logMetric("mae_tonnes", rows.tonnes().mae());
        rows.coverage().ifPresent(share -> out.monitoring().logMetric("interval_coverage", share));
      });
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
    SourceTable table = in.at().table(in.rows().get());
    PredictionRows read = model.bundle().rows(table.table(), in.asPublished().get().faults());
    read.reading().lines().forEach(context.console()::line);
    read.reading().impossible().forEach(row -> context.console().line("not judged by, for it is impossible: "
        + row.text()));
    NewRows now = NewRows.of(reference, read);
    if (now.rows().isEmpty()) {
      throw new Problem(table.table().place(), "no row of it can be predicted"
          + now.skipped().stream().findFirst().map(row -> ": " + row.reason()).orElse(""),
          "give a table of buildings that the model is for");
    }
    return MonitoringFindings.of(reference, now,
        new Alarms(in.alarmRate().get(), in.tolerance().get(), context.workers()));
  }
}
