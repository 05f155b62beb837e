// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

import module java.base;
import io.carbonflow.model.building.Building;
import io.carbonflow.model.building.Category;
import io.carbonflow.model.building.Column;
import io.carbonflow.model.building.Feature;

/// Features that know too much: with one that determines what is learned, a model is a copy of it,
/// and useless where it is not known. Looks at the rows that are learned from, or at a part of them
/// where they are many.
final class LeakChecks {
  private static final int MOST_ROWS = 20_000;
  private static final int FEWEST_ROWS = 50;

  private static final Check DETERMINES = Check.warning("determines-target",
          "a single feature determines the target")
      .limit(0.95, "")
      .because("The limit is for the rank correlation of a number, and for the adjusted R² of the"
          + " ranks by category, with the emissions, and with energy and emissions per floor area."
          + " The tables' features come up to 0.75, the fuels' emission factor; the column SiteEUI,"
          + " which is not a feature, would come to 0.96.");

  static final List<Check> ALL = List.of(DETERMINES, RatioChecks.ROUNDING);

  private final List<Building> rows = new ArrayList<>();
  private long offered;
  private int stride = 1;

  /// Takes a row.
  void take(CheckedRow facts) {
    boolean heldOut = facts.row().flag(Column.IN_TRAIN).filter(train -> !train).isPresent();
    if (!facts.spot().used() || heldOut || offered++ % stride != 0) {
      return;
    }
    rows.add(facts.building());
    if (rows.size() > MOST_ROWS) {
      stride *= 2;
      List<Building> kept = IntStream.range(0, rows.size()).filter(i -> i % 2 == 0)
          .mapToObj(rows::get).toList();
      rows.clear();
      rows.addAll(kept);
    }
  }

  /// Looks at the rows that were taken.
  void look(Findings findings) {
    if (rows.size() < FEWEST_ROWS) {
      return;
    }
    RatioChecks.look(rows, findings);
    Map<String, ToDoubleFunction<Building>> targets = new LinkedHashMap<>();
    targets.put("the emissions", Building::tonnes);
    targets.put("the energy per floor area", b -> b.energy().site() / b.area());
    targets.put("the emissions per floor area", b -> b.tonnes() / b.area());
    targets.forEach((name, target) -> {
      double[] wanted = rows.stream().mapToDouble(target).toArray();
      for (Feature feature : Feature.values()) {
        double[] values = rows.stream().mapToDouble(feature::of).toArray();
        look(feature.column(), "is the rank correlation with " + name,
            Ranks.correlation(values, wanted), findings);
      }
      for (Category category : Category.values()) {
        List<String> groups = rows.stream().map(row -> category.of(row, findings.city())).toList();
        look(category.column(), "is the adjusted R² of the ranks of " + name,
            Ranks.explained(groups, wanted), findings);
      }
    });
  }

  private static void look(String column, String what, double strength, Findings findings) {
    if (Math.abs(strength) > DETERMINES.limit()) {
      findings.add(DETERMINES, RowLocation.TABLE, new Violation(column, Figures.number(strength), what));
    }
  }
}
