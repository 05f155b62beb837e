// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

import module java.base;
import io.carbonflow.model.regressor.Regressor;

/// Nearest neighbors: the label is the mean of the nearest rows', with their number as stages. It
/// sees a random share of the rows, so that the seed of a fit matters.
final class Neighbors implements Estimator {
  static final Space SPACE = Space.of(
      new Space.Choice("distance", List.of("euclid", "minkowski"), List.of(1.0, 1.0)),
      new Space.OnlyIf("distance", List.of("minkowski"),
          new Space.Real("power", 0.5, 8, true, 3)),
      new Space.Real("share", 0.2, 1, false, 3),
      new Space.Whole("coarse", 1, 40, true, 4));

  /// How many fits were made, over all fittings.
  final AtomicInteger fits = new AtomicInteger();

  @Override
  public String name() {
    return "neighbors";
  }

  @Override
  public boolean accepts(Regressor model) {
    return false;
  }

  @Override
  public Fitting prepare(Dataset train) {
    return new Fitting() {
      @Override
      public StagedPredictions trial(Hyperparameters chosen, int[] fitRows, int[] scoreRows, long seed) {
        fits.incrementAndGet();
        var random = new Random(seed);
        double share = chosen.number("share");
        int[] seen = Arrays.stream(fitRows).filter(_ -> random.nextDouble() < share).toArray();
        return staged(train, chosen, seen, scoreRows);
      }

      @Override
      public Regressor fit(Hyperparameters chosen, int[] rows, long seed) {
        throw new UnsupportedOperationException("no search makes a final fit");
      }
    };
  }

  private static StagedPredictions staged(Dataset train, Hyperparameters chosen, int[] seen, int[] scoreRows) {
    long[] sizes = {1, 2, 4, 8, 16};
    double[][] labels = new double[sizes.length][scoreRows.length];
    for (int i = 0; i < scoreRows.length; i++) {
      double[] row = train.values()[scoreRows[i]];
      double[] nearest = IntStream.of(seen)
          .boxed()
          .sorted(Comparator.comparingDouble(r -> distance(chosen, train.values()[r], row)))
          .limit(16)
          .mapToDouble(r -> train.labels()[r])
          .toArray();
      for (int s = 0; s < sizes.length; s++) {
        labels[s][i] = Arrays.stream(nearest).limit(sizes[s]).average().orElseThrow();
      }
    }
    return new StagedPredictions("neighbors", sizes, labels);
  }

  private static double distance(Hyperparameters chosen, double[] a, double[] b) {
    double power = chosen.has("power") ? chosen.number("power") : 2;
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      double coarse = Math.rint(Math.abs(a[i] - b[i]) * 1000 / chosen.integer("coarse"));
      sum += Math.pow(coarse, power);
    }
    return sum;
  }
}
