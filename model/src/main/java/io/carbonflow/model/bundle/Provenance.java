// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.bundle;

import java.util.Collections;
import java.util.List;
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
public record Provenance(
    String carbonflow,
    String revision,
    SortedMap<String, String> libraries,
    List<String> data,
    List<Integer> years,
    long seed,
    long splitSeed,
    int trainRows,
    SortedMap<String, Searched> searches) {

  /// Copies the collections.
  public Provenance {
    // A manifest of an earlier version has none.
    searches = searches == null ? new TreeMap<>() : searches;
    searches = Collections.unmodifiableSortedMap(new TreeMap<>(searches));
    libraries = Collections.unmodifiableSortedMap(new TreeMap<>(libraries));
    data = List.copyOf(data);
    years = List.copyOf(years);
  }

  /// One that does not tell the years.
  public Provenance(String carbonflow, String revision, SortedMap<String, String> libraries, List<String> data,
      long seed, long splitSeed, int trainRows, SortedMap<String, Searched> searches) {
    this(carbonflow, revision, libraries, data, List.of(), seed, splitSeed, trainRows, searches);
  }

  /// The same with another seed and another split.
  public Provenance with(long seed, long splitSeed) {
    return new Provenance(
        carbonflow, revision, libraries, data, years, seed, splitSeed, trainRows, searches);
  }

  /// The same as trained by the code of another.
  public Provenance by(Provenance other) {
    return new Provenance(other.carbonflow, other.revision, other.libraries, data, years, seed, splitSeed,
        trainRows, searches);
  }
}
