package io.carbonflow.pipelines;

import com.google.auto.service.AutoService;
import io.carbonflow.components.clean.Clean;
import io.carbonflow.components.evaluate.Evaluate;
import io.carbonflow.components.evaluate.MetricsFile;
import io.carbonflow.components.evaluate.Plots;
import io.carbonflow.components.evaluate.ReportPage;
import io.carbonflow.components.evaluate.Summary;
import io.carbonflow.components.merge.Merge;
import io.carbonflow.components.predict.Predict;
import io.carbonflow.components.predict.PredictionTable;
import io.carbonflow.components.prepare.Prepare;
import io.carbonflow.components.prepare.TrainMatrix;
import io.carbonflow.components.train.SearchInputs;
import io.carbonflow.components.train.TrainRandomForest;
import io.carbonflow.components.train.TrainSvm;
import io.carbonflow.components.train.TrainXgboost;
import io.carbonflow.components.trainbest.BundleFile;
import io.carbonflow.components.trainbest.TrainBest;
import io.carbonflow.feature.FeatureSet;
import io.carbonflow.learn.Sampling;
import io.carbonflow.pipeline.Dag;
import io.carbonflow.pipeline.Pipeline;
import io.carbonflow.step.About;
import io.carbonflow.step.Output;
import io.carbonflow.step.Value;

/// The pipeline `training`: from the two yearly tables to a saved model and predictions.
@About("Trains, compares and saves models of building emissions")
@AutoService(Pipeline.class)
@SuppressWarnings("rawtypes") // a service is found by its class, which has no type arguments
public final class Training implements Pipeline<Training.Parameters, Training.Results> {

  /// What a run may be told.
  public record Parameters(
      @About(value = "the table of 2015: a path or URI", name = "data_2015")
      Value<String> data2015,
      @About(value = "the table of 2016: a path or URI", name = "data_2016")
      Value<String> data2016,
      @About(value = "trials of each model's search", orElse = "50", min = 1, max = 100_000,
          alias = "iterations") Value<Integer> hyperoptIterations,
      @About(value = "decides every random choice", orElse = "0") Value<Long> seed,
      @About(value = "decides which buildings are held out; empty for the seed", orElse = "")
      Value<String> splitSeed,
      @About(value = "what is known of a building", orElse = "metered")
      Value<FeatureSet> features,
      @About(value = "how hyperparameters are picked", orElse = "random")
      Value<Sampling> search,
      @About(value = "folds of the cross-validation, split by building", orElse = "5", min = 2,
          max = 20) Value<Integer> folds,
      @About(value = "whether only the best quarter on the first fold goes on to all folds",
          orElse = "true") Value<Boolean> halving,
      @About(value = "folder or s3://bucket/prefix that plots and metrics are uploaded to; empty"
          + " for none", orElse = "") Value<String> store,
      @About(value = "endpoint of an S3-compatible store; empty for AWS", orElse = "")
      Value<String> s3Endpoint) {}

  /// What a run gives.
  public record Results(
      @About("all scores of all models") Output<MetricsFile> metrics,
      @About("the result in a few lines") Output<Summary> summary,
      @About("the report, one self-contained page") Output<ReportPage> report,
      @About("the plots") Output<Plots> plots,
      @About("the bundle of the best model") Output<BundleFile> bundle,
      @About("predictions of the held-out rows") Output<PredictionTable> predictions) {}

  @Override
  public Results describe(Parameters p, Dag dag) {
    var merge = dag.task(new Merge(), new Merge.In(p.data2015(), p.data2016())
        .with(Merge.In::seed, p.seed())
        .with(Merge.In::splitSeed, p.splitSeed())
        .with(Merge.In::s3Endpoint, p.s3Endpoint()));
    var clean = dag.task(new Clean(), new Clean.In(merge.table()));
    var prepare = dag.task(new Prepare(), new Prepare.In(clean.rows())
        .with(Prepare.In::features, p.features()));
    var svm = dag.task(new TrainSvm(), search(p, prepare.train()));
    var randomForest = dag.task(new TrainRandomForest(), search(p, prepare.train()));
    var xgboost = dag.task(new TrainXgboost(), search(p, prepare.train()));
    var evaluate = dag.task(new Evaluate(), new Evaluate.In(
        prepare.train(), prepare.test(), prepare.heldOut(),
        svm.result(), svm.model(),
        randomForest.result(), randomForest.model(),
        xgboost.result(), xgboost.model())
        .with(Evaluate.In::store, p.store())
        .with(Evaluate.In::s3Endpoint, p.s3Endpoint()));
    var best = dag.task(new TrainBest(), new TrainBest.In(
        prepare.train(), prepare.transformer(), evaluate.choice(), merge.sources())
        .with(TrainBest.In::seed, p.seed()));
    var predict = dag.task(new Predict(), new Predict.In(best.bundle(), prepare.heldOut()));
    return new Results(evaluate.metrics(), evaluate.summary(), evaluate.report(),
        evaluate.plots(), best.bundle(), predict.predictions());
  }

  private static SearchInputs search(Parameters p, Value<TrainMatrix> train) {
    return new SearchInputs(train)
        .with(SearchInputs::search, p.search())
        .with(SearchInputs::iterations, p.hyperoptIterations())
        .with(SearchInputs::folds, p.folds())
        .with(SearchInputs::seed, p.seed())
        .with(SearchInputs::halving, p.halving());
  }
}
