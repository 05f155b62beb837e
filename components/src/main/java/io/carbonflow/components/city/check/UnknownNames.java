// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.city.check;

import module java.base;
import io.carbonflow.model.building.Category;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.building.ReferenceIntensity;
import io.carbonflow.model.building.Use;
import io.carbonflow.model.city.City;

/// Names that rows have and nobody knows.
///
/// @param category names that the city's lists lack, with their rows, by what they name; nothing where the city
///     lists none
/// @param uses uses without a reference intensity, with the rows of which they are one of the three largest, the
///     most first
record UnknownNames(SortedMap<Category, SortedMap<String, Integer>> category, SequencedMap<String, Integer> uses) {
  private static final List<Category> USES = List.of(Category.LARGEST_USE, Category.SECOND_USE, Category.THIRD_USE);

  static UnknownNames of(City city, List<ModelRow> rows) {
    SortedMap<Category, SortedMap<String, Integer>> unknown = new TreeMap<>();
    SortedMap<String, Integer> uses = new TreeMap<>();
    for (ModelRow row : rows) {
      for (Category category : Category.values()) {
        String name = row.category(category);
        if (!category.knows(name, city) && !isLargestUse(category, name, city)) {
          unknown.computeIfAbsent(category, _ -> new TreeMap<>()).merge(name, 1, Integer::sum);
        }
      }
      USES.stream().map(row::category).filter(name -> !name.equals(Use.NONE)).distinct()
          .filter(name -> !ReferenceIntensity.has(ReferenceIntensity.name(name, city)))
          .forEach(name -> uses.merge(name, 1, Integer::sum));
    }
    SequencedMap<String, Integer> most = new LinkedHashMap<>();
    uses.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .forEach(use -> most.put(use.getKey(), use.getValue()));
    return new UnknownNames(unknown, most);
  }

  /// In some years the main kind of a property is called as its largest use.
  private static boolean isLargestUse(Category category, String name, City city) {
    return category == Category.PRIMARY_TYPE && Category.LARGEST_USE.knows(name, city);
  }
}
