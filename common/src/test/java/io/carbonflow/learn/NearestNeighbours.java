package io.carbonflow.learn;

import io.carbonflow.feature.Matrix;
import io.carbonflow.regressor.Regressor;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// A small estimator for tests: the mean label of the nearest rows. Its stages are growing numbers of
/// neighbours. `weight` stretches the first column; `noise` adds a random part that the fit's seed
/// decides; `fault` names what goes wrong.
final class NearestNeighbours implements Estimator {
  private final Space space;

  NearestNeighbours() {
    this(Space.of(
        new Space.Real("weight", 0.01, 10, true, 5),
        new Space.Real("noise", 0, 0.5, false, 3)));
  }

  NearestNeighbours(Space space) {
    this.space = space;
  }

  @Override
  public String name() {
    return "nearest";
  }

  @Override
  public Space space() {
    return space;
  }

  @Override
  public Fitting on(Matrix train) {
    return new Fitting() {
      @Override
      public Staged trial(
          Hyperparameters chosen, int[] fitRows, int[] scoreRows, long seed) {
        if (chosen.has("fault") && !chosen.text("fault").equals("none")) {
          return fault(chosen.text("fault"), scoreRows);
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[][] labels = new double[4][scoreRows.length];
        for (int i = 0; i < scoreRows.length; i++) {
          double[] row = train.values()[scoreRows[i]];
          int[] near = Arrays.stream(fitRows).boxed()
              .sorted(Comparator.comparingDouble(
                  other -> distance(row, train.values()[other], chosen.number("weight"))))
              .mapToInt(r -> r).limit(8).toArray();
          double noise = chosen.number("noise") * random.nextDouble(-1, 1);
          for (int stage = 0; stage < 4; stage++) {
            labels[stage][i] = noise + Arrays.stream(near).limit(1L << stage)
                .mapToDouble(r -> train.label()[r]).average().orElseThrow();
          }
        }
        return new Staged("neighbours", new long[] {1, 2, 4, 8}, labels);
      }

      @Override
      public Regressor fit(Hyperparameters chosen, int[] rows, long seed) {
        throw new UnsupportedOperationException();
      }
    };
  }

  private static Estimator.Staged fault(String fault, int[] scoreRows) {
    if (fault.equals("throws")) {
      throw new IllegalStateException("singular");
    }
    double[] nothing = IntStream.range(0, scoreRows.length).mapToDouble(_ -> Double.NaN).toArray();
    return new Estimator.Staged("", new long[] {1}, new double[][] {nothing});
  }

  private static double distance(double[] a, double[] b, double weight) {
    double first = weight * (a[0] - b[0]);
    return first * first + (a[1] - b[1]) * (a[1] - b[1]) + (a[2] - b[2]) * (a[2] - b[2]);
  }
}
