// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.transform;

import io.carbonflow.model.building.Feature;
import io.carbonflow.model.building.FuelFactors;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.feature.FeatureSet;
import java.util.List;
import java.util.Locale;

/// How a transformer takes features: a model goes on with those that it was trained on, whatever later
/// releases take.
public enum FeatureForm {
  /// As they are computed, without those that came later: so it was up to version 2 of a transformer.
  EXACT(false, false),

  /// On their steps ([Feature#step]): so it was in version 3.
  STEPPED(true, false),

  /// On their steps, and the year within those of training rows: one that comes later is taken for the last
  /// of them, for no model knows what years do.
  HELD(true, true);

  private final boolean stepped;
  private final boolean held;

  FeatureForm(boolean stepped, boolean held) {
    this.stepped = stepped;
    this.held = held;
  }

  /// The name as files have it: `exact`, `stepped` or `held`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The features of this form, in order.
  List<Feature> of(FeatureSet features) {
    return Feature.of(features).stream()
        .filter(feature -> stepped || feature != Feature.REFERENCE_INTENSITY).toList();
  }

  /// A clean row with its features in this form; taken twice it is the same.
  ModelRow row(ModelRow row, FuelFactors reference) {
    return stepped ? row.stepped(reference) : row;
  }

  /// A feature's value in this form, such as one that stands in for what is not known.
  double value(Feature feature, double value) {
    return stepped ? feature.stepped(value) : value;
  }

  /// Whether the year is held within those of training rows.
  boolean holdsYear() {
    return held;
  }
}
