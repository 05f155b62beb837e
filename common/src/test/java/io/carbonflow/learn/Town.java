// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

import module java.base;

/// Made-up houses of which every other one has two rows, a group.
final class Town {
  /// A label is the logarithm of the target without what the offset tells; scores are of square
  /// roots.
  static final TargetTransform LOGARITHM = new TargetTransform() {
    @Override
    public double inverse(double label, double offset) {
      return Math.exp(label + offset);
    }

    @Override
    public double scale(double target) {
      return Math.sqrt(target);
    }

    @Override
    public double floor() {
      return 0.1;
    }
  };

  private Town() {}

  static Dataset of(int houses, long seed) {
    var random = new Random(seed);
    List<String> groups = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<double[]> values = new ArrayList<>();
    for (int b = 0; b < houses; b++) {
      double[] row = random.doubles(3, -1, 1).toArray();
      for (int i = 0; i <= b % 2; i++) {
        groups.add("b" + b);
        names.add("house " + b + ", row " + i);
        values.add(row.clone());
      }
    }
    double[] label = values.stream()
        .mapToDouble(row -> 2 * row[0] + Math.sin(4 * row[1]) + 0.2 * random.nextGaussian())
        .toArray();
    double[] offset = values.stream().mapToDouble(row -> 3 + row[2]).toArray();
    double[] target = new double[label.length];
    for (int i = 0; i < target.length; i++) {
      target[i] = LOGARITHM.inverse(label[i], offset[i]);
    }
    return new Dataset("town", List.of("x0", "x1", "x2"), values.toArray(double[][]::new), label,
        Dataset.equalWeights(label.length), groups, names, new Dataset.Target(target, offset, LOGARITHM));
  }
}
