// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate;

import module java.base;
import io.carbonflow.base.concurrent.Workers;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.carbonflow.base.fault.Place;
import io.carbonflow.base.file.SharedFolder;
import io.carbonflow.base.table.Csv;
import io.carbonflow.learn.forest.RandomForest;
import io.carbonflow.model.building.CleanTable;
import io.carbonflow.model.building.Feature;
import io.carbonflow.model.building.MergeTables;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.feature.FeatureSet;
import io.carbonflow.model.feature.Matrix;
import io.carbonflow.components.train.TrainingData;
import io.carbonflow.learn.Calibration;
import io.carbonflow.learn.Estimator;
import io.carbonflow.learn.Folds;
import io.carbonflow.learn.Hyperparameters;
import io.carbonflow.model.feature.Scale;
import io.carbonflow.model.interval.Interval;
import io.carbonflow.model.interval.Intervals;
import io.carbonflow.model.transform.Transformer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The intervals of a random forest on Seattle's own tables, which are next to the checkout; skipped
/// where they do not. How those of whole trainings do is measured by `bench/run intervals`.
class RealIntervalsTest {
  private static final Hyperparameters CHOSEN =
      new Hyperparameters(Map.of("mtry", 0.5, "node_size", 2L));
  private static final int FOLDS = 5;

  private static List<ModelRow> rows(long seed) {
    Path data = SharedFolder.part("data");
    return CleanTable.of(MergeTables.of(Stream.of("2015", "2016")
        .map(year -> Csv.read(data.resolve(year + "-building-energy-benchmarking.csv")))
        .toList(), seed)).rows();
  }

  /// The share of held-out rows within their interval, and that of each third by floor area.
  private static double[] coverage(FeatureSet features, long seed) throws InterruptedException {
    List<ModelRow> rows = rows(seed);
    Matrix all = Transformer.fit(features, rows, Place.of("real tables")).apply(rows);
    int[] learned = where(rows, true);
    Matrix train = all.subset(learned);
    Estimator.Fitting forest = new RandomForest().prepare(TrainingData.of(all));
    double[] predicted = new double[learned.length];
    int[] fold = new int[learned.length];
    List<Folds.Fold> folds = Folds.of(TrainingData.of(train).groups(), FOLDS, seed).list();
    for (int f = 0; f < FOLDS; f++) {
      int[] score = folds.get(f).score();
      double[] tonnes = tonnes(forest, all, at(learned, folds.get(f).fit()), at(learned, score));
      for (int i = 0; i < score.length; i++) {
        predicted[score[i]] = tonnes[i];
        fold[score[i]] = f;
      }
    }
    int[] heldOut = where(rows, false);
    double[] forecast = tonnes(forest, all, learned, heldOut);
    try (var workers = new Workers(2)) {
      Intervals intervals =
          new OutOfFold(train, Collections.nCopies(learned.length, ""), fold, predicted)
              .calibrate(workers, (_, _, _) -> 1).intervals().orElseThrow();
      int[] within = IntStream.range(0, heldOut.length)
          .map(i -> intervals.of(all.values()[heldOut[i]], forecast[i], Interval.LEVEL)
              .contains(all.tonnes()[heldOut[i]]) ? 1 : 0).toArray();
      int[] bySize = IntStream.range(0, heldOut.length).boxed()
          .sorted(Comparator.comparingDouble(
              i -> rows.get(heldOut[i]).feature(Feature.LOG_TOTAL_AREA)))
          .mapToInt(i -> i).toArray();
      return IntStream.rangeClosed(0, 3).mapToDouble(part -> IntStream.range(
              part == 0 ? 0 : (part - 1) * bySize.length / 3,
              part == 0 ? bySize.length : part * bySize.length / 3)
          .map(i -> within[bySize[i]]).average().orElseThrow()).toArray();
    }
  }

  private static double[] tonnes(Estimator.Fitting forest, Matrix all, int[] fit, int[] score) {
    Scale scale = Scale.of(all.subset(fit));
    double[] labels = forest.trial(CHOSEN, fit, score, 1).labels()[0];
    return IntStream.range(0, score.length)
        .mapToDouble(i -> scale.tonnes(labels[i], all.offset()[score[i]])).toArray();
  }

  private static int[] where(List<ModelRow> rows, boolean inTrain) {
    return IntStream.range(0, rows.size()).filter(i -> rows.get(i).inTrain() == inTrain).toArray();
  }

  private static int[] at(int[] rows, int[] positions) {
    return IntStream.of(positions).map(i -> rows[i]).toArray();
  }

  /// Thirds here are by the whole floor area, parking included; groups are by that of the uses.
  @ParameterizedTest
  @EnumSource(FeatureSet.class)
  void theyHoldAsManyHeldOutRowsAsTheySay(FeatureSet features) throws InterruptedException {
    double[] first = coverage(features, 0);
    double[] second = coverage(features, 1);
    assertEquals(0.9, (first[0] + second[0]) / 2, 0.03);
    for (int third = 1; third <= 3; third++) {
      assertEquals(0.9, (first[third] + second[third]) / 2, 0.06, "third " + third);
    }
  }
}
