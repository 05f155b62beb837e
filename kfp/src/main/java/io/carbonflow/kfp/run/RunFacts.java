// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import module java.base;

/// What became of a run, as far as it has come.
///
/// @param parameters the values of the pipeline's parameters
/// @param inputs SHA-256 of the files that parameters name, by the names that they give
/// @param ended when it has ended, well or not
/// @param failure why it has failed
/// @param tasks the tasks that have ended, by their names within the run
record RunFacts(SortedMap<String, Object> parameters, SortedMap<String, String> inputs, Optional<Instant> ended,
    Optional<String> failure, SortedMap<String, Ended> tasks) {

  /// A task that has ended.
  ///
  /// @param state how, in Kubeflow's words, such as `SUCCEEDED`
  /// @param started when it began
  /// @param ended when it ended
  record Ended(String state, Instant started, Instant ended) {}

  /// Those of a run that begins.
  static RunFacts of(Map<String, Object> parameters) {
    SortedMap<String, Object> given = new TreeMap<>(parameters);
    given.values().removeIf(Objects::isNull);
    return new RunFacts(given, hashes(given.values()), Optional.empty(), Optional.empty(), new TreeMap<>());
  }

  /// Folders are left out: what they hold may be anything, and change while the run goes on.
  private static SortedMap<String, String> hashes(Collection<Object> values) {
    SortedMap<String, String> hashes = new TreeMap<>();
    values.stream().flatMap(value -> value instanceof List<?> list ? list.stream() : Stream.of(value))
        .filter(String.class::isInstance).map(String.class::cast).forEach(text -> {
          try {
            Path path = Path.of(text.startsWith("file:/") ? URI.create(text).getPath() : text);
            if (!text.isBlank() && Files.isRegularFile(path) && Files.isReadable(path)) {
              hashes.put(text, ContentHash.of(path));
            }
          } catch (IllegalArgumentException | NullPointerException _) {
            // It is no path, and so no file.
          }
        });
    return hashes;
  }

  /// These, and the end of a task.
  RunFacts with(String task, Ended end) {
    SortedMap<String, Ended> all = new TreeMap<>(tasks);
    all.put(task, end);
    return new RunFacts(parameters, inputs, ended, failure, all);
  }

  /// These, and the end of the run.
  ///
  /// @param why why it has failed; empty if it has ended well
  RunFacts end(Instant now, Optional<String> why) {
    return new RunFacts(parameters, inputs, Optional.of(now), why, tasks);
  }
}
