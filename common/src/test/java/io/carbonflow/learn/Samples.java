package io.carbonflow.learn;

import io.carbonflow.feature.FeatureSet;
import io.carbonflow.feature.Matrix;
import io.carbonflow.feature.RowKey;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Rows that a model can learn something from.
final class Samples {
  private Samples() {}

  /// Rows of buildings with two years each, the label a noisy sum of three features.
  static Matrix matrix(int buildings, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = 2 * buildings;
    List<RowKey> keys = new ArrayList<>();
    double[][] values = new double[n][3];
    double[] label = new double[n];
    double[] offset = new double[n];
    double[] tonnes = new double[n];
    for (int i = 0; i < n; i++) {
      keys.add(new RowKey("b" + i / 2, 2015 + i % 2));
      for (int c = 0; c < 3; c++) {
        values[i][c] = random.nextDouble(-1, 1);
      }
      label[i] = values[i][0] + 0.5 * values[i][1] + random.nextDouble(-0.3, 0.3);
      offset[i] = 3 + random.nextDouble();
      tonnes[i] = FeatureSet.METERED.tonnes(label[i], offset[i]);
    }
    return new Matrix(
        FeatureSet.METERED, List.of("a", "b", "c"), keys, values, label, offset, tonnes);
  }
}
