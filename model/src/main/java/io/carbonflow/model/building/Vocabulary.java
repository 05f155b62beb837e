// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import io.carbonflow.model.city.City;
import io.carbonflow.model.city.KnownNames;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The names that a city's columns know, and how a name of a table is one of them. Where the city's names are not
/// known, a column knows any.
final class Vocabulary {
  private static final String SHARED = "SHARED:";

  /// A service asks for that of its one city with each building.
  private static volatile Vocabulary last = new Vocabulary(City.SEATTLE);

  private final City city;
  private final Names uses;
  private final Names types;
  private final Names neighborhoods;
  private final Names buildingTypes;
  /// EPA's names of uses, and the city's where they are known.
  private final Names epa;
  private final Set<String> ownTypes;

  private Vocabulary(City city) {
    this.city = city;
    uses = Names.uses(city.names().uses());
    types = Names.of(city.names().types());
    neighborhoods = Names.of(city.names().neighborhoods());
    buildingTypes = Names.of(city.names().buildingTypes());
    epa = uses.isOpen() ? Names.epa() : uses;
    KnownNames known = city.names().types();
    ownTypes = known.names().stream().filter(name -> epa.same(name).isEmpty() && !known.also().containsValue(name))
        .collect(Collectors.toUnmodifiableSet());
  }

  /// That of a city.
  static Vocabulary of(City city) {
    Vocabulary known = last;
    if (known.city != city) {
      known = new Vocabulary(city);
      last = known;
    }
    return known;
  }

  private Names names(NamedColumn column) {
    return switch (column) {
      case LARGEST_USE, SECOND_USE, THIRD_USE, USES -> uses;
      case PRIMARY_TYPE -> types;
      case NEIGHBORHOOD -> neighborhoods;
      case BUILDING_TYPE -> buildingTypes;
    };
  }

  /// The names in a cell, each as models know it where they know it in another way of writing already.
  List<String> in(NamedColumn column, String cell) {
    return cell.isEmpty() ? List.of() : switch (column) {
      case USES -> Use.split(cell);
      case PRIMARY_TYPE -> List.of(type(cell));
      case NEIGHBORHOOD -> List.of(Building.neighborhood(cell).replace("&AMP;", "&"));
      case LARGEST_USE, SECOND_USE, THIRD_USE, BUILDING_TYPE -> List.of(cell);
    };
  }

  /// A main kind of property by the city's name for it.
  String type(String text) {
    return city.names().types().meant(text);
  }

  /// Whether a name is read as it is. A property type of EPA is not a fault of the name.
  boolean knows(NamedColumn column, String name) {
    return names(column).knows(name) || column == NamedColumn.PRIMARY_TYPE && epa.knows(name);
  }

  /// The known name of the same letters and digits.
  Optional<String> same(NamedColumn column, String name) {
    return names(column).same(name).or(() -> column == NamedColumn.PRIMARY_TYPE ? epa.same(name) : Optional.empty());
  }

  /// The known names that begin so.
  ///
  /// @param others names that the table has elsewhere
  List<String> begunBy(NamedColumn column, String text, Set<String> others) {
    return switch (column) {
      case LARGEST_USE, SECOND_USE, THIRD_USE, USES -> uses.begunBy(text, others);
      case PRIMARY_TYPE -> Stream.concat(types.begunBy(text, Set.of()).stream(),
          epa.begunBy(text, Set.of()).stream()).map(this::type).distinct().toList();
      case NEIGHBORHOOD, BUILDING_TYPE -> names(column).begunBy(text, Set.of());
    };
  }

  /// What a use is called in the reference intensities: as the city says, or else, where its names are not known, by
  /// the same letters and digits.
  String reference(String use) {
    String said = city.names().uses().reference().get(use);
    return said != null ? said : uses.isOpen() ? epa.same(use).orElse(use) : use;
  }

  /// Whether a neighborhood is one of the city's.
  boolean isNeighborhood(String name) {
    return neighborhoods.knows(name);
  }

  /// The neighborhoods that a name such as `SHARED: CENTRAL & EAST` has in it.
  List<String> shared(String text) {
    return !text.startsWith(SHARED) ? List.of()
        : Arrays.stream(text.substring(SHARED.length()).split("&")).map(part -> Building.neighborhood(part.strip()))
            .filter(this::isNeighborhood).collect(Collectors.toCollection(TreeSet::new)).stream().toList();
  }

  /// The city's types that EPA does not have, under another name neither; none where the city's are not known.
  Set<String> ownTypes() {
    return ownTypes;
  }

  /// Whether a type is one of the city's.
  boolean isType(String type) {
    return types.knows(type);
  }

  /// Whether a type is a use of EPA's, and none of the city's types.
  boolean isEpaAlone(String type) {
    return !isType(type) && epa.knows(type);
  }
}
