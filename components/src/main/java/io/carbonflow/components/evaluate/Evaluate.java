package io.carbonflow.components.evaluate;

import com.google.auto.service.AutoService;
import io.carbonflow.building.ModelRow;
import io.carbonflow.components.prepare.PreparedRows;
import io.carbonflow.components.prepare.RowsToPredict;
import io.carbonflow.components.prepare.TestMatrix;
import io.carbonflow.components.prepare.TrainMatrix;
import io.carbonflow.components.storage.StoreInputs;
import io.carbonflow.components.train.EstimatorName;
import io.carbonflow.components.train.ModelFile;
import io.carbonflow.components.train.SearchFile;
import io.carbonflow.fault.Place;
import io.carbonflow.fault.Problem;
import io.carbonflow.feature.Matrix;
import io.carbonflow.file.WholeFile;
import io.carbonflow.learn.SearchPlan;
import io.carbonflow.step.About;
import io.carbonflow.step.Context;
import io.carbonflow.step.Output;
import io.carbonflow.step.ReadsOutside;
import io.carbonflow.step.Step;
import io.carbonflow.step.StepMain;
import io.carbonflow.step.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The step `evaluate`. It is the only one that looks at the held-out rows, and it looks once.
@ReadsOutside
@About("Scores the models and their ensemble on held-out buildings, and picks the best by"
    + " cross-validation")
@AutoService(Step.class)
@SuppressWarnings("rawtypes") // a service is found by its class, which has no type arguments
public final class Evaluate implements Step<Evaluate.In, Evaluate.Out> {

  /// What the step takes.
  public record In(
      @About("prepared training rows") Value<TrainMatrix> train,
      @About("prepared held-out rows") Value<TestMatrix> test,
      @About("the same rows before they were prepared") Value<RowsToPredict> heldOut,
      @About("the finished search of the SVM") Value<SearchFile> svmSearch,
      @About("the fitted SVM") Value<ModelFile> svmModel,
      @About("the finished search of the random forest") Value<SearchFile> randomForestSearch,
      @About("the fitted random forest") Value<ModelFile> randomForestModel,
      @About("the finished search of XGBoost") Value<SearchFile> xgboostSearch,
      @About("the fitted XGBoost model") Value<ModelFile> xgboostModel,
      StoreInputs at) {}

  /// What the step gives.
  public record Out(
      @About("all scores of all models") Output<MetricsFile> metrics,
      @About("the result in a few lines") Output<Summary> summary,
      @About("the report, one self-contained page") Output<ReportPage> report,
      @About("the plots") Output<Plots> plots,
      @About("the best model and its hyperparameters") Output<Choice> choice,
      @About("what the best model predicted of each training row while it was fitted to others")
      Output<OutOfFoldTable> outOfFold,
      @About("the name of the best model") Output<String> bestModel) {}

  /// Runs the step as a program.
  public static void main(String... args) {
    StepMain.main(new Evaluate(), args);
  }

  @Override
  public void run(In in, Out out, Context context) throws InterruptedException {
    Matrix train = PreparedRows.read(in.train().get().path());
    Matrix test = HeldOutRows.read(in.test().get().path(), train);
    List<ModelRow> heldOut = HeldOutRows.read(in.heldOut().get().path(), test.keys());
    List<Trained> models = List.of(
        Trained.read(EstimatorName.SVM, in.svmSearch().get(), in.svmModel().get(), train),
        Trained.read(EstimatorName.RANDOM_FOREST, in.randomForestSearch().get(),
            in.randomForestModel().get(), train),
        Trained.read(EstimatorName.XGBOOST, in.xgboostSearch().get(), in.xgboostModel().get(), train));
    requireSameFolds(models, List.of(in.svmSearch().get(), in.randomForestSearch().get(),
        in.xgboostSearch().get()));
    Scoring scoring = new Scoring(train, test);
    List<Contender> contenders = scoring.contenders(models);
    OutOfFold outOfFold = scoring.outOfFold(Evaluation.best(contenders).name(), models);
    Evaluation evaluation = scoring.evaluation(
        heldOut, models, contenders, outOfFold.intervals(context.workers()));
    Map<String, byte[]> plots = Charts.of(evaluation);

    String metrics = MetricsJson.of(evaluation);
    WholeFile.write(out.metrics().get().path(), metrics);
    evaluation.contenders().forEach(c -> note(out.metrics(), c));
    evaluation.coverage().ifPresent(
        found -> out.metrics().note("interval_coverage", found.all().coverage()));
    out.metrics().note("too_good_to_be_true", evaluation.tooGood().size());
    evaluation.warning().ifPresent(context.console()::line);
    WholeFile.write(out.summary().get().path(), SummaryText.of(evaluation));
    String page = ReportHtml.of(evaluation, plots);
    WholeFile.write(out.report().get().path(), page);
    plots.forEach((name, png) -> WholeFile.write(
        out.plots().get().path().resolve(name + ".png"), stream -> stream.write(png)));
    ChoiceJson.write(ChosenModel.of(evaluation.best().name(), models), out.choice().get().path());
    outOfFold.write(out.outOfFold().get().path());
    out.bestModel().set(evaluation.best().name());
    in.at().root().ifPresent(
        root -> Upload.send(in.at(), root, plots, page, metrics, context.console()));
    context.console().line(String.format(Locale.ROOT, "best model %s, held-out R² %.3f",
        evaluation.best().name(), evaluation.best().boxCox().r2()));
  }

  /// The ensemble is cross-validated from the out-of-fold predictions of all searches.
  private static void requireSameFolds(List<Trained> models, List<SearchFile> files) {
    SearchPlan first = models.getFirst().search().plan();
    for (int i = 1; i < models.size(); i++) {
      SearchPlan plan = models.get(i).search().plan();
      if (plan.folds() != first.folds() || plan.seed() != first.seed()) {
        throw new Problem(Place.of(files.get(i).path()),
            "was searched with other folds or another seed than " + files.getFirst().path(),
            "give all train steps the same --folds and --seed");
      }
    }
  }

  private static void note(Output<MetricsFile> metrics, Contender contender) {
    metrics.note(contender.name() + "_cv_r2", contender.cvR2());
    metrics.note(contender.name() + "_r2", contender.boxCox().r2());
    metrics.note(contender.name() + "_mae_tonnes", contender.tonnes().mae());
  }
}
