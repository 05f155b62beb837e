// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

import module java.base;
import io.carbonflow.model.building.Use;

/// What all buildings of a table did together from one of its years to another: energy more or less,
/// emissions by other factors, and uses that have another name.
final class Movements {
  /// So many buildings with the same new use, and none with another, are a name and no change.
  private static final int FEWEST_RENAMED = 3;

  private record Years(int from, int to) {}

  private record Renaming(String from, String to) {}

  private final Tolerances tolerances;
  private final Map<Years, Optional<Movement>> energy = new TreeMap<>(
      Comparator.comparingInt(Years::from).thenComparingInt(Years::to));
  private final Map<Years, Optional<Movement>> emissions = new HashMap<>();
  private final Map<Years, Map<Renaming, Integer>> renamed = new HashMap<>();

  /// @param buildings the rows of each building, the oldest year first
  Movements(Collection<List<BuildingHistory>> buildings, Tolerances tolerances) {
    this.tolerances = tolerances;
    Map<Years, List<Double>> energies = new HashMap<>();
    Map<Years, List<Double>> tonnes = new HashMap<>();
    Map<Years, Map<Renaming, Integer>> uses = new HashMap<>();
    Map<Integer, Set<String>> names = new HashMap<>();
    for (List<BuildingHistory> rows : buildings) {
      rows.forEach(row -> names.computeIfAbsent(row.year(), _ -> new HashSet<>()).add(row.use()));
      for (int later = 1; later < rows.size(); later++) {
        for (int i = 0; i < later; i++) {
          BuildingHistory before = rows.get(i);
          BuildingHistory now = rows.get(later);
          Years years = new Years(before.year(), now.year());
          if (isAnother(before.use(), now.use())) {
            uses.computeIfAbsent(years, _ -> new TreeMap<>(
                Comparator.comparing(Renaming::from).thenComparing(Renaming::to)))
                .merge(new Renaming(before.use(), now.use()), 1, Integer::sum);
          }
          if (before.spot().used() && now.spot().used()) {
            add(energies, years, now.energy().site() / before.energy().site());
            add(tonnes, years, now.tonnes() / restated(before, now.year()));
          }
        }
      }
    }
    energies.forEach((years, all) -> energy.put(years, Movement.of(years.from(), years.to(), all)));
    tonnes.forEach((years, all) -> emissions.put(years, Movement.of(years.from(), years.to(), all)));
    uses.forEach((years, all) -> renamed.put(years, renamings(all, names.get(years.from()), names.get(years.to()))));
  }

  /// Those of a use that is gone to one that is new, and that most of its buildings have.
  private static Map<Renaming, Integer> renamings(
      Map<Renaming, Integer> all, Set<String> before, Set<String> now) {
    Map<String, Integer> buildings = new HashMap<>();
    all.forEach((one, count) -> buildings.merge(one.from(), count, Integer::sum));
    Map<Renaming, Integer> found = new LinkedHashMap<>();
    all.entrySet().stream()
        .filter(one -> one.getValue() >= FEWEST_RENAMED && 2 * one.getValue() > buildings.get(one.getKey().from()))
        .filter(one -> !now.contains(one.getKey().from()) && !before.contains(one.getKey().to()))
        .sorted(Map.Entry.<Renaming, Integer>comparingByValue().reversed())
        .forEach(one -> found.put(one.getKey(), one.getValue()));
    return found;
  }

  private static void add(Map<Years, List<Double>> all, Years years, double factor) {
    if (factor > 0 && Double.isFinite(factor)) {
      all.computeIfAbsent(years, _ -> new ArrayList<>()).add(factor);
    }
  }

  /// Whether two types or uses are known and are not the same.
  static boolean isAnother(String one, String other) {
    List<String> unknown = List.of("", Use.NONE);
    return !one.equals(other) && !unknown.contains(one) && !unknown.contains(other);
  }

  /// Whether the later of two uses is another name of the earlier one.
  boolean isRenamed(BuildingHistory before, BuildingHistory now) {
    return renamed.getOrDefault(new Years(before.year(), now.year()), Map.of())
        .containsKey(new Renaming(before.use(), now.use()));
  }

  /// Uses that have another name, as phrases, those of the most buildings first.
  List<String> renamed(int from, int to) {
    return renamed.getOrDefault(new Years(from, to), Map.of()).entrySet().stream()
        .map(one -> one.getKey().from() + " is called " + one.getKey().to() + " (" + one.getValue() + " buildings)")
        .toList();
  }

  /// The factor by which the energy of the median building is more; 1 where too few tell.
  double energy(int from, int to) {
    return energyOf(from, to).map(Movement::median).orElse(1.0);
  }

  /// How the energy moved; empty where too few buildings tell.
  Optional<Movement> energyOf(int from, int to) {
    return energy.getOrDefault(new Years(from, to), Optional.empty());
  }

  /// How the emissions moved, both by the factors of the later year; empty where too few buildings tell.
  Optional<Movement> emissionsOf(int from, int to) {
    return emissions.getOrDefault(new Years(from, to), Optional.empty());
  }

  /// An earlier row's emissions as they would be by the factors of a later year.
  double restated(BuildingHistory before, int year) {
    double then = tolerances.factors(before.year()).tonnes(before.energy());
    double now = tolerances.factors(year).tonnes(before.energy());
    boolean known = tolerances.factors(before.year()).areOfTheYear() && tolerances.factors(year).areOfTheYear()
        && then > 0 && now > 0;
    return known ? before.tonnes() * now / then : before.tonnes();
  }
}
