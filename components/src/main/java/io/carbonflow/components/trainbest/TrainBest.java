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
@About("Puts the chosen model together with all it needs to predict, and saves it")
@AutoService(Step.class)
@SuppressWarnings("rawtypes") // a service is found by its class, which has no type arguments
public final class TrainBest implements Step<TrainBest.In, TrainBest.Out> {

  /// What the step takes.
  public record In(
      @About("prepared training rows") Value<TrainMatrix> train,
      @About("what was learned to prepare rows") Value<TransformerFile> transformer,
      PerConstant<EstimatorName, FittedFiles> fitted,
      @About("the best model and its hyperparameters") Value<Choice> choice,
      @About("how far predictions of the best model may be off, and what they add up to")
      Value<CalibrationFile> calibration,
      @About("which tables went in") Value<Sources> sources,
      @About(value = "decides every random choice", orElse = "0") Value<Long> seed,
      @About(value = "faults of whole tables that were not read right, divided by commas, and are not in tables"
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
