// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.trainbest;

import module java.base;
import com.google.auto.service.AutoService;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.components.city.CityInput;
import io.carbonflow.components.evaluate.ChosenModel;
import io.carbonflow.components.evaluate.Evaluate.Choice;
import io.carbonflow.components.evaluate.Evaluate.OutOfFoldTable;
import io.carbonflow.components.evaluate.OutOfFold;
import io.carbonflow.components.faults.AsPublished;
import io.carbonflow.components.merge.Merge.Sources;
import io.carbonflow.components.merge.SourcesReport;
import io.carbonflow.components.prepare.FittedTransformer;
import io.carbonflow.components.prepare.Prepare.TrainMatrix;
import io.carbonflow.components.prepare.Prepare.TransformerFile;
import io.carbonflow.components.prepare.PreparedRows;
import io.carbonflow.components.provenance.Origin;
import io.carbonflow.kfp.step.About;
import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.Context;
import io.carbonflow.kfp.step.FileName;
import io.carbonflow.kfp.step.LongRunning;
import io.carbonflow.kfp.step.OptionalInputs;
import io.carbonflow.kfp.step.Output;
import io.carbonflow.kfp.step.PathUse;
import io.carbonflow.kfp.step.Step;
import io.carbonflow.kfp.step.Value;
import io.carbonflow.model.bundle.Bundle;
import io.carbonflow.model.city.City;
import io.carbonflow.model.feature.Matrix;
import io.carbonflow.model.regressor.Regressor;
import io.carbonflow.model.transform.Transformer;

/// The step `train-best`.
@About("Fits the chosen model to all training rows and saves it with all it needs to predict")
@LongRunning
@AutoService(Step.class)
@SuppressWarnings("rawtypes") // a service is found by its class, which has no type arguments
public final class TrainBest implements Step<TrainBest.In, TrainBest.Out> {

  /// What the step takes.
  public record In(
      @About("prepared training rows") Value<TrainMatrix> train,
      @About("what was learned to prepare rows") Value<TransformerFile> transformer,
      @About("the best model and its hyperparameters") Value<Choice> choice,
      @About("what the best model predicted of each training row while it was fitted to others")
      Value<OutOfFoldTable> outOfFold,
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
        Value<Choice> choice,
        Value<OutOfFoldTable> outOfFold,
        Value<Sources> sources) {
      this(train, transformer, choice, outOfFold, sources, Value.byDefault(), Value.byDefault(), Value.byDefault());
    }
  }

  /// What the step gives.
  public record Out(
      @About("the bundle: fitted transformer, model and provenance") Output<BundleFile> bundle) {}

  /// The bundle: a fitted model with all that is needed to predict raw rows.
  @FileName("model.carbonflow")
  public record BundleFile(Path path) implements Artifact.Model {}

  @Override
  public void run(In in, Out out, Context context) throws IOException, InterruptedException {
    Matrix train = PreparedRows.read(in.train().get().path());
    Transformer transformer = FittedTransformer.read(in.transformer().get().path(), train);
    Path choiceFile = in.choice().get().path();
    ChosenModel choice = ChosenModel.read(choiceFile);
    OutOfFold outOfFold = OutOfFold.read(in.outOfFold().get().path(), train);
    City city = in.city().get().city();
    SourcesReport sources = SourcesReport.read(in.sources().get().path(), city);
    // The train steps fitted the same from the same choice, so the scores of their models are this
    // one's.
    List<Regressor> fitted = fitted(choice, train, context, choiceFile);
    Bundle bundle = choice.bundle(fitted, train, transformer,
        outOfFold, context.workers(),
        Origin.of(sources, in.seed().get(), train.rows(), choice.searches())
            .asPublished(in.asPublished().get().faults()), city);
    bundle.save(out.bundle().get().path());
    context.console().line(String.format(Locale.ROOT, "%s saved, %,d kB", choice.best(),
        Files.size(out.bundle().get().path()) / 1000));
  }

  private static List<Regressor> fitted(ChosenModel choice, Matrix train, Context context, Path file)
      throws InterruptedException {
    try {
      return choice.fit(train, context.workers());
    } catch (IllegalArgumentException e) {
      throw new Problem(Place.of(file), e.getMessage(),
          "name the choice.json that evaluate has written", e);
    }
  }
}
