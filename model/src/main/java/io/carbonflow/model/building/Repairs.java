// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.table.Row;
import io.carbonflow.model.city.City;
import io.carbonflow.model.feature.RowKey;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is wrong with the rows of some tables as a whole, found from the rows themselves, and how they are
/// read right. Whoever makes buildings of rows reads them through it, so that a raw table, a merged one and a
/// service's rows are read in the same way.
///
/// It takes two passes: rows are shown to a [Survey] first, and read by [#apply] then, by one thread. The survey keeps
/// some two hundred bytes of each row.
///
/// ```java
/// Repairs.Survey survey = new Repairs.Survey(Set.of());
/// rows.forEach(survey::take);
/// Repairs repairs = survey.end();
/// rows.stream().map(repairs::apply).map(Building::of).toList();
/// ```
public final class Repairs {
  private final City city;
  private final Set<TableFault> asPublished;
  private final Map<Integer, YearRepairs> years;
  private final NameRepairs names;
  private final EpaTypes types;
  private final BlankParking parking;
  private final ImpossibleRows impossible;
  private final Decimals decimals;
  private final List<Repair> found;

  Repairs(City city, Set<TableFault> asPublished, Map<Integer, YearRepairs> years, NameRepairs names, EpaTypes types,
      BlankParking parking, ImpossibleRows impossible, Decimals decimals, List<Repair> found) {
    this.city = city;
    this.asPublished = asPublished;
    this.years = years;
    this.names = names;
    this.types = types;
    this.parking = parking;
    this.impossible = impossible;
    this.decimals = decimals;
    this.found = List.copyOf(found);
  }

  /// Looks at rows before they are read.
  public static final class Survey {
    private final RowSurvey survey;

    /// @param asPublished the faults that are not looked for
    public Survey(Set<TableFault> asPublished) {
      this(asPublished, City.SEATTLE);
    }

    /// @param asPublished the faults that are not looked for
    /// @param city the city that the rows are of
    public Survey(Set<TableFault> asPublished, City city) {
      Set<TableFault> own = EnumSet.noneOf(TableFault.class);
      own.addAll(asPublished);
      if (Vocabulary.of(city).ownTypes().isEmpty()) {
        own.add(TableFault.EPA_TYPES); // EPA's types are no fault where the city has none of its own
      }
      if (city.names().neighborhoods().names().isEmpty()) {
        own.add(TableFault.TWO_NEIGHBORHOODS);
      }
      survey = new RowSurvey(faults(own), city);
    }

    /// Takes a row as [Schema#canonical] gives it. One that does not say of which building and year it is
    /// tells nothing.
    public void take(Row row) {
      key(row).ifPresent(key -> survey.take(key, row));
    }

    /// Ends: decides which faults each year has.
    public Repairs end() {
      return survey.end();
    }
  }

  private static Set<TableFault> faults(Collection<TableFault> some) {
    EnumSet<TableFault> faults = EnumSet.noneOf(TableFault.class);
    faults.addAll(some);
    return Collections.unmodifiableSet(faults);
  }

  /// Looks at rows of the one schema.
  static Repairs of(Iterable<Row> rows, Set<TableFault> asPublished, City city) {
    Survey survey = new Survey(asPublished, city);
    rows.forEach(survey::take);
    return survey.end();
  }

  /// The key of a row; empty where it has none.
  private static Optional<RowKey> key(Row row) {
    try {
      return Optional.of(Keys.of(row));
    } catch (Problem e) {
      return Optional.empty();
    }
  }

  /// A row of the one schema as it is to be read.
  public Row apply(Row row) {
    return key(row).map(key -> apply(key, row)).orElse(row);
  }

  private Row apply(RowKey key, Row row) {
    ChangedRow changed = new ChangedRow(row);
    PlainFault.found(changed).stream().filter(one -> !asPublished.contains(one.fault()))
        .forEach(one -> one.blank(changed));
    Meters own = Meters.of(key, changed, city);
    Meters read = parking.apply(year(key).apply(own));
    if (read != own) {
      read.write(changed);
    }
    names.apply(key, changed);
    if (!asPublished.contains(TableFault.EPA_TYPES)) {
      types.apply(key.year(), changed);
    }
    return changed.row();
  }

  private YearRepairs year(RowKey key) {
    return years.getOrDefault(key.year(), YearRepairs.NONE);
  }

  /// What was found, by year and fault.
  public List<Repair> found() {
    return found;
  }

  /// Why a row is impossible: a phrase such as `its energy of …, 273 times the median of its other years, …`.
  ///
  /// @param row a row as [#apply] gives it
  /// @return empty for a row that is possible
  public Optional<String> impossible(Row row) {
    return asPublished.contains(TableFault.IMPOSSIBLE_ROWS) ? Optional.empty()
        : key(row).flatMap(key -> impossible.against(Meters.of(key, new ChangedRow(row), city)));
  }

  /// The first rule by which a building is left out; empty if it is kept. That of impossible rows is not among
  /// them, for it does not speak against rows that are held out ([#impossible]).
  ///
  /// @param row the row before it was read, in the one schema
  /// @param building the building of the row as it is read
  public Optional<Rule> against(Row row, Building building, Purpose purpose) {
    return Rule.against(building, purpose, city).or(() ->
        purpose.needsMeters() && asPublished.contains(TableFault.BLANK_FUEL) && lacksFuel(row)
            ? Optional.of(Rule.NO_FUELS) : Optional.empty());
  }

  private boolean lacksFuel(Row row) {
    return key(row).filter(key -> YearRepairs.lacksFuel(Meters.of(key, new ChangedRow(row), city))).isPresent();
  }

  /// How many decimals the numbers of a column are published with in a year: the least that 99% of them have
  /// at most.
  public int decimals(int year, Column column) {
    return decimals.of(year, column);
  }

  /// The faults that are not read right.
  public Set<TableFault> asPublished() {
    return asPublished;
  }
}
