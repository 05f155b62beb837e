// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import io.carbonflow.base.table.Row;
import io.carbonflow.model.city.City;
import io.carbonflow.model.feature.RowKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Collects what the decisions of [Repairs] are made from.
final class RowSurvey {
  private final City city;
  private final Set<TableFault> asPublished;
  private final Map<Integer, List<Meters>> years = new TreeMap<>();
  private final Map<Integer, Map<PlainFault, Integer>> plain = new TreeMap<>();
  private final NameRepairs names;
  private final EpaTypes types;
  private final Decimals decimals = new Decimals();

  RowSurvey(Set<TableFault> asPublished, City city) {
    this.city = city;
    this.asPublished = asPublished;
    Vocabulary known = Vocabulary.of(city);
    names = new NameRepairs(asPublished, known);
    types = new EpaTypes(known);
  }

  /// A fuel of which the city says nothing is one that it has not.
  private boolean isNews(Repair repair) {
    return repair.fault() != TableFault.BLANK_FUEL || city.has(repair.column());
  }

  /// Takes a row.
  void take(RowKey key, Row row) {
    ChangedRow changed = new ChangedRow(row);
    decimals.take(key.year(), changed);
    for (PlainFault one : PlainFault.found(changed)) {
      if (!asPublished.contains(one.fault())) {
        plain.computeIfAbsent(key.year(), first -> new EnumMap<>(PlainFault.class)).merge(one, 1, Integer::sum);
        one.blank(changed);
      }
    }
    names.take(key, changed);
    types.take(key.year(), changed);
    years.computeIfAbsent(key.year(), first -> new ArrayList<>()).add(Meters.of(key, changed, city, names.shared(changed)));
  }

  /// Decides.
  Repairs end() {
    List<Repair> found = new ArrayList<>();
    plain.forEach((year, faults) -> faults.forEach((fault, rows) -> found.add(fault.repair(year, rows))));
    found.addAll(names.end());
    if (!asPublished.contains(TableFault.EPA_TYPES)) {
      types.years().forEach(year -> types.repair(year).ifPresent(found::add));
    }
    Map<Integer, YearRepairs> read = new TreeMap<>();
    List<Meters> all = new ArrayList<>();
    years.forEach((year, rows) -> {
      YearRepairs repairs = YearRepairs.of(year, rows, asPublished);
      read.put(year, repairs);
      repairs.found().stream().filter(this::isNews).forEach(found::add);
      rows.replaceAll(row -> repairs.apply(row).withUse(names.use(row.key(), row.use())));
      all.addAll(rows);
    });
    BlankParking parking = BlankParking.of(all, asPublished.contains(TableFault.BLANK_PARKING));
    found.addAll(parking.repairs(all));
    found.replaceAll(one -> one.in(city));
    found.sort(Comparator.comparingInt(Repair::year).thenComparing(Repair::fault).thenComparing(Repair::column)
        .thenComparing(repair -> !repair.isRead()));
    return new Repairs(city, asPublished, read, names, types, parking, new ImpossibleRows(all, city), decimals, found);
  }
}
