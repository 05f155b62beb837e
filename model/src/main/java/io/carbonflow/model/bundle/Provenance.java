// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.bundle;

import io.carbonflow.model.building.TableFault;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a model came from. It says nothing of time or place, so the same training gives the same
/// provenance.
///
/// @param carbonflow the version that trained it
/// @param revision the code's revision; `unknown` where it was not built from a repository
/// @param libraries the versions of the libraries that did the fitting
/// @param data the SHA-256 of each table it was trained on
/// @param years the years of the rows that were taken from these tables, in order; empty in a bundle of a version
///     before 5
/// @param seed what decided every random choice
/// @param splitSeed what decided which buildings were held out
/// @param trainRows how many rows it was fitted to
/// @param searches how each estimator that it was chosen among was searched, by name; empty in a
///     bundle of a version before 3
/// @param asPublished the faults of whole tables that were not read right, and are not in rows to predict
public record Provenance(
    String carbonflow,
    String revision,
    SortedMap<String, String> libraries,
    List<String> data,
    List<Integer> years,
    long seed,
    long splitSeed,
    int trainRows,
    SortedMap<String, Searched> searches,
    Set<TableFault> asPublished) {

  /// Copies the collections.
  public Provenance {
    // A manifest of an earlier version has none.
    searches = searches == null ? new TreeMap<>() : searches;
    searches = Collections.unmodifiableSortedMap(new TreeMap<>(searches));
    libraries = Collections.unmodifiableSortedMap(new TreeMap<>(libraries));
    data = List.copyOf(data);
    years = List.copyOf(years);
    asPublished = asPublished.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(asPublished));
  }

  /// That of a model for which every fault that was found was read right, and that does not tell the years.
  public Provenance(String carbonflow, String revision, SortedMap<String, String> libraries, List<String> data,
      long seed, long splitSeed, int trainRows, SortedMap<String, Searched> searches) {
    this(carbonflow, revision, libraries, data, List.of(), seed, splitSeed, trainRows, searches, Set.of());
  }

  /// The same with another seed and another split.
  public Provenance with(long seed, long splitSeed) {
    return new Provenance(
        carbonflow, revision, libraries, data, years, seed, splitSeed, trainRows, searches, asPublished);
  }

  /// The same as trained by the code of another.
  public Provenance by(Provenance other) {
    return new Provenance(other.carbonflow, other.revision, other.libraries, data, years, seed, splitSeed,
        trainRows, searches, asPublished);
  }

  /// The same with other faults that were not read right.
  public Provenance asPublished(Set<TableFault> faults) {
    return new Provenance(
        carbonflow, revision, libraries, data, years, seed, splitSeed, trainRows, searches, faults);
  }
}
