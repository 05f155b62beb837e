// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.prepare;

import module java.base;
import com.google.auto.service.AutoService;
import io.carbonflow.base.fault.Counted;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.AtomicFile;
import io.carbonflow.components.city.CityInput;
import io.carbonflow.components.clean.Clean.CleanRows;
import io.carbonflow.kfp.step.About;
import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.Context;
import io.carbonflow.kfp.step.FileName;
import io.carbonflow.kfp.step.OptionalInputs;
import io.carbonflow.kfp.step.Output;
import io.carbonflow.kfp.step.PathUse;
import io.carbonflow.kfp.step.Step;
import io.carbonflow.kfp.step.Value;
import io.carbonflow.model.building.CleanCsv;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.city.City;
import io.carbonflow.model.feature.FeatureSet;
import io.carbonflow.model.feature.Matrix;
import io.carbonflow.model.feature.MatrixCsv;
import io.carbonflow.model.transform.Transformer;
import io.carbonflow.model.transform.TransformerJson;

/// The step `prepare`. Everything that is learned from data is learned here, from training rows.
@About("Fits the transformer to the training rows and applies it to all rows")
@AutoService(Step.class)
@SuppressWarnings("rawtypes") // a service is found by its class, which has no type arguments
public final class Prepare implements Step<Prepare.In, Prepare.Out> {

  /// What the step takes.
  public record In(
      @About("modeling rows") Value<CleanRows> rows,
      @About(value = "what is known of a building", orElse = "metered")
      Value<FeatureSet> features,
      @About(value = "where the emission factors of each year come from: its training rows, or the constants"
          + " of 2015 and 2016 for every year", orElse = "estimate")
      Value<Factors> factors,
      @About(value = CityInput.ABOUT, orElse = CityInput.DEFAULT, path = PathUse.READ) Value<CityInput> city)
      implements OptionalInputs<In> {

    /// With defaults for everything but the rows.
    public In(Value<CleanRows> rows) {
      this(rows, Value.byDefault(), Value.byDefault(), Value.byDefault());
    }
  }

  /// What the step gives.
  public record Out(
      @About("prepared rows of the training buildings") Output<TrainMatrix> trainMatrix,
      @About("prepared rows of the held-out buildings") Output<TestMatrix> testMatrix,
      @About("what was learned from the training rows") Output<TransformerFile> transformer,
      @About("modeling rows of the held-out buildings") Output<RowsToPredict> heldOutRows) {}

  /// Modeling rows of the held-out buildings.
  @FileName("held-out.csv")
  public record RowsToPredict(Path path) implements Artifact.Dataset {}

  /// Prepared rows of the held-out buildings.
  @FileName("test.csv")
  public record TestMatrix(Path path) implements Artifact.Dataset {}

  /// Prepared rows of the training buildings.
  @FileName("train.csv")
  public record TrainMatrix(Path path) implements Artifact.Dataset {}

  /// What was learned from the training rows to prepare any row.
  @FileName("transformer.json")
  public record TransformerFile(Path path) implements Artifact.Model {}

  @Override
  public void run(In in, Out out, Context context) {
    Path source = in.rows().get().path();
    City city = in.city().get().city();
    List<ModelRow> rows = LearnedRows.read(source, in.features().get());
    Transformer transformer = Transformer.fit(
        in.features().get(), rows, Place.of(source), training -> in.factors().get().of(training, city),
        city.reference());
    List<ModelRow> heldOut = rows.stream().filter(row -> !row.inTrain()).toList();
    if (heldOut.isEmpty()) {
      throw new Problem(Place.of(source), "no held-out row is left among " + Counted.of(rows.size(), "row"),
          "give more buildings or another split seed");
    }
    Matrix train = transformer.apply(rows.stream().filter(ModelRow::inTrain).toList());
    Matrix test = transformer.apply(heldOut);
    MatrixCsv.write(out.trainMatrix().get().path(), train);
    MatrixCsv.write(out.testMatrix().get().path(), test);
    AtomicFile.write(out.transformer().get().path(), TransformerJson.write(transformer));
    CleanCsv.write(out.heldOutRows().get().path(), heldOut);
    context.console().line(String.format(Locale.ROOT,
        "%,d training rows, %,d held-out rows, %d features", train.rows(), test.rows(),
        train.columns().size()));
    city.target().notice().ifPresent(context.console()::line);
    Factors.lines(transformer.factors()).forEach(context.console()::line);
    Alone.line(Alone.in(train)).ifPresent(context.console()::line);
  }
}
