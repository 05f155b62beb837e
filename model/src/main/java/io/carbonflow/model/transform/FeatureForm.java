// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.transform;

import io.carbonflow.model.building.Feature;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.feature.FeatureSet;
import java.util.List;
import java.util.Locale;

/// How a transformer takes features: a model goes on with those that it was trained on, whatever later
/// releases take.
public enum FeatureForm {
  /// As they are computed, without those that came later: so it was up to version 2 of a transformer.
  EXACT {
    @Override
    List<Feature> of(FeatureSet features) {
      return Feature.of(features).stream()
          .filter(feature -> feature != Feature.REFERENCE_INTENSITY).toList();
    }

    @Override
    ModelRow row(ModelRow row) {
      return row;
    }

    @Override
    double value(Feature feature, double value) {
      return value;
    }
  },

  /// On their steps ([Feature#step]).
  STEPPED {
    @Override
    List<Feature> of(FeatureSet features) {
      return Feature.of(features);
    }

    @Override
    ModelRow row(ModelRow row) {
      return row.stepped();
    }

    @Override
    double value(Feature feature, double value) {
      return feature.stepped(value);
    }
  };

  /// The name as files have it: `exact` or `stepped`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The features of this form, in order.
  abstract List<Feature> of(FeatureSet features);

  /// A clean row with its features in this form; taken twice it is the same.
  abstract ModelRow row(ModelRow row);

  /// A feature's value in this form, such as one that stands in for what is not known.
  abstract double value(Feature feature, double value);
}
