// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.pipelines;

import module java.base;
import com.google.auto.service.AutoService;
import io.carbonflow.components.clean.Clean;
import io.carbonflow.components.evaluate.Evaluate;
import io.carbonflow.components.evaluate.Evaluate.MetricsFile;
import io.carbonflow.components.evaluate.Evaluate.ModelCardFile;
import io.carbonflow.components.evaluate.Evaluate.ModelCardPage;
import io.carbonflow.components.evaluate.Evaluate.Plots;
import io.carbonflow.components.evaluate.Evaluate.ReportPage;
import io.carbonflow.components.evaluate.Evaluate.Summary;
import io.carbonflow.components.faults.AsPublished;
import io.carbonflow.components.merge.Merge;
import io.carbonflow.components.merge.TableInputs;
import io.carbonflow.components.notify.Notice;
import io.carbonflow.components.predict.Predict;
import io.carbonflow.components.predict.Predict.PredictionTable;
import io.carbonflow.components.prepare.Factors;
import io.carbonflow.components.prepare.Prepare;
import io.carbonflow.components.prepare.Prepare.TrainMatrix;
import io.carbonflow.components.publish.CheckFloor;
import io.carbonflow.components.publish.Decision;
import io.carbonflow.components.publish.PromotionGate;
import io.carbonflow.components.publish.Publish;
import io.carbonflow.components.publish.Publish.VerdictFile;
import io.carbonflow.components.publish.Publish.VerdictPage;
import io.carbonflow.components.publish.VerdictText;
import io.carbonflow.components.storage.KeyInput;
import io.carbonflow.components.storage.StoreInputs;
import io.carbonflow.components.train.EstimatorName;
import io.carbonflow.components.train.FittedFiles;
import io.carbonflow.components.train.SearchInputs;
import io.carbonflow.components.train.SearchOutputs;
import io.carbonflow.components.train.TrainedFiles;
import io.carbonflow.components.trainbest.TrainBest;
import io.carbonflow.components.trainbest.TrainBest.BundleFile;
import io.carbonflow.components.validate.Validate;
import io.carbonflow.components.validate.Validate.ValidationPage;
import io.carbonflow.kfp.pipeline.Dag;
import io.carbonflow.kfp.pipeline.Pipeline;
import io.carbonflow.kfp.pipeline.WithItsTask;
import io.carbonflow.kfp.step.About;
import io.carbonflow.kfp.step.Declaration;
import io.carbonflow.kfp.step.Output;
import io.carbonflow.kfp.step.PerConstant;
import io.carbonflow.kfp.step.Value;
import io.carbonflow.learn.Sampling;
import io.carbonflow.model.feature.FeatureSet;

/// The pipeline `training`: from tables of any years to a saved model and predictions.
@About("Trains, compares and saves models of building emissions")
@AutoService(Pipeline.class)
@SuppressWarnings("rawtypes") // a service is found by its class, which has no type arguments
public final class Training implements Pipeline<Training.Parameters, Training.Results> {

  /// The parameters of a run.
  public record Parameters(
      TableInputs tables,
      StoreInputs at,
      @About(value = "trials of each model's search", orElse = "50", min = 1, max = 100_000,
          alias = "iterations") Value<Integer> hyperoptIterations,
      @About(value = "decides every random choice", orElse = "0") Value<Long> seed,
      @About(value = "decides which buildings are held out; empty for the seed", orElse = "")
      Value<OptionalLong> splitSeed,
      @About(value = "what is known of a building", orElse = "metered")
      Value<FeatureSet> features,
      @About(value = "where the emission factors of each year come from: its training rows, or the constants"
          + " of 2015 and 2016 for every year", orElse = "estimate")
      Value<Factors> factors,
      @About(value = "how hyperparameters are chosen", orElse = "random")
      Value<Sampling> search,
      @About(value = "folds of the cross-validation, split by building", orElse = "5", min = 2,
          max = 20) Value<Integer> folds,
      @About(value = "whether to search by successive halving: the best quarter of the trials on the first"
          + " fold is promoted to the second, and half of these to all folds",
          orElse = "true") Value<Boolean> halving,
      @About(value = "what the model has to reach to be published: the least R² on its held-out rows,"
          + " and by how much R² has to be above the published model's", orElse = PromotionGate.DEFAULT)
      Value<PromotionGate> gate,
      @About(value = "where in the store the verdict and its page go",
          orElse = Publish.VERDICT) Value<KeyInput> verdictKey,
      @About(value = "which runs are reported to the webhook", orElse = "failure")
      Value<Notice> notice,
      @About(value = "known faults of tables that are left as published, separated by commas, such as"
          + " exchanged-energy,no-score; empty for none: all that are found are corrected", orElse = "")
      Value<AsPublished> asPublished) {}

  /// What a run gives.
  public record Results(
      @About("all scores of all models") Output<MetricsFile> metrics,
      @About("the result in a few lines") Output<Summary> summary,
      @About("the report, one self-contained page") Output<ReportPage> report,
      @WithItsTask @About("the plots") Output<Plots> plots,
      @WithItsTask @About("the model card: what to know before the model is used") Output<ModelCardFile> modelCard,
      @WithItsTask @About("the same, one self-contained page") Output<ModelCardPage> modelCardPage,
      @WithItsTask @About("what was found in the tables, one self-contained page")
      Output<ValidationPage> validationPage,
      @About("the bundle of the best model") Output<BundleFile> bundle,
      @About("predictions of the held-out rows") Output<PredictionTable> predictions,
      @WithItsTask @About("whether the model is published, and by what that was decided")
      Output<VerdictFile> verdict,
      @About("whether the model is published, and by what that was decided, one self-contained page")
      Output<VerdictPage> verdictPage,
      @WithItsTask @About("the same in a sentence") Output<VerdictText> verdictSummary,
      @WithItsTask @About("the reason for the decision") Output<String> reason,
      @WithItsTask @About(value = "what was decided", name = "Output")
      Output<Decision> decision) {}

  /// How a search gets done.
  interface Searching {
    /// Adds the tasks of one estimator's search.
    SearchOutputs add(EstimatorName estimator, SearchInputs in);
  }

  @Override
  public void check(Parameters p) {
    p.tables().check();
  }

  @Override
  public Optional<Duration> deadline() {
    return ResourceRequests.RUN;
  }

  @Override
  public Results describe(Parameters p, Dag dag) {
    return GuardedRun.guarded(
        dag, p.notice(), tasks -> failingBelowFloor(describeAsTask(p, tasks), tasks));
  }

  @Override
  public Results describeAsTask(Parameters p, Dag dag) {
    return describe(p, dag, (estimator, in) -> dag.task(
        Declaration.of(estimator.step()).name(), estimator.step(), in, ResourceRequests.SEARCH));
  }

  /// Fails the run if the new model is below the floor.
  static Results failingBelowFloor(Results results, Dag dag) {
    dag.task("check-floor", new CheckFloor(),
        new CheckFloor.In(results.decision(), results.reason()), ResourceRequests.LAST);
    return results;
  }

  /// The training, whatever way its searches get done.
  static Results describe(Parameters p, Dag dag, Searching searching) {
    var merge = dag.task("merge", new Merge(), new Merge.In(p.tables(), p.at())
        .with(Merge.In::seed, p.seed())
        .with(Merge.In::splitSeed, p.splitSeed()), ResourceRequests.STORE);
    var validate = dag.task(
        "validate", new Validate(), new Validate.In(merge.mergedTable())
            .with(Validate.In::asPublished, p.asPublished())
            .with(Validate.In::city, merge.cityAsRead()), ResourceRequests.LIGHT);
    var clean = dag.task("clean", new Clean(), new Clean.In(merge.mergedTable())
        .with(Clean.In::valid, validate.valid())
        .with(Clean.In::asPublished, p.asPublished())
        .with(Clean.In::city, merge.cityAsRead()), ResourceRequests.LIGHT);
    var prepare = dag.task("prepare", new Prepare(), new Prepare.In(clean.cleanRows())
        .with(Prepare.In::features, p.features())
        .with(Prepare.In::factors, p.factors())
        .with(Prepare.In::city, merge.cityAsRead()), ResourceRequests.LIGHT);
    SearchInputs search = search(p, prepare.trainMatrix());
    var trained = PerConstant.of(EstimatorName.class, estimator -> {
      SearchOutputs found = searching.add(estimator, search);
      return new TrainedFiles(found.searchResult(), found.fittedModel());
    });
    var fitted = PerConstant.of(
        EstimatorName.class, estimator -> new FittedFiles(trained.get(estimator).model()));
    var evaluate = dag.task("evaluate", new Evaluate(), new Evaluate.In(
        prepare.trainMatrix(), prepare.testMatrix(), clean.cleanRows(), prepare.transformer(),
        merge.sources(), validate.validation(), trained, p.at())
        .with(Evaluate.In::city, merge.cityAsRead()), ResourceRequests.EVALUATE);
    var best = dag.task("train-best", new TrainBest(), new TrainBest.In(
        prepare.trainMatrix(), prepare.transformer(), fitted, evaluate.choice(), evaluate.calibration(),
        merge.sources())
        .with(TrainBest.In::seed, p.seed())
        .with(TrainBest.In::asPublished, p.asPublished())
        .with(TrainBest.In::city, merge.cityAsRead()), ResourceRequests.LIGHT);
    var predict = dag.task("predict", new Predict(),
        new Predict.In(best.bundle(), prepare.heldOutRows()), ResourceRequests.LIGHT);
    var publish = dag.task("publish", new Publish(), new Publish.In(
        best.bundle(), evaluate.metrics(), clean.cleanRows(), p.at())
        .with(Publish.In::gate, p.gate())
        .with(Publish.In::verdictKey, p.verdictKey()), ResourceRequests.STORE);
    return new Results(evaluate.metrics(), evaluate.summary(), evaluate.report(),
        evaluate.plots(), evaluate.modelCard(), evaluate.modelCardPage(), validate.validationPage(), best.bundle(), predict.predictions(),
        publish.verdict(), publish.verdictPage(), publish.verdictSummary(), publish.reason(),
        publish.decision());
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
