// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.pipelines;

import module java.base;
import com.google.auto.service.AutoService;
import io.carbonflow.components.train.CompleteTrials;
import io.carbonflow.components.train.EstimatorName;
import io.carbonflow.components.train.GatherScreenings;
import io.carbonflow.components.train.GatherTrials;
import io.carbonflow.components.train.ScreenTrials;
import io.carbonflow.components.train.SearchInputs;
import io.carbonflow.components.train.SearchOutputs;
import io.carbonflow.components.train.Shard;
import io.carbonflow.components.train.ShardInputs;
import io.carbonflow.kfp.pipeline.Dag;
import io.carbonflow.kfp.pipeline.Pipeline;
import io.carbonflow.kfp.step.About;
import io.carbonflow.kfp.step.ParameterType;
import io.carbonflow.kfp.step.Value;

/// The pipeline `training-distributed`: [Training] with each search split over many pods. Its results
/// are the same bytes.
@About("Trains, compares and saves models of building emissions, each search on many pods")
@AutoService(Pipeline.class)
@SuppressWarnings("rawtypes") // a service is found by its class, which has no type arguments
public final class TrainingDistributed
    implements Pipeline<TrainingDistributed.Parameters, Training.Results> {

  /// The parameters of a run.
  ///
  /// @param training the parameters of any training
  public record Parameters(
      Training.Parameters training,
      @About(value = "a name for each part that a search is split into, numbers as in [0,1,2]",
          orElse = "[0,1,2]") Value<List<Integer>> shards) {}

  @Override
  public void check(Parameters p) {
    p.training().tables().check();
    Shard.check(p.shards().get(), p.training().search().get());
  }

  @Override
  public Optional<Duration> deadline() {
    return ResourceRequests.RUN;
  }

  @Override
  public Training.Results describe(Parameters p, Dag dag) {
    return GuardedRun.guarded(dag, p.training().notice(), tasks -> Training.failingBelowFloor(
        Training.describe(p.training(), tasks,
            (estimator, in) -> search(tasks, estimator, in, p.shards())), tasks));
  }

  private static SearchOutputs search(
      Dag dag, EstimatorName estimator, SearchInputs in, Value<List<Integer>> shards) {
    String name = ParameterType.format(estimator).replace('_', '-');
    Value<EstimatorName> chosen = Value.of(estimator);
    var screened = dag.forEach(name + "-screening", shards, (round, shard) ->
        round.task("screen-" + name, new ScreenTrials(),
            new ShardInputs(in, chosen, shard, shards), ResourceRequests.SEARCH));
    var screenings = dag.task("gather-" + name + "-screenings", new GatherScreenings(),
        new GatherScreenings.In(in, chosen, screened.all(ScreenTrials.Out::screening)), ResourceRequests.SEARCH)
        .allScreenings();
    var completed = dag.forEach(name + "-completion", shards, (round, shard) ->
        round.task("complete-" + name, new CompleteTrials(), new CompleteTrials.In(
            new ShardInputs(in, chosen, shard, shards), screenings), ResourceRequests.SEARCH));
    return dag.task("gather-" + name, new GatherTrials(), new GatherTrials.In(in, chosen,
        screenings, completed.all(CompleteTrials.Out::completion)), ResourceRequests.SEARCH);
  }
}
