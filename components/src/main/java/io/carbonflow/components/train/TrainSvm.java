package io.carbonflow.components.train;

import com.google.auto.service.AutoService;
import io.carbonflow.kfp.step.About;
import io.carbonflow.kfp.step.Context;
import io.carbonflow.kfp.step.LongRunning;
import io.carbonflow.kfp.step.Step;
import io.carbonflow.kfp.step.StepMain;

/// The step `train-svm`.
@About("Searches and fits support vector regressions with linear, RBF, polynomial and sigmoid kernels")
@LongRunning
@AutoService(Step.class)
@SuppressWarnings("rawtypes") // a service is found by its class, which has no type arguments
public final class TrainSvm implements Step<SearchInputs, SearchOutputs> {

  /// Runs the step as a program.
  public static void main(String... args) {
    StepMain.main(new TrainSvm(), args);
  }

  @Override
  public void run(SearchInputs in, SearchOutputs out, Context context)
      throws InterruptedException {
    new PlannedSearch(EstimatorName.SVM, in, context).run(out);
  }
}
