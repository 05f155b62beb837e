// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.published;

import module java.base;
import io.carbonflow.base.file.Sha256;

/// Held-out rows that have decided between two models. Of their buildings a sketch is kept, the
/// smallest hashes of their ids: it tells how many buildings two such sets share, exactly where they
/// are the same, and with a standard error of at most 0.09 else (Beyer et al. 2007,
/// doi:10.1145/1247480.1247504).
///
/// @param rows how many rows, at least 1
/// @param buildings how many buildings they are of, at least 1
/// @param sketch the [#MOST] smallest hashes of the buildings' ids, or all, in order and in hexadecimal
///     with [#DIGITS] digits each
public record DecidingRows(int rows, int buildings, String sketch) {
  private static final int MOST = 32;
  private static final int DIGITS = 8;

  /// Checks that the sketch is one of so many buildings.
  ///
  /// @throws IllegalArgumentException if it is not
  public DecidingRows {
    if (buildings < 1 || rows < buildings || !sketch.matches("[0-9a-f]*")
        || sketch.length() != DIGITS * Math.min(MOST, buildings)) {
      throw new IllegalArgumentException("'" + sketch + "' is no sketch of " + buildings + " buildings");
    }
  }

  /// Rows of some buildings.
  ///
  /// @param ofRows the building of each row
  public static DecidingRows of(List<String> ofRows) {
    SortedSet<String> buildings = new TreeSet<>(ofRows);
    String sketch = buildings.stream()
        .map(id -> Sha256.of(id.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS))
        .sorted().limit(MOST).collect(Collectors.joining());
    return new DecidingRows(ofRows.size(), buildings.size(), sketch);
  }

  /// Which share of these rows' buildings is among others, from 0 to 1.
  public double shareIn(DecidingRows others) {
    if (equals(others)) {
      return 1;
    }
    Set<String> ours = new HashSet<>(hashes());
    Set<String> theirs = new HashSet<>(others.hashes());
    List<String> smallest = Stream.concat(ours.stream(), theirs.stream()).distinct().sorted()
        .limit(Math.max(buildings, others.buildings) > MOST ? MOST : 2L * MOST).toList();
    double alike = (double) smallest.stream()
        .filter(hash -> ours.contains(hash) && theirs.contains(hash)).count() / smallest.size();
    return Math.min(1, alike / (1 + alike) * (buildings + others.buildings) / buildings);
  }

  private List<String> hashes() {
    return IntStream.range(0, sketch.length() / DIGITS)
        .mapToObj(i -> sketch.substring(DIGITS * i, DIGITS * (i + 1))).toList();
  }
}
