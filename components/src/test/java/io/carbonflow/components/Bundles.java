// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components;

import module java.base;
import com.google.gson.JsonObject;
import io.carbonflow.base.table.Csv;
import io.carbonflow.components.publish.Comparison;
import io.carbonflow.components.score.ScoredRows;
import io.carbonflow.model.building.CleanCsv;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.bundle.Bundle;
import io.carbonflow.model.bundle.Provenance;
import io.carbonflow.model.bundle.Searched;
import io.carbonflow.model.bundle.TrainingRows;
import io.carbonflow.model.city.CityJson;
import io.carbonflow.model.feature.Scale;
import io.carbonflow.model.regressor.Kernel;
import io.carbonflow.model.regressor.Regressor;
import io.carbonflow.model.regressor.SupportVectors;
import io.carbonflow.model.transform.Transformer;
import io.carbonflow.model.transform.TransformerJson;

/// Bundles that are not the sample pipeline's own, made without training.
public final class Bundles {
  private Bundles() {}

  /// The bundle of the sample pipeline.
  public static Bundle sample() {
    return Bundle.load(SampleFiles.made("train-best", "model.carbonflow"));
  }

  /// The same model as another content: its seed is said to be another.
  public static Bundle withSeed(Bundle bundle, long seed) {
    return with(bundle, bundle.regressor(), seed, bundle.provenance().splitSeed());
  }

  /// The same model, said to have been trained on other buildings.
  public static Bundle withSplitSeed(Bundle bundle, long splitSeed) {
    return with(bundle, bundle.regressor(), bundle.provenance().seed(), splitSeed);
  }

  /// The same model, said to have been found by so many trials of each estimator.
  public static Bundle withTrials(Bundle bundle, int trials) {
    Provenance told = bundle.provenance();
    var searches = new TreeMap<String, Searched>();
    told.searches().forEach((name, one) -> searches.put(
        name, new Searched(one.sampling(), trials, one.folds(), one.halving())));
    return new Bundle(bundle.name(), bundle.members(), bundle.transformer(), bundle.scale(),
        bundle.regressor(), bundle.intervals(), bundle.totals(), bundle.lastYearErrors(), bundle.trainingRows(),
        new Provenance(told.carbonflow(), told.revision(), told.libraries(), told.data(), told.seed(),
            told.splitSeed(), told.trainRows(), searches));
  }

  /// The same model, said to be one of Chicago.
  public static Bundle ofChicago() {
    Bundle bundle = sample();
    return new Bundle(bundle.name(), bundle.members(), bundle.transformer(), bundle.scale(), bundle.regressor(),
        bundle.intervals(), bundle.totals(), bundle.lastYearErrors(), bundle.trainingRows(), bundle.provenance(),
        CityJson.bundled("chicago"));
  }

  /// A model that knows nothing but the mean label.
  public static Bundle weak() {
    return with(sample(), constant(4), 0, 0);
  }

  /// A model that does without meters.
  public static Bundle unmetered(Path folder) {
    SampleFiles.call("prepare").with("--features", "unmetered").into(folder).run().ok();
    Transformer transformer = TransformerJson.read(folder.resolve("transformer.json"));
    return new Bundle("svm", List.of(), transformer,
        new Scale(transformer.features(), sample().scale().upper()), constant(-6),
        Optional.empty(), new TrainingRows(new double[0][], 0), sample().provenance());
  }

  private static Regressor constant(double label) {
    return new SupportVectors(
        new Kernel(Kernel.Kind.LINEAR, 1, 0, 1), new double[0][], new double[0], label);
  }

  private static Bundle with(Bundle bundle, Regressor regressor, long seed, long splitSeed) {
    return new Bundle(bundle.name(), bundle.members(), bundle.transformer(), bundle.scale(),
        regressor, bundle.intervals(), bundle.totals(), bundle.lastYearErrors(), bundle.trainingRows(),
        bundle.provenance().with(seed, splitSeed));
  }

  /// A call of `publish` with this bundle, whose metrics say what it does.
  ///
  /// @param folder takes both files
  public static StepCall publish(Bundle bundle, Path folder) throws IOException {
    return publish(bundle, SampleFiles.made("clean", "rows.csv"), folder);
  }

  /// The same with other clean rows.
  public static StepCall publish(Bundle bundle, Path rows, Path folder) throws IOException {
    Path file = folder.resolve("model.carbonflow");
    bundle.save(file);
    List<ModelRow> heldOut = CleanCsv.read(Csv.read(rows)).stream()
        .filter(row -> Comparison.isHeldOut(row, bundle)).toList();
    JsonObject score = new JsonObject();
    score.addProperty("r2", ScoredRows.of(bundle, heldOut).boxCox().r2());
    JsonObject models = new JsonObject();
    models.add(bundle.name(), score);
    JsonObject metrics = new JsonObject();
    metrics.add("models", models);
    return SampleFiles.call("publish").with("--rows", rows).with("--bundle", file).with("--metrics",
        Files.writeString(folder.resolve("metrics.json"), metrics.toString()));
  }
}
