// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.transform;

import io.carbonflow.model.building.Category;
import io.carbonflow.model.building.Feature;
import io.carbonflow.model.building.FeatureGroup;
import io.carbonflow.model.building.FuelFactors;
import io.carbonflow.model.building.ModelRow;
import java.util.List;
import java.util.function.Predicate;

/// What one column of a matrix holds, before it is standardized.
public sealed interface Encoding {

  /// The column's name.
  String name();

  /// The value for a row.
  double of(Filled row);

  /// What a person calls that which the column tells of.
  default FeatureGroup source() {
    return switch (this) {
      case Value(Feature feature) -> FeatureGroup.of(feature);
      case Level level -> FeatureGroup.of(level.category());
      case HasUse use -> FeatureGroup.USES;
      case UseShare share -> FeatureGroup.USES;
      case OtherShare share -> FeatureGroup.USES;
    };
  }

  /// A row whose features are all known, because fills stand in for what is not.
  ///
  /// @param row the clean row, in this form
  /// @param fills what was learned of missing values
  /// @param form how features are taken
  /// @param reference the emission factors that features are made of
  record Filled(ModelRow row, Imputer fills, FeatureForm form, FuelFactors reference) {
    /// Takes the row in this form.
    public Filled {
      row = form.row(row, reference);
    }

    /// A row whose features are taken as they are.
    public Filled(ModelRow row, Imputer fills) {
      this(row, fills, FeatureForm.EXACT);
    }

    /// A row of Seattle.
    public Filled(ModelRow row, Imputer fills, FeatureForm form) {
      this(row, fills, form, FuelFactors.REFERENCE);
    }

    double feature(Feature feature) {
      return form.value(feature, fills.value(row, feature));
    }

    /// The sum of shares of some of the three largest uses: one of steps is on a step, to the last bit.
    double share(Predicate<Slot> some) {
      double sum = 0;
      for (Slot slot : Slot.ALL) {
        sum += some.test(slot) ? slot.share(this) : 0;
      }
      return form.value(Feature.LARGEST_SHARE, sum);
    }
  }

  /// A number as it is.
  record Value(Feature feature) implements Encoding {
    @Override
    public String name() {
      return feature.column();
    }

    @Override
    public double of(Filled row) {
      return row.feature(feature);
    }
  }

  /// Whether a category has this value. One that was not seen in training has none of them.
  record Level(Category category, String value) implements Encoding {
    @Override
    public String name() {
      return category.column() + ":" + value;
    }

    @Override
    public double of(Filled row) {
      return row.row().category(category).equals(value) ? 1 : 0;
    }
  }

  /// Whether the building has this among all of its uses.
  record HasUse(String use) implements Encoding {
    @Override
    public String name() {
      return "use:" + use;
    }

    @Override
    public double of(Filled row) {
      return row.row().uses().contains(use) ? 1 : 0;
    }
  }

  /// The part of the three largest uses' floor area that is of this use.
  record UseShare(String use) implements Encoding {
    @Override
    public String name() {
      return "share:" + use;
    }

    @Override
    public double of(Filled row) {
      return row.share(slot -> slot.use(row).equals(use));
    }
  }

  /// The part of the three largest uses' floor area that is of none of these uses.
  record OtherShare(List<String> uses) implements Encoding {
    /// Copies the list.
    public OtherShare {
      uses = List.copyOf(uses);
    }

    @Override
    public String name() {
      return "share of other uses";
    }

    @Override
    public double of(Filled row) {
      return row.share(slot -> slot.exists(row.row()) && !uses.contains(slot.use(row)));
    }
  }
}
