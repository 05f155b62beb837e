// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.transform;

import io.carbonflow.base.fault.Counted;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.model.building.Feature;
import io.carbonflow.model.building.FuelFactors;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.factor.YearFactors;
import io.carbonflow.model.feature.FeatureSet;
import io.carbonflow.model.feature.Matrix;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

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
/// What leads from labels to tonnes are the emission factors of a row's year. With meters a label is energy,
/// and they stand in the offset alone. Without, a label is the tonnes that the row's own fuels would have
/// come to by the reference's factors, and the offset leads to the year's by the mean fuels of its type.
///
/// @param features what is known of the rows' buildings
/// @param fills what stands in for missing features
/// @param columns the columns of the matrix, in order
/// @param seen the neighborhoods and uses of the training rows, frequent or not, and the ranges of
///     their numbers
/// @param form how features are taken
/// @param factors emissions by energy of each fuel, by year
/// @param mixes the mean fuels by property type; empty with meters, and where no training row told them
/// @param reference the factors that features are made of, whatever year a row is of
public record Transformer(FeatureSet features, Imputer fills, List<Standardized> columns,
    TrainingRanges seen, FeatureForm form, YearFactors factors, Optional<FuelMixes> mixes,
    FuelFactors reference) {

  /// Copies the columns and checks that there is a fill for every feature that they are of.
  ///
  /// @throws IllegalArgumentException if one is missing, a column is of a feature that these models
  ///     do not know, two columns have one name, or factors cannot be used for want of mean fuels
  public Transformer {
    columns = List.copyOf(columns);
    List<Feature> used = form.of(features);
    if (!fills.isFor(used) || !fills.covers(features(columns))) {
      throw new IllegalArgumentException("the fills are of other measures than " + used);
    }
    var names = new HashSet<String>();
    for (Standardized column : columns) {
      boolean known =
          !(column.encoding() instanceof Encoding.Value(Feature m)) || used.contains(m);
      if (!known || !names.add(column.encoding().name())) {
        throw new IllegalArgumentException(
            "column " + column.encoding().name() + " is not known, or appears twice");
      }
    }
    if (features == FeatureSet.UNMETERED && mixes.isEmpty() && !factors.areAll(reference)) {
      throw new IllegalArgumentException("factors of other years, and no mean fuels of property types");
    }
  }

  /// One of Seattle.
  ///
  /// @throws IllegalArgumentException as above
  public Transformer(FeatureSet features, Imputer fills, List<Standardized> columns, TrainingRanges seen,
      FeatureForm form, YearFactors factors, Optional<FuelMixes> mixes) {
    this(features, fills, columns, seen, form, factors, mixes, FuelFactors.REFERENCE);
  }

  /// One of Seattle that takes every year by the reference's factors.
  ///
  /// @throws IllegalArgumentException as above
  public Transformer(FeatureSet features, Imputer fills, List<Standardized> columns, TrainingRanges seen,
      FeatureForm form) {
    this(features, fills, columns, seen, form, YearFactors.REFERENCE, Optional.empty());
  }

  /// One of Seattle that takes features on steps, and every year by the reference's factors.
  ///
  /// @throws IllegalArgumentException as above
  public Transformer(FeatureSet features, Imputer fills, List<Standardized> columns, TrainingRanges seen) {
    this(features, fills, columns, seen, FeatureForm.STEPPED);
  }

  /// Learns from the training rows among these, factors too; the others are not looked at.
  ///
  /// @param source where the rows come from, for the message
  /// @throws Problem if there is no training row
  public static Transformer fit(FeatureSet features, List<ModelRow> rows, Place source) {
    return fit(features, rows, source, training -> YearFactors.estimated(training, YearFactors.REFERENCE));
  }

  /// Learns from the training rows among these.
  ///
  /// @param source where the rows come from, for the message
  /// @param factors makes the factors of years of training rows
  /// @throws Problem if there is no training row
  public static Transformer fit(FeatureSet features, List<ModelRow> rows, Place source,
      Function<List<ModelRow>, YearFactors> factors) {
    return fit(features, rows, source, factors, Optional.of(FuelFactors.REFERENCE));
  }

  /// Learns from the training rows among these. A feature that no training row tells is not one of the model.
  ///
  /// @param source where the rows come from, for the message
  /// @param factors makes the factors of years of training rows
  /// @param given the factors that features are made of; where there are none, those of the first year
  /// @throws Problem if there is no training row
  public static Transformer fit(FeatureSet features, List<ModelRow> rows, Place source,
      Function<List<ModelRow>, YearFactors> factors, Optional<FuelFactors> given) {
    List<ModelRow> training = rows.stream().filter(ModelRow::inTrain).toList();
    if (training.isEmpty()) {
      throw new Problem(source, "no training row is left among " + Counted.of(rows.size(), "row"),
          "give more buildings or another split seed");
    }
    FeatureForm form = FeatureForm.HELD;
    YearFactors years = factors.apply(training);
    FuelFactors reference = given.orElseGet(() -> years.years().firstEntry().getValue().factors());
    List<ModelRow> formed = training.stream().map(row -> form.row(row, reference)).toList();
    List<Feature> used = form.of(features).stream()
        .filter(feature -> formed.stream().anyMatch(row -> !Double.isNaN(row.feature(feature)))).toList();
    Imputer fills = Imputer.fit(used, formed);
    List<Encoding.Filled> filled =
        training.stream().map(row -> new Encoding.Filled(row, fills, form, reference)).toList();
    List<Standardized> columns = Levels.encodings(used, training).stream()
        .map(encoding -> Standardized.fit(encoding, filled))
        .toList();
    Optional<FuelMixes> mixes = switch (features) {
      case METERED -> Optional.empty();
      case UNMETERED -> FuelMixes.fit(training);
    };
    return new Transformer(features, fills, columns, TrainingRanges.in(training, used), form,
        years, mixes, reference);
  }

  /// The same with other factors of years; no feature changes.
  ///
  /// @throws IllegalArgumentException if they cannot be used for want of mean fuels
  public Transformer with(YearFactors others) {
    return new Transformer(features, fills, columns, seen, form, others, mixes, reference);
  }

  /// The rows as a model takes them. The label is NaN where energy or emissions are not known.
  public Matrix apply(List<ModelRow> rows) {
    return new Matrix(
        features,
        columns.stream().map(c -> c.encoding().name()).toList(),
        rows.stream().map(ModelRow::key).toList(),
        rows.stream().map(this::values).toArray(double[][]::new),
        rows.stream().mapToDouble(offsets()::label).toArray(),
        rows.stream().mapToDouble(offsets()::offset).toArray(),
        rows.stream().mapToDouble(ModelRow::tonnes).toArray());
  }

  private static List<Feature> features(List<Standardized> columns) {
    return columns.stream().flatMap(column -> column.encoding() instanceof Encoding.Value(Feature feature)
        ? Stream.of(feature) : Stream.empty()).toList();
  }

  /// The features that the model knows.
  public List<Feature> known() {
    return features(columns);
  }

  private double[] values(ModelRow row) {
    var filled = new Encoding.Filled(form.holdsYear() ? seen.held(row) : row, fills, form, reference);
    return columns.stream().mapToDouble(c -> c.of(filled)).toArray();
  }

  private FactorOffsets offsets() {
    return new FactorOffsets(features, factors, mixes, reference);
  }

  /// By how much the offset of a row is above what it would be by the reference's factors: the part of the
  /// year in a prediction, a logarithm.
  public double yearPart(ModelRow row) {
    return offsets().yearPart(row);
  }

  /// How many times what is predicted of training rows at the most a row's emissions may be, for its year
  /// has other factors ([YearFactors#rise]).
  public double rise(ModelRow row) {
    return offsets().rise(row);
  }

  /// How many times the emissions of a row's year its energy stands for in another year, by its own fuels
  /// with meters, by its type's without. 1 where the factors of either are not known.
  public double yearRatio(ModelRow row, int to) {
    return offsets().yearRatio(row, to);
  }

  /// The same for a property type, by its mean fuels; 1 where these are not known, as with meters.
  public double yearRatio(String type, int from, int to) {
    return mixes.map(known -> factors.ratio(known.of(type), from, to)).orElse(1.0);
  }
}
