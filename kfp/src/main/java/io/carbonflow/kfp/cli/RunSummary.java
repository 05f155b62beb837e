// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.cli;

import module java.base;
import io.carbonflow.kfp.run.RecordedRun;

/// What only the program knows of a run on this machine.
///
/// @param shown what a list of runs shows of it, by the columns' names, such as `model`
/// @param metrics numbers beside those that tasks gave
/// @param inputs SHA-256 of what it read, beside the files that its parameters name
public record RunSummary(
    SequencedMap<String, String> shown, SortedMap<String, Double> metrics, SortedMap<String, String> inputs) {

  /// Of whatever program: nothing.
  public static final RunSummary NONE = new RunSummary(new LinkedHashMap<>(), new TreeMap<>(), new TreeMap<>());

  /// Copies all.
  public RunSummary {
    shown = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(shown));
    metrics = Collections.unmodifiableSortedMap(new TreeMap<>(metrics));
    inputs = Collections.unmodifiableSortedMap(new TreeMap<>(inputs));
  }

  /// Knows runs. One that it knows nothing of has the summary [#NONE]; it never throws for what a folder holds.
  @FunctionalInterface
  public interface Maker {
    /// The summary of a run.
    RunSummary of(RecordedRun run);
  }
}
