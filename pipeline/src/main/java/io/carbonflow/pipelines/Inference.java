// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.pipelines;

import module java.base;
import com.google.auto.service.AutoService;
import io.carbonflow.components.infer.Infer;
import io.carbonflow.components.infer.Infer.InferencePage;
import io.carbonflow.components.infer.Infer.InferenceReport;
import io.carbonflow.components.infer.InferenceText;
import io.carbonflow.components.notify.Notice;
import io.carbonflow.components.predict.Predict.PredictionTable;
import io.carbonflow.components.predict.Predict.TotalsTable;
import io.carbonflow.components.storage.SourceTables;
import io.carbonflow.kfp.pipeline.Dag;
import io.carbonflow.kfp.pipeline.Pipeline;
import io.carbonflow.kfp.step.About;
import io.carbonflow.kfp.step.Output;
import io.carbonflow.kfp.step.Value;

/// The pipeline `inference`: predictions of new rows by the published model, in one task.
@About("Has the published model predict new rows; nothing is trained")
@AutoService(Pipeline.class)
@SuppressWarnings("rawtypes") // a service is found by its class, which has no type arguments
public final class Inference implements Pipeline<Inference.Parameters, Inference.Results> {

  /// The parameters of a run.
  ///
  /// @param infer the parameters of its task
  public record Parameters(
      Infer.In infer,
      @About(value = "which runs are reported to the webhook", orElse = "failure")
      Value<Notice> notice) {}

  /// What a run gives.
  public record Results(
      @About("building, year, predicted tonnes, and what is known of them")
      Output<PredictionTable> predictions,
      @About("what they add up to, all and by the values of a column")
      Output<TotalsTable> totals,
      @About("which model has predicted how many rows of which tables, and which it has not")
      Output<InferenceReport> inferenceReport,
      @About("the same in a few lines") Output<InferenceText> inferenceSummary,
      @About("what was predicted, as one self-contained page") Output<InferencePage> inferencePage,
      @About("the version of the model") Output<String> version) {}

  @Override
  public void check(Parameters p) {
    SourceTables.require(p.infer().rows().get(), "--rows");
  }

  @Override
  public Optional<Duration> deadline() {
    return ResourceRequests.RUN;
  }

  @Override
  public Results describe(Parameters p, Dag dag) {
    return GuardedRun.guarded(dag, p.notice(), tasks -> {
      var infer = tasks.task("infer", new Infer(), p.infer(), ResourceRequests.STORE);
      return new Results(infer.predictions(), infer.totals(), infer.inferenceReport(),
          infer.inferenceSummary(), infer.inferencePage(), infer.version());
    });
  }
}
