// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.pipelines;

import module java.base;
import com.google.auto.service.AutoService;
import io.carbonflow.components.closegroup.CloseGroup;
import io.carbonflow.components.monitor.Monitor;
import io.carbonflow.components.monitor.Monitor.MonitoringFile;
import io.carbonflow.components.monitor.Monitor.MonitoringPage;
import io.carbonflow.components.monitor.Monitor.MonitoringText;
import io.carbonflow.components.monitor.Retrain;
import io.carbonflow.components.monitor.Tolerance;
import io.carbonflow.components.predict.GivenFactors;
import io.carbonflow.components.storage.SourceTables;
import io.carbonflow.kfp.pipeline.Dag;
import io.carbonflow.kfp.pipeline.Pipeline;
import io.carbonflow.kfp.pipeline.When;
import io.carbonflow.kfp.step.About;
import io.carbonflow.kfp.step.Output;
import io.carbonflow.kfp.step.PathUse;
import io.carbonflow.kfp.step.Value;

/// The pipeline `monitoring`: does the published model do what it promised? If not, [Training] follows
/// in the same run.
@About("Watches the published model on new rows, and trains a new one if it has degraded")
@AutoService(Pipeline.class)
@SuppressWarnings("rawtypes") // a service is found by its class, which has no type arguments
public final class Monitoring implements Pipeline<Monitoring.Parameters, Monitoring.Results> {

  /// The parameters of a run.
  ///
  /// @param training the parameters of the training that may follow
  public record Parameters(
      @About(value = "tables of new rows with measured emissions, of any years: paths, URIs, or keys in the bucket; a"
          + " folder or prefix stands for every table in it", path = PathUse.READ) Value<List<String>> rows,
      Training.Parameters training,
      @About(value = "emission factors of the new rows: table for those that follow from their own emissions,"
          + " a year that the model knows, or electricity:6.2e-6,gas:5.3e-5,steam:7.7e-5 in t/kBtu; empty for"
          + " what the model knows", orElse = GivenFactors.TABLE) Value<GivenFactors> rowsFactors,
      @About(value = "how often each test may raise a false alarm although nothing has"
          + " changed", orElse = "0.05", min = 0.002, max = 0.5) Value<Double> alarmRate,
      @About(value = "the least changes that matter: of R², of the mean absolute error as a part of it,"
          + " of coverage, of distributions; movement is the most that all buildings of a year may do together and it"
          + " be taken out", orElse = Tolerance.DEFAULT) Value<Tolerance> tolerance,
      @About(value = "what the training is started by", orElse = "scores")
      Value<Retrain> retrain) {}

  /// What a run gives.
  public record Results(
      @About("what was found") Output<MonitoringFile> monitoring,
      @About("the same as one self-contained page") Output<MonitoringPage> monitoringPage,
      @About("the same in a few lines") Output<MonitoringText> monitoringSummary,
      @About("whether a training has followed") Output<Boolean> training) {}

  @Override
  public void check(Parameters p) {
    SourceTables.require(p.rows().get(), "--rows");
    p.training().tables().check();
  }

  @Override
  public Optional<Duration> deadline() {
    return ResourceRequests.RUN;
  }

  @Override
  public Results describe(Parameters p, Dag dag) {
    return GuardedRun.guarded(dag, p.training().notice(), tasks -> watched(p, tasks));
  }

  private static Results watched(Parameters p, Dag dag) {
    var monitor = dag.task("monitor", new Monitor(),
        new Monitor.In(p.rows(), p.training().at())
            .with(Monitor.In::factors, p.rowsFactors())
            .with(Monitor.In::alarmRate, p.alarmRate())
            .with(Monitor.In::tolerance, p.tolerance())
            .with(Monitor.In::retrain, p.retrain())
            .with(Monitor.In::asPublished, p.training().asPublished()), ResourceRequests.STORE);
    dag.when("degraded", When.isTrue(monitor.training()), branch -> Training.failingBelowFloor(
        new Training().describeAsTask(p.training(), branch), branch));
    dag.task("close-group", new CloseGroup(), new CloseGroup.In(monitor.training()), ResourceRequests.LAST);
    return new Results(monitor.monitoring(), monitor.monitoringPage(),
        monitor.monitoringSummary(), monitor.training());
  }
}
