// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.influence;

import module java.base;
import io.carbonflow.model.building.Category;
import io.carbonflow.model.building.Feature;
import io.carbonflow.model.building.FeatureGroup;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.bundle.Bundle;
import io.carbonflow.model.feature.FeatureSet;
import io.carbonflow.model.feature.Matrix;

/// Partial dependence (Friedman 2001, doi:10.1214/aos/1013203451): what a model predicts on average
/// if one feature of some buildings were another, and all else stayed. The average is that of
/// logarithms: one very large building does not decide it.
///
/// @param feature the feature
/// @param points its values in their order
/// @param known the values that the varied rows have themselves, those within what is tried; none of categories
public record Dependence(FeatureGroup feature, List<Point> points, List<Double> known) {
  /// How many values of a number are tried, from the 5th to the 95th percentile of training rows.
  private static final int VALUES = 11;

  /// How many categories are tried: those with the most training rows.
  private static final int CATEGORIES = 10;

  /// A value of a feature.
  ///
  /// @param value the number; the position where it is a category
  /// @param category its name; empty where it is a number
  /// @param tonnes the geometric mean of the predictions
  public record Point(double value, String category, double tonnes) {}

  /// Copies the lists.
  public Dependence {
    points = List.copyOf(points);
    known = List.copyOf(known);
  }

  /// One of which the rows' own values are not known.
  public Dependence(FeatureGroup feature, List<Point> points) {
    this(feature, points, List.of());
  }

  /// Whether the values are categories, in the order of their predictions.
  public boolean hasCategories() {
    return !points.getFirst().category().isEmpty();
  }

  /// The dependence on a feature; empty for one that says little by itself (how many buildings a
  /// property has, its parking, the year) or of which training rows know nothing.
  ///
  /// @param training the training rows, whose values are tried
  /// @param rows some rows, which are varied
  public static Optional<Dependence> of(
      FeatureGroup feature, Bundle model, List<ModelRow> training, List<ModelRow> rows) {
    List<Point> points = switch (feature) {
      case FLOOR_AREA -> numbers(model, training, rows, Feature.LOG_AREA, Math::exp, Variation::area);
      case FLOORS -> numbers(model, training, rows, Feature.FLOORS, Math::rint, Variation::floors);
      case AGE -> numbers(model, training, rows, Feature.AGE, Math::rint, Variation::age);
      case SCORE -> numbers(model, training, rows, Feature.SCORE, Math::rint, Variation::score);
      case FUELS -> model.scale().features() == FeatureSet.METERED
          ? numbers(model, training, rows, Feature.ELECTRICITY_SHARE, Dependence::percent,
              Variation::electricity) : List.of();
      case USES -> categories(model, training, rows, Category.LARGEST_USE,
          (row, other) -> Variation.use(row, other.category(Category.LARGEST_USE), model.city()));
      case LOCATION ->
          categories(model, training, rows, Category.NEIGHBORHOOD, Variation::place);
      case BUILDINGS, PARKING, YEAR -> List.of();
    };
    return points.size() < 2 ? Optional.empty()
        : Optional.of(new Dependence(feature, points, known(feature, rows, points)));
  }

  /// The rows' own values, within what was tried.
  private static List<Double> known(FeatureGroup feature, List<ModelRow> rows, List<Point> tried) {
    ToDoubleFunction<ModelRow> value = switch (feature) {
      case FLOOR_AREA -> row -> Math.exp(row.feature(Feature.LOG_AREA));
      case FLOORS -> row -> row.feature(Feature.FLOORS);
      case AGE -> row -> row.feature(Feature.AGE);
      case SCORE -> row -> row.feature(Feature.SCORE);
      case FUELS -> row -> row.feature(Feature.ELECTRICITY_SHARE);
      case USES, LOCATION, BUILDINGS, PARKING, YEAR -> _ -> Double.NaN;
    };
    return rows.stream().map(value::applyAsDouble)
        .filter(own -> own >= tried.getFirst().value() && own <= tried.getLast().value()).toList();
  }

  /// A share in whole per cent; rounding in the tables leaves some a little above 1.
  private static double percent(double share) {
    return Math.rint(100 * Math.clamp(share, 0, 1)) / 100;
  }

  private static List<Point> numbers(Bundle model, List<ModelRow> training, List<ModelRow> rows,
      Feature feature, DoubleUnaryOperator value, BiFunction<ModelRow, Double, ModelRow> vary) {
    double[] known = training.stream().mapToDouble(row -> row.feature(feature))
        .filter(Double::isFinite).sorted().toArray();
    if (known.length == 0) {
      return List.of();
    }
    double least = known[known.length / 20];
    double greatest = known[known.length - 1 - known.length / 20];
    return IntStream.range(0, VALUES)
        .mapToDouble(i -> value.applyAsDouble(least + (greatest - least) * i / (VALUES - 1)))
        .distinct()
        .mapToObj(v -> new Point(v, "",
            mean(model, rows.stream().map(row -> vary.apply(row, v)).toList())))
        .toList();
  }

  private static List<Point> categories(Bundle model, List<ModelRow> training, List<ModelRow> rows,
      Category category, BiFunction<ModelRow, ModelRow, ModelRow> vary) {
    Map<String, List<ModelRow>> groups = training.stream()
        .filter(row -> !row.category(category).equals(category.absent()))
        .collect(Collectors.groupingBy(row -> row.category(category)));
    List<Map.Entry<String, Double>> tried = groups.entrySet().stream()
        .sorted(Comparator.comparingInt((Map.Entry<String, List<ModelRow>> e) -> -e.getValue().size())
            .thenComparing(Map.Entry::getKey))
        .limit(CATEGORIES)
        .map(e -> Map.entry(e.getKey(), mean(model, varied(rows, middle(e.getValue()), vary))))
        .sorted(Comparator.comparingDouble((Map.Entry<String, Double> e) -> -e.getValue()))
        .toList();
    return IntStream.range(0, tried.size())
        .mapToObj(i -> new Point(i, tried.get(i).getKey(), tried.get(i).getValue())).toList();
  }

  private static List<ModelRow> varied(
      List<ModelRow> rows, ModelRow other, BiFunction<ModelRow, ModelRow, ModelRow> vary) {
    return rows.stream().map(row -> vary.apply(row, other)).toList();
  }

  /// The one in the middle by latitude, which stands for all.
  private static ModelRow middle(List<ModelRow> rows) {
    return rows.stream().sorted(Comparator.comparingDouble(row -> row.feature(Feature.LATITUDE)))
        .skip(rows.size() / 2).findFirst().orElseThrow();
  }

  private static double mean(Bundle model, List<ModelRow> rows) {
    Matrix matrix = model.transformer().apply(rows);
    double[] labels = model.regressor().predict(matrix.values());
    return Math.expm1(IntStream.range(0, labels.length)
        .mapToDouble(i -> Math.log1p(model.scale().tonnes(labels[i], matrix.offset()[i])))
        .average().orElseThrow());
  }
}
