// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.prepare;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.table.Row;
import io.carbonflow.model.building.CleanCsv;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.feature.FeatureSet;

/// Reads clean rows to learn from and to be scored on.
public final class LearnedRows {
  private static final String REMEDY = "take the rows from the clean step as they are";

  private LearnedRows() {}

  /// Rows of which all is known that labels are made of. The clean step leaves no others; a table
  /// that was changed since may have some.
  ///
  /// @throws Problem if the file is not a clean table, or a row lacks emissions, energy or fuel shares
  public static List<ModelRow> read(Path file, FeatureSet features) {
    return CleanCsv.read(file, (row, source) -> check(row, source, features));
  }

  private static void check(ModelRow row, Row source, FeatureSet features) {
    if (!(row.tonnes() > -1)) {
      throw new Problem(source.place("TotalGHGEmissions"),
          "the emissions are missing, or -1 tonne or less", REMEDY);
    }
    if (features == FeatureSet.METERED && !(row.siteEnergy() > 0)) {
      throw new Problem(source.place("SiteEnergyUse(kBtu)"),
          "the energy is missing, zero or negative", REMEDY);
    }
    if (features == FeatureSet.METERED && Double.isNaN(row.emissionFactor())) {
      throw new Problem(source.start(),
          "a fuel share is missing: Elec_ratio, NG_ratio or Steam_ratio", REMEDY);
    }
  }
}
