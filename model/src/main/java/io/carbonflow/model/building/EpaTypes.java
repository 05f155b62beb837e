// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Whether the main kinds of property of a year are EPA's instead of the city's, and which of the city's is
/// meant. Rows of one year that say the one or the other decide.
final class EpaTypes {
  /// One row of the city's own names, for so many of EPA's, is no doubt.
  private static final int CLEAR = 9;
  /// An office with as much floor area, in square feet and parking included, is a large one: so it was with all
  /// 1,414 offices of 2015 to 2017.
  private static final double LARGE = 100_000;
  private static final String OFFICE = "Office";

  private static final String OTHER = "Other";

  /// How many rows of a year there are of each kind.
  private static final class Counts {
    private int typed;
    private int epaAlone;
    private int cityAlone;
    private int toRead;
  }

  private final Vocabulary known;
  private final TreeMap<Integer, Counts> years = new TreeMap<>();

  /// @param known the names that the columns know
  EpaTypes(Vocabulary known) {
    this.known = known;
  }

  /// Takes a row of which the names are read right.
  void take(int year, ChangedRow row) {
    String type = type(row);
    Counts counts = years.computeIfAbsent(year, first -> new Counts());
    boolean isEpaAlone = known.isEpaAlone(type);
    counts.typed += type.isEmpty() ? 0 : 1;
    counts.epaAlone += isEpaAlone ? 1 : 0;
    counts.cityAlone += known.ownTypes().contains(type) ? 1 : 0;
    counts.toRead += isEpaAlone || type.equals(OFFICE) ? 1 : 0;
  }

  private String type(ChangedRow row) {
    return known.type(row.text(Column.PRIMARY_TYPE));
  }

  /// Whether a year's types are EPA's.
  boolean are(int year) {
    Counts counts = years.getOrDefault(year, new Counts());
    return counts.epaAlone > CLEAR * counts.cityAlone;
  }

  /// Reads the type of a row right.
  void apply(int year, ChangedRow row) {
    if (are(year)) {
      String type = type(row);
      String meant = city(type, row);
      row.set(Column.PRIMARY_TYPE, known.ownTypes().contains(meant) || meant.equals(OTHER) && known.isType(OTHER)
          ? meant : type);
    }
  }

  /// The city's type for one of EPA's.
  private String city(String type, ChangedRow row) {
    return switch (type) {
      case OFFICE -> office(row);
      case "Hospital (General Medical & Surgical)" -> "Hospital";
      case "Multifamily LR (1-4)" -> "Low-Rise Multifamily";
      case "Multifamily MR (5-9)" -> "Mid-Rise Multifamily";
      case "Multifamily HR (10+)" -> "High-Rise Multifamily";
      case "Multifamily Housing" -> switch (row.text(Column.BUILDING_TYPE)) {
        case "Multifamily MR (5-9)" -> "Mid-Rise Multifamily";
        case "Multifamily HR (10+)" -> "High-Rise Multifamily";
        default -> "Low-Rise Multifamily";
      };
      default -> known.isEpaAlone(type) ? OTHER : type;
    };
  }

  private static String office(ChangedRow row) {
    double area = row.number(Column.TOTAL_AREA);
    return Double.isNaN(area) ? OFFICE : area >= LARGE ? "Large Office" : "Small- and Mid-Sized Office";
  }

  /// What is reported about a year.
  Optional<Repair> repair(int year) {
    Counts counts = years.get(year);
    return !are(year) ? Optional.empty() : Optional.of(new Repair(TableFault.EPA_TYPES, year, Column.PRIMARY_TYPE,
        counts.toRead, String.format(Locale.ROOT, "%,d of %,d rows have a type that only EPA has, %,d one that only the"
            + " city has", counts.epaAlone, counts.typed, counts.cityAlone), true));
  }

  /// The years that were taken.
  Set<Integer> years() {
    return years.keySet();
  }
}
