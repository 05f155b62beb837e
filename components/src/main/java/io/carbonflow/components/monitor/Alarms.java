// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.monitor;

import module java.base;
import io.carbonflow.base.concurrent.Workers;
import io.carbonflow.permutation.PermutationTest;
import io.carbonflow.permutation.Statistic;

/// What is an alarm.
///
/// @param rate how often a question may be answered with an alarm although nothing has changed, from
///     0 to 1
/// @param tolerance the least changes that matter
/// @param workers the threads that compute
record Alarms(double rate, Tolerance tolerance, Workers workers) {

  /// One respect that a question is about.
  ///
  /// @param name what it is
  /// @param measured what of it `before` and `now` are
  /// @param before how it was
  /// @param now how it is
  /// @param difference by how much it differs
  /// @param statistic the same difference, or what rises with it, for any division of the buildings
  /// @param least the least difference that matters
  record Respect(String name, String measured, double before, double now, double difference,
      Statistic statistic, double least) {}

  /// Asks one question about all its respects together.
  ///
  /// @param before how many buildings there were
  /// @param now how many there are
  List<Change> ask(int before, int now, List<Respect> respects) throws InterruptedException {
    List<PermutationTest.Result> results = new PermutationTest(before, now)
        .of(respects.stream().map(Respect::statistic).toList(), workers);
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < respects.size(); i++) {
      Respect of = respects.get(i);
      double p = results.get(i).p();
      changes.add(new Change(of.name(), of.measured(), of.before(), of.now(), of.difference(),
          p, p <= rate && of.difference() >= of.least()));
    }
    return List.copyOf(changes);
  }
}
