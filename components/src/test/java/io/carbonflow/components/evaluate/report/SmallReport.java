// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate.report;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.components.evaluate.Evaluation;
import io.carbonflow.components.influence.Dependence;
import io.carbonflow.components.influence.Importance;
import io.carbonflow.components.merge.SourcesReport;
import io.carbonflow.components.score.ScoredRows;
import io.carbonflow.components.validate.ValidationSummary;
import io.carbonflow.model.building.Category;
import io.carbonflow.model.building.Feature;
import io.carbonflow.model.building.FeatureGroup;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.building.Severity;
import io.carbonflow.model.bundle.Bundle;
import io.carbonflow.model.bundle.Member;
import io.carbonflow.model.bundle.Method;
import io.carbonflow.model.bundle.Prediction;
import io.carbonflow.model.bundle.Provenance;
import io.carbonflow.model.bundle.TrainingRows;
import io.carbonflow.model.feature.FeatureSet;
import io.carbonflow.model.feature.RowKey;
import io.carbonflow.model.feature.Scale;
import io.carbonflow.model.interval.Interval;
import io.carbonflow.model.regressor.Kernel;
import io.carbonflow.model.regressor.SupportVectors;
import io.carbonflow.model.transform.Transformer;

/// A report made by hand, of an evaluation and a few rows.
public final class SmallReport {
  private SmallReport() {}

  /// All that there may be.
  public static Report of(Evaluation evaluation) {
    return new Report(evaluation, bundle(), rows("Hotel", "Office"),
        new SourcesReport(List.of(new SourcesReport.Source("2015.csv", 3340, List.of(2015), "ab".repeat(32)),
            new SourcesReport.Source("2016.csv", 3376, List.of(2016),
                "cd".repeat(32))), List.of(2015, 2016), 3,
            new SourcesReport.ReadBy("Seattle", "ef".repeat(32))),
        new ValidationSummary(false, 6716, 2012, 1, 64, List.of(
            new ValidationSummary.BrokenRule("impossible", Severity.ERROR, "a number is none",
                Optional.empty(), 1, 1),
            new ValidationSummary.BrokenRule("fuels-sum", Severity.WARNING, "fuels < their sum",
                Optional.of("1%"), 63, 20)), List.of(), List.of(), List.of()),
        List.of(new Importance(FeatureGroup.FLOOR_AREA, 0.71), new Importance(FeatureGroup.AGE, 0.12)),
        List.of(new Dependence(FeatureGroup.FLOOR_AREA, List.of(
            new Dependence.Point(20_000, "", 31.5), new Dependence.Point(250_000, "", 412.5))),
            new Dependence(FeatureGroup.LOCATION, List.of(
                new Dependence.Point(0, "DOWNTOWN", 101.2), new Dependence.Point(1, "BALLARD", 77.3)))), List.of());
  }

  /// Held-out rows, twelve of each type, of buildings that are there in both years.
  public static ScoredRows rows(String... types) {
    List<ModelRow> rows = IntStream.range(0, 12 * types.length).mapToObj(i -> row("b" + i / 2,
        2015 + i % 2, types[i / 12], 20_000 + 9000 * i, 20 + 7 * i)).toList();
    return new ScoredRows(rows, rows.stream().map(row ->
        prediction(row.key(), row.tonnes() * (row.key().year() == 2015 ? 1.1 : 0.95))).toList());
  }

  private static Prediction prediction(RowKey key, double tonnes) {
    return new Prediction(key, tonnes,
        Optional.of(new Interval(tonnes / 2, 1.02 * tonnes, Interval.LEVEL)), List.of(),
        OptionalDouble.of(1.06 * tonnes), OptionalDouble.of(0.4 * tonnes), Method.MODEL);
  }

  private static ModelRow row(String building, int year, String type, double area, double tonnes) {
    Map<Category, String> categories = new EnumMap<>(Category.class);
    Stream.of(Category.values()).forEach(one -> categories.put(one, ""));
    categories.put(Category.PRIMARY_TYPE, type);
    categories.put(Category.NEIGHBORHOOD, type.equals("Hotel") ? "DOWNTOWN" : "");
    Map<Feature, Double> measures = new EnumMap<>(Feature.class);
    Stream.of(Feature.values()).forEach(one -> measures.put(one, 1.0));
    return new ModelRow(
        new RowKey(building, year), true, tonnes, 1e6, area, measures, categories, List.of(type));
  }

  /// A model of which pages tell its provenance, and nothing else.
  public static Bundle bundle() {
    Transformer transformer = Transformer.fit(
        FeatureSet.METERED, rows("Hotel", "Office").rows(), Place.of("rows"));
    Map<String, Object> hyperparameters = new LinkedHashMap<>();
    hyperparameters.put("trees", 300L);
    hyperparameters.put("mtry", 0.41234567);
    return new Bundle("random_forest", List.of(new Member("random_forest", hyperparameters)),
        transformer, new Scale(FeatureSet.METERED, 5),
        new SupportVectors(new Kernel(Kernel.Kind.LINEAR, 1, 0, 1), new double[0][], new double[0], 1),
        Optional.empty(), new TrainingRows(new double[0][], 0),
        new Provenance("1.2.3", "0123abc", new TreeMap<>(Map.of("xgboost", "3.1")),
            List.of("ab".repeat(32), "cd".repeat(32)), 7, 3, 1610, new TreeMap<>()));
  }
}
