// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.train;

import io.carbonflow.learn.Dataset;
import io.carbonflow.learn.TargetTransform;
import io.carbonflow.model.feature.BoxCox;
import io.carbonflow.model.feature.FeatureSet;
import io.carbonflow.model.feature.Matrix;
import io.carbonflow.model.feature.RowKey;

/// Prepared rows as estimators take them. A building is a group: a model that has seen its other
/// year has seen most of the answer. Scores are those of Box-Cox values of tonnes.
public final class TrainingData {
  private TrainingData() {}

  /// The data set of prepared rows. Numbers are shared, not copied.
  public static Dataset of(Matrix rows) {
    return new Dataset(
        rows.features().word(),
        rows.columns(),
        rows.values(),
        rows.label(),
        Dataset.equalWeights(rows.label().length),
        rows.keys().stream().map(RowKey::building).toList(),
        rows.keys().stream().map(key -> "building " + key.building() + ", " + key.year()).toList(),
        new Dataset.Target(rows.tonnes(), rows.offset(), new Emissions(rows.features())));
  }

  /// @param features what the labels mean
  private record Emissions(FeatureSet features) implements TargetTransform {
    @Override
    public double inverse(double label, double offset) {
      return features.tonnes(label, offset);
    }

    @Override
    public double scale(double tonnes) {
      return BoxCox.of(tonnes);
    }

    @Override
    public double floor() {
      return BoxCox.FLOOR;
    }
  }
}
