// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.city;

import io.carbonflow.model.building.ReferenceIntensity;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;

/// The names that a city's tables have for something, such as the uses of buildings.
///
/// @param names the names; none where they are not known
/// @param also what is meant by other names, which EPA or the city gives in other years
/// @param reference what some are called in the [ReferenceIntensity], where it is something else; uses alone have one
public record KnownNames(SequencedSet<String> names, Map<String, String> also, Map<String, String> reference) {
  /// None is known.
  public static final KnownNames NONE = new KnownNames(Collections.emptyNavigableSet(), Map.of(), Map.of());

  /// Copies, and checks the names.
  ///
  /// @throws IllegalArgumentException if one is empty or too long, or another name means one that is not known, or
  ///     there is no reference intensity of a name
  public KnownNames {
    names = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(Texts.names(names)));
    also = Texts.namesByName(also);
    reference = Texts.namesByName(reference);
    for (String use : reference.values()) {
      if (!ReferenceIntensity.has(use)) {
        throw new IllegalArgumentException("\"" + use + "\" has no reference intensity");
      }
    }
    for (String meant : also.values()) {
      if (!names.isEmpty() && !names.contains(meant)) {
        throw new IllegalArgumentException("\"" + meant + "\" is meant by another name, and is not one of the names");
      }
    }
  }

  /// The name that is meant by one.
  public String meant(String name) {
    return also.getOrDefault(name, name);
  }
}
