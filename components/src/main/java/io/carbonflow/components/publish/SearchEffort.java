// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.publish;

import module java.base;
import io.carbonflow.model.bundle.Provenance;
import io.carbonflow.model.bundle.Searched;

/// How long two models were searched for. A short search may win on few held-out rows by chance, and a
/// quick trial run may publish where nobody meant it to: so it is said, and decides nothing.
final class SearchEffort {
  private SearchEffort() {}

  /// For which estimators the new model was given fewer trials, as the end of a sentence; empty where
  /// it was for none, or where one of the models does not tell.
  ///
  /// @param version the published model's version
  static String fewer(Provenance challenger, Provenance champion, String version) {
    Map<String, List<String>> fewer = new TreeMap<>();
    challenger.searches().forEach((estimator, ours) -> {
      Searched theirs = champion.searches().get(estimator);
      if (theirs != null && ours.trials() < theirs.trials()) {
        fewer.computeIfAbsent(ours.trials() + " instead of " + theirs.trials(), _ -> new ArrayList<>())
            .add(estimator);
      }
    });
    return fewer.isEmpty() ? "" : "; it was searched with fewer trials than " + version + ": "
        + fewer.entrySet().stream()
            .map(trials -> trials.getKey() + " (" + String.join(", ", trials.getValue()) + ")")
            .collect(Collectors.joining(", "));
  }
}
