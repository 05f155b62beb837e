// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.cli;

import module java.base;
import io.carbonflow.kfp.run.RecordedRun;

/// One thing that two runs are compared by.
///
/// @param name what it is
/// @param first what the first run has; empty if it has no such thing
/// @param second what the second run has
/// @param same whether both are the same
record RunDifference(String name, Optional<Object> first, Optional<Object> second, boolean same) {
  static final String PARAMETERS = "parameters";
  static final String INPUTS = "inputs";
  static final String METRICS = "metrics";
  static final String DATA = "data";

  private static RunDifference of(String name, Object first, Object second) {
    return new RunDifference(name, Optional.ofNullable(first), Optional.ofNullable(second),
        Objects.equals(first, second));
  }

  /// All that two runs are compared by, a part at a time.
  static SequencedMap<String, List<RunDifference>> between(
      RecordedRun one, RunSummary ofOne, RecordedRun other, RunSummary ofOther) {
    SequencedMap<String, List<RunDifference>> parts = new LinkedHashMap<>();
    parts.put(PARAMETERS, between(one.parameters(), other.parameters()));
    parts.put(INPUTS, between(RunsText.inputs(one, ofOne), RunsText.inputs(other, ofOther)));
    parts.put(METRICS, between(RunsText.metrics(one, ofOne), RunsText.metrics(other, ofOther)));
    parts.put(DATA, between(one.data(), other.data()));
    return parts;
  }

  private static List<RunDifference> between(Map<String, ?> one, Map<String, ?> other) {
    return Stream.concat(one.keySet().stream(), other.keySet().stream()).distinct().sorted()
        .map(name -> of(name, one.get(name), other.get(name))).toList();
  }

  /// A star where they differ, with by how much where they are numbers.
  String mark() {
    if (same) {
      return "";
    }
    return first.orElse("") instanceof Double from && second.orElse("") instanceof Double to
        ? "* " + (to > from ? "+" : "") + RunsText.number(to - from) : "*";
  }
}
