// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.transform;

import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.model.building.Feature;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.feature.FeatureSet;
import io.carbonflow.model.feature.Matrix;
import java.util.HashSet;
import java.util.List;

/// Everything that is learned about features: what stands in for missing values, which categories
/// there are, how columns are standardized. It is learned from training rows, saved with the model,
/// and applied to any row.
///
/// The columns are the features; a column for each neighborhood; one for each use that at least
/// [Levels#USE_ROWS] training rows list; and for each use that is at least [Levels#SHARE_ROWS]
/// times among the three largest, its part of the floor area, the rest in one column. All of them
/// are standardized. None uses the target, so the folds of a cross-validation need not fit their
/// own. Features are taken on steps ([FeatureForm]); labels and offsets are exact.
///
/// @param features what is known of the rows' buildings
/// @param fills what stands in for missing features
/// @param columns the columns of the matrix, in order
/// @param seen the neighborhoods and uses of the training rows, frequent or not, and the ranges of
///     their numbers
/// @param form how features are taken
public record Transformer(FeatureSet features, Imputer fills, List<Standardized> columns,
    TrainingRanges seen, FeatureForm form) {

  /// Copies the columns and checks that there is a fill for every feature.
  ///
  /// @throws IllegalArgumentException if one is missing, a column is of a feature that these models
  ///     do not know, or two columns have one name
  public Transformer {
    columns = List.copyOf(columns);
    List<Feature> used = form.of(features);
    if (!fills.matches(used)) {
      throw new IllegalArgumentException("the fills are of other measures than " + used);
    }
    var names = new HashSet<String>();
    for (Standardized column : columns) {
      boolean known =
          !(column.encoding() instanceof Encoding.Value(Feature m)) || used.contains(m);
      if (!known || !names.add(column.encoding().name())) {
        throw new IllegalArgumentException(
            "column " + column.encoding().name() + " is not known, or comes twice");
      }
    }
  }

  /// One that takes features on steps.
  ///
  /// @throws IllegalArgumentException as above
  public Transformer(FeatureSet features, Imputer fills, List<Standardized> columns, TrainingRanges seen) {
    this(features, fills, columns, seen, FeatureForm.STEPPED);
  }

  /// Learns from the training rows among these; the others are not looked at.
  ///
  /// @param source where the rows come from, for the message
  /// @throws Problem if there is no training row
  public static Transformer fit(FeatureSet features, List<ModelRow> rows, Place source) {
    List<ModelRow> training = rows.stream().filter(ModelRow::inTrain).toList();
    if (training.isEmpty()) {
      throw new Problem(source, "no training row is left among " + rows.size() + " rows",
          "give more buildings or another split seed");
    }
    FeatureForm form = FeatureForm.STEPPED;
    List<Feature> used = form.of(features);
    Imputer fills = Imputer.fit(used, training.stream().map(form::row).toList());
    List<Encoding.Filled> filled =
        training.stream().map(row -> new Encoding.Filled(row, fills, form)).toList();
    List<Standardized> columns = Levels.encodings(used, training).stream()
        .map(encoding -> Standardized.fit(encoding, filled))
        .toList();
    return new Transformer(features, fills, columns, TrainingRanges.in(training, used), form);
  }

  /// The rows as a model takes them. The label is NaN where energy or emissions are not known.
  public Matrix apply(List<ModelRow> rows) {
    return new Matrix(
        features,
        columns.stream().map(c -> c.encoding().name()).toList(),
        rows.stream().map(ModelRow::key).toList(),
        rows.stream().map(this::values).toArray(double[][]::new),
        rows.stream()
            .mapToDouble(r -> features.label(r.siteEnergy(), r.tonnes(), r.area())).toArray(),
        rows.stream().mapToDouble(r -> features.offset(r.area(), r.emissionFactor())).toArray(),
        rows.stream().mapToDouble(ModelRow::tonnes).toArray());
  }

  private double[] values(ModelRow row) {
    var filled = new Encoding.Filled(row, fills, form);
    return columns.stream().mapToDouble(c -> c.of(filled)).toArray();
  }
}
