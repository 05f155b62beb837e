// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import java.util.ArrayList;
import java.util.List;

/// How the rows of a table were read: what was wrong with many of them, and which are impossible.
///
/// @param repairs the faults that were found, by year
/// @param impossible the impossible rows among those that models would use, in the order of the table
public record Reading(List<Repair> repairs, List<ImpossibleRow> impossible) {
  /// Nothing was wrong.
  public static final Reading PLAIN = new Reading(List.of(), List.of());

  /// Copies the lists.
  public Reading {
    repairs = List.copyOf(repairs);
    impossible = List.copyOf(impossible);
  }

  /// A line for each fault that was found.
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    repairs.forEach(repair -> lines.add((repair.isRead() ? "read right, " : "left, ") + repair.fault().id() + ": "
        + repair.text()));
    return List.copyOf(lines);
  }
}
