// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;
import io.carbonflow.model.bundle.Provenance;
import io.carbonflow.model.bundle.Searched;
import org.junit.jupiter.api.Test;

/// What is said of a model that was searched for less long than the published one.
class SearchEffortTest {
  private static final String VERSION = "0001-" + "ab".repeat(6);

  private static Provenance trials(Map<String, Integer> trials) {
    var searches = new TreeMap<String, Searched>();
    trials.forEach((name, number) -> searches.put(name, new Searched("random", number, 5, true)));
    return new Provenance("1", "r", new TreeMap<>(), List.of(), 0, 0, 10, searches);
  }

  private static String fewer(Map<String, Integer> challenger, Map<String, Integer> champion) {
    return SearchEffort.fewer(trials(challenger), trials(champion), VERSION);
  }

  @Test
  void fewerTrialsAreNamed() {
    assertEquals("; it was searched with fewer trials than " + VERSION
        + ": 5 instead of 50 (random_forest, svm)",
        fewer(Map.of("svm", 5, "random_forest", 5), Map.of("svm", 50, "random_forest", 50)));
  }

  @Test
  void onlyThoseThatHadFewer() {
    assertEquals("; it was searched with fewer trials than " + VERSION
        + ": 10 instead of 50 (svm), 9 instead of 10 (xgboost)",
        fewer(Map.of("svm", 10, "random_forest", 60, "xgboost", 9),
            Map.of("svm", 50, "random_forest", 50, "xgboost", 10)));
  }

  @Test
  void nothingIsSaidOfAsManyOrOfAModelThatDoesNotTell() {
    assertEquals("", fewer(Map.of("svm", 50), Map.of("svm", 50)));
    assertEquals("", fewer(Map.of("svm", 50), Map.of("svm", 5)));
    assertEquals("", fewer(Map.of("svm", 5), Map.of()));
    assertEquals("", fewer(Map.of(), Map.of("svm", 5)));
    assertEquals("", fewer(Map.of("svm", 5), Map.of("xgboost", 50)));
  }
}
