// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.transform;

import io.carbonflow.model.building.Category;
import io.carbonflow.model.building.FuelFactors;
import io.carbonflow.model.building.FuelMix;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.factor.YearFactors;
import io.carbonflow.model.feature.FeatureSet;
import java.util.Optional;

/// How labels and offsets follow from the emission factors of a row's year ([Transformer]).
///
/// @param features what is known of the rows' buildings
/// @param factors emissions by energy of each fuel, by year
/// @param mixes the mean fuels by property type; empty with meters, and where no training row told them
/// @param reference the factors that features are made of
record FactorOffsets(FeatureSet features, YearFactors factors, Optional<FuelMixes> mixes, FuelFactors reference) {
  /// What is learned of a row; NaN where energy or emissions are not known.
  double label(ModelRow row) {
    double label = features.label(row.siteEnergy(), row.tonnes(), row.area());
    FuelMix own = FuelMix.of(row);
    return switch (features) {
      case METERED -> label;
      case UNMETERED -> label - (own.isKnown() ? toReference(own, row.key().year()) : yearPart(row));
    };
  }

  /// What leads from a row's label to tonnes, a logarithm.
  double offset(ModelRow row) {
    return switch (features) {
      case METERED -> features.offset(row.area(), factors.of(row.key().year()).factors().of(FuelMix.of(row)));
      case UNMETERED -> features.offset(row.area(), Double.NaN) + yearPart(row);
    };
  }

  /// The logarithm of what energy of a mix stands for in a year, as a part of what it does by the reference;
  /// 0 where that year has the reference's factors.
  private double toReference(FuelMix mix, int year) {
    return Math.log(factors.of(year).factors().of(mix) / reference.of(mix));
  }

  /// As [Transformer#yearPart].
  double yearPart(ModelRow row) {
    return mix(row).map(mix -> toReference(mix, row.key().year())).orElse(0.0);
  }

  /// As [Transformer#rise].
  double rise(ModelRow row) {
    return mix(row).map(mix -> factors.rise(mix, row.key().year())).orElse(1.0);
  }

  /// As [Transformer#yearRatio(ModelRow, int)].
  double yearRatio(ModelRow row, int to) {
    return mix(row).map(mix -> factors.ratio(mix, row.key().year(), to)).orElse(1.0);
  }

  /// The fuels that lead from a row's label to tonnes; empty where nothing is known of them.
  private Optional<FuelMix> mix(ModelRow row) {
    return switch (features) {
      case METERED -> Optional.of(FuelMix.of(row)).filter(FuelMix::isKnown);
      case UNMETERED -> mixes.map(known -> known.of(row.category(Category.PRIMARY_TYPE)));
    };
  }
}
