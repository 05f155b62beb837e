// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.bundle;

import io.carbonflow.model.building.FeatureGroup;
import io.carbonflow.model.feature.Matrix;
import io.carbonflow.model.transform.Outside;
import io.carbonflow.model.transform.Transformer;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// The prepared rows that a model was trained on, to compare others with: is any of them like a row
/// that is to be predicted?
///
/// A row is far where its Euclidean distance to the nearest of these rows is above a limit that one
/// in a hundred training rows exceeds, each compared with those of other buildings. On the real
/// tables the errors of such rows were twice the others', and 90% intervals held 68 to 71% of
/// them (docs/explanation/intervals.md); the ranges of single numbers had noticed one in seven.
///
/// @param rows in the order of their labels; none in a bundle of version 1
/// @param far the limit
public record TrainingRows(double[][] rows, double far) {
  /// What a bundle of version 1 knows of its training rows.
  static final TrainingRows NONE = new TrainingRows(new double[0][], 0);

  /// Checks the limit.
  ///
  /// @throws IllegalArgumentException if it is not a distance
  public TrainingRows {
    if (!(far >= 0 && Double.isFinite(far))) {
      throw new IllegalArgumentException("rows are far from a distance of " + far + " on");
    }
  }

  /// The most rows that are kept.
  private static final int MOST = 5000;

  /// The part of the training rows that is not far.
  private static final double NEAR = 0.99;

  /// How many rows predictions are explained beside. With so many the sampling error of an SVM's
  /// contributions is 0.02 to 0.03 of a logarithm on average, a third of that in the ensemble.
  private static final int SAMPLE = 32;

  /// Those of a matrix, or as many of them, spread evenly over their labels, as are kept.
  ///
  /// @param train prepared rows with labels, at least one
  public static TrainingRows of(Matrix train) {
    Matrix kept = kept(train);
    double[] distances = IntStream.range(0, kept.rows()).mapToDouble(i -> {
      String building = kept.keys().get(i).building();
      int nearest = nearest(kept.values(), kept.values()[i],
          j -> !kept.keys().get(j).building().equals(building));
      return nearest < 0 ? 0 : Matrix.distance(kept.values()[i], kept.values()[nearest]);
    }).sorted().toArray();
    return new TrainingRows(
        kept.values(), distances[(int) Math.ceil(NEAR * distances.length) - 1]);
  }

  /// Those of a matrix where the limit is known.
  ///
  /// @param train prepared rows with labels, at least one
  /// @throws IllegalArgumentException if the limit is not a distance
  public static TrainingRows of(Matrix train, double far) {
    return new TrainingRows(kept(train).values(), far);
  }

  private static Matrix kept(Matrix train) {
    int[] order = IntStream.range(0, train.rows()).boxed()
        .sorted(Comparator.comparingDouble(row -> train.label()[row]))
        .mapToInt(row -> row).toArray();
    return train.subset(evenly(order.length, MOST).map(i -> order[i]).toArray());
  }

  /// Some of the rows, spread evenly over their labels.
  double[][] sample() {
    return evenly(rows.length, SAMPLE).mapToObj(i -> rows[i]).toArray(double[][]::new);
  }

  /// That no training row is like a row, with the feature that the nearest differs in the most;
  /// empty where one is.
  ///
  /// @param like the search among these rows, the same for many
  Optional<Outside> outside(double[] row, Transformer transformer, LikeRows like) {
    if (rows.length == 0 || like.hasOneLike(row)) {
      return Optional.empty();
    }
    double[] nearest = rows[nearest(rows, row, any -> true)];
    Map<FeatureGroup, Double> parts = new EnumMap<>(FeatureGroup.class);
    for (int c = 0; c < row.length; c++) {
      double difference = row[c] - nearest[c];
      parts.merge(transformer.columns().get(c).encoding().source(), difference * difference,
          Double::sum);
    }
    String most = parts.entrySet().stream()
        .max(Map.Entry.comparingByValue()).orElseThrow().getKey().title();
    return Optional.of(new Outside("combination",
        "no training building is like it; the nearest differs most in its " + most));
  }

  /// Some positions among all, spread evenly.
  ///
  /// @param most as many, or all if there are no more
  public static IntStream evenly(int all, int most) {
    int count = Math.min(all, most);
    return IntStream.range(0, count)
        .map(i -> Math.toIntExact((2L * i + 1) * all / (2L * count)));
  }

  /// The position of the nearest of the allowed rows, one of them where no distance is a number; −1
  /// where none is allowed.
  private static int nearest(double[][] rows, double[] row, IntPredicate allowed) {
    int nearest = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < rows.length; i++) {
      double squares = squares(rows[i], row, least);
      if ((squares < least || nearest < 0) && allowed.test(i)) {
        least = squares;
        nearest = i;
      }
    }
    return nearest;
  }

  /// The squared distance, or some number above a limit where it is above it.
  static double squares(double[] a, double[] b, double limit) {
    double sum = 0;
    for (int c = 0; c < a.length && sum <= limit; c++) {
      sum += (a[c] - b[c]) * (a[c] - b[c]);
    }
    return sum;
  }
}
