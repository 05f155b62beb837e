// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import module java.base;
import io.carbonflow.base.fault.Problem;

/// Notes in a run's record what becomes of the run while it goes on. Safe to use from many threads.
final class RunJournal {
  private final Path folder;
  private final InstantSource clock;
  private RunRecord record;
  private RunFacts facts;

  /// @param folder the run's folder
  /// @param record what it says of the run so far
  /// @param parameters the values of the pipeline's parameters
  RunJournal(Path folder, RunRecord record, Map<String, Object> parameters, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
    this.record = record;
    facts = RunFacts.of(parameters);
  }

  /// The time.
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /// Notes that the run begins.
  synchronized void begin() {
    write(facts);
  }

  /// Notes that a task has ended. Where it cannot be noted, the task has ended anyway.
  ///
  /// @param task its name within the run
  /// @param state how
  /// @param started when it began
  synchronized void ended(String task, String state, Instant started) {
    boolean interrupted = Thread.interrupted(); // which would keep anything from being written
    try {
      write(facts.with(task, new RunFacts.Ended(state, started, now())));
    } catch (RuntimeException | Error _) {
      // Whoever waits for the task waits for no note of it.
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// Notes that the run has failed.
  synchronized void failed(String why) {
    try {
      write(facts.end(now(), Optional.of(why)));
    } catch (Problem _) {
      // The failure itself is reported in any case.
    }
  }

  /// Notes whose the results are.
  ///
  /// @param finished whether all of them are there
  synchronized void results(boolean finished, Collection<String> files) {
    record = record.with(finished, files);
    write(finished ? facts.end(now(), Optional.empty()) : facts);
  }

  private void write(RunFacts now) {
    facts = now;
    record.with(facts).write(folder);
  }
}
