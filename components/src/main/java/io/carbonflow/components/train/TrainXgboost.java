package io.carbonflow.components.train;

import com.google.auto.service.AutoService;
import io.carbonflow.kfp.step.About;
import io.carbonflow.kfp.step.Context;
import io.carbonflow.kfp.step.LongRunning;
import io.carbonflow.kfp.step.Step;
import io.carbonflow.kfp.step.StepMain;

/// The step `train-xgboost`.
@About("Searches and fits gradient boosted trees")
@LongRunning
@AutoService(Step.class)
@SuppressWarnings("rawtypes") // a service is found by its class, which has no type arguments
public final class TrainXgboost implements Step<SearchInputs, SearchOutputs> {

  /// Runs the step as a program.
  public static void main(String... args) {
    StepMain.main(new TrainXgboost(), args);
  }

  @Override
  public void run(SearchInputs in, SearchOutputs out, Context context)
      throws InterruptedException {
    new PlannedSearch(EstimatorName.XGBOOST, in, context).run(out);
  }
}
