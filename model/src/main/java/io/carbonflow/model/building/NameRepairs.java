// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import io.carbonflow.model.feature.RowKey;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Reads names that are cut off or written in another way. Three things decide what is meant, in this order:
/// what is known of names, the row's other columns, and the building's other years.
final class NameRepairs {
  /// So many buildings have to agree on what a text means that stands for two neighborhoods.
  private static final int FEWEST = 3;

  /// More different cells of a column are not kept.
  private static final int MOST_CELLS = 5000;

  /// What is known of all cells of a column that have the same text.
  private static final class Same {
    private final List<String> names;
    private final boolean known;
    /// The last year of which it was taken.
    private int year;

    /// @param known whether all names are read as they are
    Same(List<String> names, boolean known) {
      this.names = names;
      this.known = known;
    }
  }

  /// A name that is none which its column knows.
  ///
  /// @param around the names in the row's other columns
  private record Unknown(RowKey key, NamedColumn column, String name, Set<String> around) {}

  private final Set<TableFault> asPublished;
  private final Vocabulary known;
  private final CutTexts texts;
  private final BuildingNames buildings = new BuildingNames();
  private final List<Unknown> unknown = new ArrayList<>();
  /// The neighborhood that a text stands for which names two, by its letters; empty where buildings disagree.
  private final Map<String, Optional<String>> meant = new HashMap<>();
  private final Map<NamedColumn, Map<String, Same>> cells = new EnumMap<>(NamedColumn.class);
  private final Map<NamedColumn, Map<String, List<String>>> begun = new EnumMap<>(NamedColumn.class);

  /// @param asPublished the faults that are not looked for
  /// @param known the names that the columns know
  NameRepairs(Set<TableFault> asPublished, Vocabulary known) {
    this.asPublished = asPublished;
    this.known = known;
    texts = new CutTexts(known);
  }

  /// Takes a row.
  void take(RowKey key, ChangedRow row) {
    List<List<String>> uses = new ArrayList<>(NamedColumn.OF_USES.size());
    for (NamedColumn column : NamedColumn.ALL) {
      Same cell = cell(column, row);
      if (cell.year != key.year()) {
        cell.year = key.year();
        cell.names.forEach(name -> texts.take(key.year(), column, name));
      }
      if (!cell.known) {
        cell.names.stream().filter(name -> !known.knows(column, name))
            .forEach(name -> unknown.add(new Unknown(key, column, name, around(row, column))));
      }
      if (column.isOfUses()) {
        uses.add(cell.names);
      }
    }
    List<String> neighborhood = cell(NamedColumn.NEIGHBORHOOD, row).names;
    buildings.take(key, uses, neighborhood.isEmpty() ? "" : neighborhood.getFirst());
  }

  /// The largest use of a row, the same text for all that have it.
  String shared(ChangedRow row) {
    List<String> names = cell(NamedColumn.LARGEST_USE, row).names;
    return names.isEmpty() ? "" : names.getFirst();
  }

  private Same cell(NamedColumn column, ChangedRow row) {
    String text = row.text(column.column());
    Map<String, Same> some = cells.computeIfAbsent(column, first -> new HashMap<>());
    Same same = some.get(text);
    if (same == null) {
      List<String> names = known.in(column, text);
      same = new Same(names, names.stream().allMatch(name -> known.knows(column, name)));
      if (some.size() < MOST_CELLS) {
        some.put(text, same);
      }
    }
    return same;
  }

  private Set<String> around(ChangedRow row, NamedColumn own) {
    Set<String> names = new TreeSet<>();
    NamedColumn.ALL.stream().filter(column -> column != own)
        .forEach(column -> names.addAll(cell(column, row).names));
    return names;
  }

  /// Ends: looks at what was taken.
  ///
  /// @return what is reported about it
  List<Repair> end() {
    texts.end();
    shared();
    Map<Integer, Map<Column, Map<TableFault, NameEvidence>>> found = new TreeMap<>();
    for (Unknown one : unknown) {
      NameReading reading = read(one);
      reading.fault().ifPresent(fault -> found.computeIfAbsent(one.key().year(), first -> new TreeMap<>())
          .computeIfAbsent(one.column().column(), first -> new TreeMap<>())
          .computeIfAbsent(fault, first -> new NameEvidence(fault, one.key().year(), one.column().column(),
              texts.length(one.key().year(), one.column())))
          .add(one.name(), reading));
    }
    unknown.clear();
    return found.values().stream().flatMap(columns -> columns.values().stream())
        .flatMap(faults -> faults.values().stream()).flatMap(one -> one.repairs().stream()).toList();
  }

  /// What all buildings of a text that stands for two neighborhoods had in other years.
  private void shared() {
    Map<String, Map<String, Set<String>>> had = new HashMap<>();
    unknown.stream().filter(one -> one.column() == NamedColumn.NEIGHBORHOOD).forEach(one -> {
      List<String> shared = known.shared(one.name());
      buildings.otherNeighborhood(one.key(), shared::contains).ifPresent(name ->
          had.computeIfAbsent(Names.letters(one.name()), first -> new HashMap<>())
              .computeIfAbsent(name, first -> new TreeSet<>()).add(one.key().building()));
    });
    had.forEach((text, names) -> meant.put(text, names.size() > 1 ? Optional.empty()
        : names.entrySet().stream().filter(name -> name.getValue().size() >= FEWEST).map(Map.Entry::getKey)
            .findFirst()));
  }

  /// Reads the names of a row right.
  void apply(RowKey key, ChangedRow row) {
    for (NamedColumn column : NamedColumn.ALL) {
      Same cell = cell(column, row);
      if (!cell.known) {
        List<String> read = cell.names.stream().map(name -> known.knows(column, name) ? name
            : read(new Unknown(key, column, name, around(row, column))).name().orElse(name)).toList();
        if (!read.equals(cell.names)) {
          row.set(column.column(), String.join(", ", read));
        }
      }
    }
  }

  /// A largest use as it is read without the rest of its row.
  String use(RowKey key, String name) {
    return name.isEmpty() || known.knows(NamedColumn.LARGEST_USE, name) ? name
        : read(new Unknown(key, NamedColumn.LARGEST_USE, name, Set.of())).name().orElse(name);
  }

  private NameReading read(Unknown one) {
    NameReading reading = find(one);
    return reading.fault().filter(asPublished::contains).isPresent() ? NameReading.AS_IT_IS : reading;
  }

  private NameReading find(Unknown one) {
    Optional<String> same = known.same(one.column(), one.name());
    if (same.isPresent()) {
      return NameReading.of(TableFault.OTHER_WRITING, same.get());
    }
    List<String> begun = begun(one);
    if (!begun.isEmpty()) {
      return cut(one, begun);
    }
    return one.column() == NamedColumn.NEIGHBORHOOD ? neighborhood(one) : NameReading.AS_IT_IS;
  }

  private List<String> begun(Unknown one) {
    return begun.computeIfAbsent(one.column(), first -> new HashMap<>())
        .computeIfAbsent(one.name(), name -> known.begunBy(one.column(), name, texts.uses()));
  }

  private NameReading cut(Unknown one, List<String> begun) {
    String first = begun.getFirst();
    if (begun.size() == 1 && (Names.endsInsideAWord(one.name(), first)
        || texts.isCut(one.key().year(), one.column(), one.name(), first))) {
      return NameReading.of(TableFault.CUT_TEXT, first);
    }
    Optional<String> meant = BuildingNames.only(begun.stream().filter(one.around()::contains))
        .or(() -> one.column() == NamedColumn.NEIGHBORHOOD ? buildings.otherNeighborhood(one.key(), begun::contains)
            : BuildingNames.only(begun.stream().filter(buildings.otherUses(one.key())::contains)));
    return NameReading.among(TableFault.CUT_TEXT, meant, begun);
  }

  private NameReading neighborhood(Unknown one) {
    List<String> shared = known.shared(one.name());
    return NameReading.among(TableFault.TWO_NEIGHBORHOODS, shared.isEmpty()
        ? buildings.otherNeighborhood(one.key(), known::isNeighborhood)
        : buildings.otherNeighborhood(one.key(), shared::contains)
            .or(() -> meant.getOrDefault(Names.letters(one.name()), Optional.empty())), shared);
  }
}
