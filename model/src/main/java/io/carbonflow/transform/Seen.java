package io.carbonflow.transform;

import io.carbonflow.building.Category;
import io.carbonflow.building.ModelRow;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The values of categories that training rows had. Others are predicted as having none of the
/// values that a model knows.
///
/// @param neighborhoods every neighborhood, in alphabetical order
/// @param uses every use, listed or among the three largest, in alphabetical order
public record Seen(SortedSet<String> neighborhoods, SortedSet<String> uses) {

  /// Copies the sets.
  public Seen {
    neighborhoods = Collections.unmodifiableSortedSet(new TreeSet<>(neighborhoods));
    uses = Collections.unmodifiableSortedSet(new TreeSet<>(uses));
  }

  /// Sets of these values.
  static Seen of(Collection<String> neighborhoods, Collection<String> uses) {
    return new Seen(new TreeSet<>(neighborhoods), new TreeSet<>(uses));
  }

  static Seen in(List<ModelRow> training) {
    return of(
        training.stream().map(Seen::neighborhood).filter(n -> !n.isEmpty()).toList(),
        training.stream().flatMap(Seen::uses).toList());
  }

  /// Which neighborhoods and uses of these rows no training row had, and how many rows have each;
  /// as `Neighborhood:BALLARD` or `use:Swimming Pool`, in alphabetical order.
  public SortedMap<String, Long> unseen(List<ModelRow> rows) {
    return rows.stream()
        .flatMap(row -> Stream.concat(
            Stream.of(neighborhood(row))
                .filter(n -> !n.isEmpty() && !neighborhoods.contains(n))
                .map(n -> Category.NEIGHBORHOOD.column() + ":" + n),
            uses(row).filter(use -> !uses.contains(use)).map(use -> "use:" + use)))
        .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
  }

  private static String neighborhood(ModelRow row) {
    return row.category(Category.NEIGHBORHOOD);
  }

  private static Stream<String> uses(ModelRow row) {
    return Stream.concat(row.uses().stream(), Levels.slots(row)).distinct();
  }
}
