package io.carbonflow.components.train;

import io.carbonflow.kfp.step.About;
import io.carbonflow.kfp.step.Output;

/// What every train step gives.
public record SearchOutputs(
    @About("the finished search") Output<SearchFile> searchResult,
    @About("its trials as a table") Output<TrialsCsv> trials,
    @About("the best trial's model, fitted to all training rows") Output<ModelFile> fittedModel,
    @About("the scores") Output<SearchMetrics> searchMetrics,
    @About("cross-validated R² of the best trial, on the Box-Cox scale") Output<Double> cvR2) {}
