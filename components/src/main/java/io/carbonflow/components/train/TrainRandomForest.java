package io.carbonflow.components.train;

import com.google.auto.service.AutoService;
import io.carbonflow.step.About;
import io.carbonflow.step.Context;
import io.carbonflow.step.Step;
import io.carbonflow.step.StepMain;

/// The step `train-random-forest`.
@About("Searches and fits random forests")
@AutoService(Step.class)
@SuppressWarnings("rawtypes") // a service is found by its class, which has no type arguments
public final class TrainRandomForest implements Step<SearchInputs, SearchOutputs> {

  /// Runs the step as a program.
  public static void main(String... args) {
    StepMain.main(new TrainRandomForest(), args);
  }

  @Override
  public void run(SearchInputs in, SearchOutputs out, Context context)
      throws InterruptedException {
    new PlannedSearch(EstimatorName.RANDOM_FOREST, in, context).run(out);
  }
}
