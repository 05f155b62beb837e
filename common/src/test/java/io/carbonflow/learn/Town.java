package io.carbonflow.learn;

import io.carbonflow.model.feature.FeatureSet;
import io.carbonflow.model.feature.Matrix;
import io.carbonflow.model.feature.RowKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Made-up buildings of which every other one has rows of two years.
final class Town {
  private Town() {}

  static Matrix of(int buildings, long seed) {
    var random = new Random(seed);
    List<RowKey> keys = new ArrayList<>();
    List<double[]> values = new ArrayList<>();
    for (int b = 0; b < buildings; b++) {
      double[] row = random.doubles(3, -1, 1).toArray();
      for (int year = 2015; year <= 2015 + b % 2; year++) {
        keys.add(new RowKey("b" + b, year));
        values.add(row.clone());
      }
    }
    double[] label = values.stream()
        .mapToDouble(row -> 2 * row[0] + Math.sin(4 * row[1]) + 0.2 * random.nextGaussian())
        .toArray();
    double[] offset = values.stream().mapToDouble(row -> 3 + row[2]).toArray();
    double[] tonnes = new double[label.length];
    for (int i = 0; i < tonnes.length; i++) {
      tonnes[i] = FeatureSet.METERED.tonnes(label[i], offset[i]);
    }
    return new Matrix(FeatureSet.METERED, List.of("x0", "x1", "x2"), keys,
        values.toArray(double[][]::new), label, offset, tonnes);
  }
}
