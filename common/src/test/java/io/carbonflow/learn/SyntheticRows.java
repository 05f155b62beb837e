package io.carbonflow.learn;

import io.carbonflow.model.feature.FeatureSet;
import io.carbonflow.model.feature.Matrix;
import io.carbonflow.model.feature.RowKey;
import java.util.Random;
import java.util.stream.IntStream;

/// Made-up training rows: smooth and stepwise effects, a category, noise.
public final class SyntheticRows {
  private SyntheticRows() {}

  /// Rows of which the last column is 0 or 1 and the others are continuous.
  public static Matrix of(int rows, int columns, long seed) {
    var random = new Random(seed);
    double[][] values = new double[rows][columns];
    double[] label = new double[rows];
    for (int i = 0; i < rows; i++) {
      for (int c = 0; c < columns; c++) {
        values[i][c] = random.nextGaussian();
      }
      values[i][columns - 1] = random.nextInt(2);
      label[i] = Math.sin(2 * values[i][0]) + (values[i][1] > 0.3 ? 1 : 0)
          + values[i][columns - 1] / 2 + 0.1 * random.nextGaussian();
    }
    return matrix(values, label);
  }

  /// A matrix of these rows; buildings are numbered.
  public static Matrix matrix(double[][] values, double[] label) {
    int width = values.length == 0 ? 0 : values[0].length;
    return new Matrix(
        FeatureSet.METERED,
        IntStream.range(0, width).mapToObj(c -> "x" + c).toList(),
        IntStream.range(0, values.length).mapToObj(i -> new RowKey("b" + i, 2015)).toList(),
        values,
        label,
        new double[values.length],
        new double[values.length]);
  }

  /// The positions from one row to another, exclusive.
  public static int[] range(int from, int to) {
    return IntStream.range(from, to).toArray();
  }
}
