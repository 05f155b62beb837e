// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.trainbest;

import module java.base;
import com.google.auto.service.AutoService;
import io.carbonflow.components.city.CityInput;
import io.carbonflow.components.evaluate.Calibrated;
import io.carbonflow.components.evaluate.ChosenModel;
import io.carbonflow.components.evaluate.Evaluate.CalibrationFile;
import io.carbonflow.components.evaluate.Evaluate.Choice;
import io.carbonflow.components.faults.AsPublished;
import io.carbonflow.components.merge.Merge.Sources;
import io.carbonflow.components.merge.SourcesReport;
import io.carbonflow.components.prepare.FittedTransformer;
import io.carbonflow.components.prepare.Prepare.TrainMatrix;
import io.carbonflow.components.prepare.Prepare.TransformerFile;
import io.carbonflow.components.prepare.PreparedRows;
import io.carbonflow.components.provenance.Origin;
import io.carbonflow.components.train.EstimatorName;
import io.carbonflow.components.train.FittedFiles;
import io.carbonflow.kfp.step.About;
import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.Context;
import io.carbonflow.kfp.step.FileName;
import io.carbonflow.kfp.step.OptionalInputs;
import io.carbonflow.kfp.step.Output;
import io.carbonflow.kfp.step.PathUse;
import io.carbonflow.kfp.step.PerConstant;
import io.carbonflow.kfp.step.Step;
import io.carbonflow.kfp.step.Value;
import io.carbonflow.model.bundle.Bundle;
import io.carbonflow.model.city.City;
import io.carbonflow.model.feature.Matrix;
import io.carbonflow.model.transform.Transformer;

/// The step `train-best`. It fits nothing: the train steps have fitted the models, and what is known of their errors
/// is what `evaluate` has learned of them. So the bundle is the very one that was scored.
@About("Packs the best model with everything it needs to predict into a bundle")
@AutoService(Step.class)
@SuppressWarnings("rawtypes") // a service is found by its class, which has no type arguments
public final class TrainBest implements Step<TrainBest.In, TrainBest.Out> {

  /// What the step takes.
  public record In(
      @About("prepared training rows") Value<TrainMatrix> train,
      @About("the fitted transformer") Value<TransformerFile> transformer,
      PerConstant<EstimatorName, FittedFiles> fitted,
      @About("the best model and its hyperparameters") Value<Choice> choice,
      @About("the calibration of the best model's intervals and totals")
      Value<CalibrationFile> calibration,
      @About("the source tables") Value<Sources> sources,
      @About(value = "decides every random choice", orElse = "0") Value<Long> seed,
      @About(value = "known faults of tables that were left as published, separated by commas, and are not in tables"
          + " that the bundle predicts", orElse = "") Value<AsPublished> asPublished,
      @About(value = CityInput.ABOUT, orElse = CityInput.DEFAULT, path = PathUse.READ) Value<CityInput> city)
      implements OptionalInputs<In> {

    /// With the default seed, of tables of Seattle's.
    public In(
        Value<TrainMatrix> train,
        Value<TransformerFile> transformer,
        PerConstant<EstimatorName, FittedFiles> fitted,
        Value<Choice> choice,
        Value<CalibrationFile> calibration,
        Value<Sources> sources) {
      this(train, transformer, fitted, choice, calibration, sources,
          Value.byDefault(), Value.byDefault(), Value.byDefault());
    }
  }

  /// What the step gives.
  public record Out(
      @About("the bundle: fitted transformer, model and provenance") Output<BundleFile> bundle) {}

  /// The bundle: a fitted model with all that is needed to predict raw rows.
  @FileName("model.carbonflow")
  public record BundleFile(Path path) implements Artifact.Model {}

  @Override
  public void run(In in, Out out, Context context) throws IOException {
    Path trainFile = in.train().get().path();
    Path transformerFile = in.transformer().get().path();
    Matrix train = PreparedRows.read(trainFile);
    Transformer transformer = FittedTransformer.read(transformerFile, train);
    ChosenModel choice = ChosenModel.read(in.choice().get().path());
    choice.require(train, trainFile, transformer, transformerFile);
    City city = in.city().get().city();
    SourcesReport sources = SourcesReport.read(in.sources().get().path(), city);
    Bundle bundle = choice.bundle(
        choice.fitted(name -> in.fitted().get(name).model().get(), train), train, transformer,
        Calibrated.read(in.calibration().get().path(), choice),
        Origin.of(sources, in.seed().get(), train.rows(), choice.searches())
            .asPublished(in.asPublished().get().faults()), city);
    bundle.save(out.bundle().get().path());
    context.console().line(String.format(Locale.ROOT, "%s saved, %,d kB", choice.best(),
        Files.size(out.bundle().get().path()) / 1000));
  }
}
