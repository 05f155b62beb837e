// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.predict;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.model.building.FuelFactors;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.bundle.Bundle;
import io.carbonflow.model.factor.FactorFit;
import io.carbonflow.model.factor.KnownFactors;
import io.carbonflow.model.factor.YearFactors;

/// The emission factors that rows are predicted by, by the rows' year.
///
/// @param years each year of the rows
public record AppliedFactors(SortedMap<Integer, Used> years) {
  private static final String OPTION = "--factors";

  /// Where the factors of a year are from.
  public enum From {
    /// The model knows them.
    MODEL,
    /// Nobody knows them: those of another year stand in.
    OTHER_YEAR,
    /// Nobody knows them, nor do the rows tell them: those of another year stand in.
    UNTOLD,
    /// They are asked to be those of another year.
    ASKED_YEAR,
    /// They were estimated from the rows.
    TABLE,
    /// They were given as numbers.
    GIVEN
  }

  /// The factors of a year.
  ///
  /// @param of the year that they are of
  /// @param fit how well they fit the rows that they were estimated from; empty if they were not
  public record Used(FuelFactors factors, From from, int of, Optional<KnownFactors> fit) {}

  /// Copies the map.
  public AppliedFactors {
    years = Collections.unmodifiableSortedMap(new TreeMap<>(years));
  }

  /// Finds them.
  ///
  /// @param source where the bundle is from, for messages
  /// @throws Problem if the model does not know the year that was asked for, cannot be led to other factors,
  ///     or the rows do not tell theirs
  public static AppliedFactors of(Bundle bundle, String source, GivenFactors given, List<ModelRow> rows) {
    if (!given.isEmpty() && !bundle.usesFactors()) {
      throw new Problem(Place.of(OPTION), source + " was trained without meters, and does not know which"
          + " fuels property types use: it predicts by the factors of its training",
          "train again, or leave the option out");
    }
    if (given.year().isPresent() && !bundle.factors().knows(given.year().getAsInt())) {
      throw new Problem(Place.of(OPTION), "names " + given.year().getAsInt() + ", whose factors " + source
          + " does not know", "name one of " + bundle.factors().years().keySet().stream().map(String::valueOf)
              .collect(Collectors.joining(", ")) + ", or give the factors themselves");
    }
    return byYear(rows, (year, of) -> used(bundle, given, year, of));
  }

  private static AppliedFactors byYear(List<ModelRow> rows, BiFunction<Integer, List<ModelRow>, Used> used) {
    SortedMap<Integer, Used> years = new TreeMap<>();
    rows.stream().collect(Collectors.groupingBy(row -> row.key().year(), TreeMap::new, Collectors.toList()))
        .forEach((year, of) -> years.put(year, used.apply(year, of)));
    return new AppliedFactors(years);
  }

  private static Used used(Bundle bundle, GivenFactors given, int year, List<ModelRow> rows) {
    YearFactors known = bundle.factors();
    if (given.isEmpty()) {
      return used(known, year);
    }
    if (given.areOfTable()) {
      KnownFactors fit = estimated(bundle, year, rows);
      if (fit.assumed().containsAll(fit.factors().fuels())) {
        throw new Problem(Place.of(OPTION), "the table does not tell the factors of " + year + ": fewer than "
            + FactorFit.LEAST_ROWS + " of its rows have emissions and the energy of a fuel",
            "name a year that the model knows, or give the factors themselves");
      }
      return new Used(fit.factors(), From.TABLE, year, Optional.of(fit));
    }
    return given.year().isPresent()
        ? new Used(known.of(given.year().getAsInt()).factors(), From.ASKED_YEAR, given.year().getAsInt(),
            Optional.empty())
        : new Used(given.numbers(known.of(year).factors()), From.GIVEN, year, Optional.empty());
  }

  /// What the model takes by itself.
  private static Used used(YearFactors known, int year) {
    YearFactors.Found found = known.of(year);
    return new Used(found.factors(), found.known() ? From.MODEL : From.OTHER_YEAR, found.from(), Optional.empty());
  }

  private static KnownFactors estimated(Bundle bundle, int year, List<ModelRow> rows) {
    return YearFactors.estimated(rows, bundle.factors(), bundle.city().energy()::given).years().get(year);
  }

  /// Those that follow from the rows themselves where these tell them, they fit, and the model does not know
  /// the year or knows others by [KnownFactors#NEAR] at least; the model's otherwise.
  public static AppliedFactors whereOthers(Bundle bundle, List<ModelRow> rows) {
    YearFactors known = bundle.factors();
    return byYear(rows, (year, of) -> {
      Used used = used(known, year);
      KnownFactors fit = estimated(bundle, year, of);
      boolean tells = bundle.usesFactors() && fit.rows() > 0 && fit.fits()
          && (used.from() == From.OTHER_YEAR || fit.factors().fuels().stream()
              .anyMatch(fuel -> !near(fit.factors().of(fuel), used.factors().of(fuel))));
      return tells ? new Used(fit.factors(), From.TABLE, year, Optional.of(fit))
          : used.from() == From.OTHER_YEAR ? new Used(used.factors(), From.UNTOLD, used.of(), Optional.empty()) : used;
    });
  }

  /// Whether a factor is another one except for what rows differ by.
  public static boolean near(double factor, double other) {
    return Math.abs(factor - other) <= KnownFactors.NEAR * other;
  }

  /// The model with them.
  public Bundle to(Bundle bundle) {
    Bundle with = bundle;
    for (Map.Entry<Integer, Used> year : years.entrySet()) {
      with = switch (year.getValue().from()) {
        case MODEL, OTHER_YEAR, UNTOLD -> with;
        case ASKED_YEAR, TABLE, GIVEN -> with.withFactors(year.getKey(), year.getValue().factors());
      };
    }
    return with;
  }

  /// What is to be said before anything else: nothing where the model knows all.
  public List<String> lines() {
    SequencedMap<String, List<Integer>> said = new LinkedHashMap<>();
    years.forEach((year, used) -> text(used).ifPresent(
        text -> said.computeIfAbsent(text, _ -> new ArrayList<>()).add(year)));
    return said.entrySet().stream().map(one -> one.getValue().stream().map(String::valueOf)
        .collect(Collectors.joining(", ")) + ": " + one.getKey()).toList();
  }

  /// Whether those of another year stand in.
  public boolean standIn() {
    return years.values().stream().anyMatch(
        used -> used.from() == From.OTHER_YEAR || used.from() == From.UNTOLD);
  }

  private static Optional<String> text(Used used) {
    return switch (used.from()) {
      case MODEL -> Optional.empty();
      case OTHER_YEAR -> Optional.of("no emission factors are known, those of " + used.of()
          + " are used; give " + OPTION + "=table, a year or numbers");
      case UNTOLD -> Optional.of("no emission factors are known, nor do the rows tell them; those of " + used.of()
          + " are used; give a year or numbers");
      case ASKED_YEAR -> Optional.of("predicted by the emission factors of " + used.of());
      case TABLE -> Optional.of("predicted by emission factors from the table itself, in t/kBtu: "
          + used.factors().text() + "; " + used.fit().orElseThrow().fit()
          + (used.fit().orElseThrow().fits() ? "" : "; THEY DO NOT FIT"));
      case GIVEN -> Optional.of("predicted by the given emission factors, in t/kBtu: " + used.factors().text());
    };
  }

  /// The same for programs, by year.
  public Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    years.forEach((year, used) -> {
      Map<String, Object> one = new LinkedHashMap<>();
      used.factors().fuels().forEach(fuel -> one.put(fuel.word(), used.factors().of(fuel)));
      one.put("from", used.from());
      one.put("of", used.of());
      used.fit().ifPresent(fit -> {
        one.put("rows", fit.rows());
        one.put("residual", fit.residual());
        one.put("assumed", fit.assumed());
      });
      facts.put(Integer.toString(year), one);
    });
    return facts;
  }
}
