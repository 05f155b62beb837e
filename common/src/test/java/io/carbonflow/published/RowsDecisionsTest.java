// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.published;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How often rows have decided, and how much of a lead on them is luck.
class RowsDecisionsTest {
  private static final DecidingRows ROWS = rows(0);
  private static final double NOISE = 0.003;

  private static DecidingRows rows(int from) {
    return DecidingRows.of(IntStream.range(from, from + 30).mapToObj(Integer::toString).toList());
  }

  private static RowsDecision decision(String challenger, String champion, double difference) {
    return new RowsDecision(challenger, champion, difference, Math.sqrt(2) * NOISE, ROWS);
  }

  @Test
  void eachPairOfModelsCountsOnceOnTheSameRowsHoweverOftenItIsCompared() {
    RowsDecisions once = RowsDecisions.NONE.with(decision("b", "a", 0.01)).with(decision("c", "b", 0.01));
    RowsDecisions again = once.with(decision("b", "a", 0.01)).with(decision("b", "c", -0.01));
    assertEquals(2, again.times(ROWS));
    assertEquals(2, again.all().size());
  }

  @Test
  void rowsThatShareSomeBuildingsHaveDecidedByThatPartAndOthersNever() {
    RowsDecisions some = RowsDecisions.NONE.with(decision("b", "a", 0.01)).with(decision("c", "b", 0.01));
    assertEquals(1, some.times(rows(15)), 0.4);
    assertEquals(0, some.times(rows(30)));
  }

  @Test
  void aModelThatWasComparedWithNonePromisesWhatWasMeasured() {
    assertEquals(0, RowsDecisions.NONE.optimism("a", 30));
    assertEquals(0, RowsDecisions.NONE.with(decision("b", "a", 0.01)).optimism("c", 30));
  }

  @Test
  void whereAllDifferByNoLessThanNoiseTheLeadIsLuck() {
    RowsDecisions equal = RowsDecisions.NONE.with(decision("b", "a", 0.004));
    assertEquals(0.002, equal.optimism("b", 30), 1e-12);
    assertEquals(0, equal.optimism("a", 30), "is behind, and never promises more than was measured");
    assertEquals(0.001, equal.optimism("b", 60), 1e-12, "half of its own rows have never decided");
  }

  @Test
  void ofALeadFarBeyondTheNoiseNearlyAllIsPromised() {
    double optimism = RowsDecisions.NONE.with(decision("b", "a", 0.4)).optimism("b", 30);
    assertTrue(optimism > 0 && optimism < 0.001, "" + optimism);
  }

  @Test
  void moreModelsThatAreNoBetterMakeTheSameLeadMoreOfAnAccident() {
    RowsDecisions few = RowsDecisions.NONE.with(decision("b", "a", 0.012));
    RowsDecisions many = few;
    for (int i = 0; i < 20; i++) {
      many = many.with(decision("other" + i, "b", -0.012 + 0.001 * (i % 5)));
    }
    assertTrue(many.optimism("b", 30) > 1.3 * few.optimism("b", 30),
        many.optimism("b", 30) + " of many, of few " + few.optimism("b", 30));
    assertEquals(21, many.times(ROWS));
  }

  @Test
  void aModelThatIsMadeCurrentAgainCountsByWhatIsRememberedOfItOrAsOneLikeTheOthers() {
    RowsDecisions some = RowsDecisions.NONE.with(decision("b", "a", 0.004))
        .with(decision("c", "z", 0.004));
    assertEquals(some.with(decision("d", "b", -0.004)).times(ROWS), 3);
    assertTrue(some.optimism("c", 30) > 0);
  }

  @Test
  void theHundredLastAreRemembered() {
    RowsDecisions all = RowsDecisions.NONE;
    for (int i = 0; i < 120; i++) {
      all = all.with(decision("m" + i, "first", 0.001 * (i % 3)));
    }
    assertEquals(100, all.all().size());
    assertEquals("m119", all.all().getFirst().challenger());
  }

  @ParameterizedTest
  @CsvSource({"b, NaN, 1", "b, 1, NaN", "b, 1, -1", "b, 1, Infinity", "a, 0, 0"})
  void whatIsNoDecisionIsRefused(String challenger, double difference, double error) {
    assertThrows(IllegalArgumentException.class,
        () -> new RowsDecision(challenger, "a", difference, error, ROWS));
  }

  /// Twenty retrainings of models that are as good as each other except for a spread, and of which some are
  /// bad, judged on rows of which the noise is known; the mean over many repeats of what the last champion
  /// promises beyond its true score, and of what was measured beyond it.
  @ParameterizedTest
  @CsvSource({
    "0.005, 0, 0", "0, 0, 0", "-0.01, 0, 0", "0.005, 0.002, 0", "0, 0.002, 0", "-0.01, 0.002, 0",
    "0.005, 0.006, 0", "0, 0.006, 0", "-0.01, 0.006, 0", "0.005, 0.002, 0.4", "0, 0.002, 0.4", "-0.01, 0.002, 0.4"
  })
  void afterTwentyRetrainingsWhatIsPromisedIsNotAboveTheTruthOnAverage(double margin, double spread, double bad) {
    Random random = new Random(3);
    int repeats = 400;
    double measured = 0;
    double promised = 0;
    for (int repeat = 0; repeat < repeats; repeat++) {
      double truth = score(random, spread, bad);
      double score = truth + random.nextGaussian(0, NOISE);
      String champion = "m0";
      RowsDecisions decisions = RowsDecisions.NONE;
      for (int i = 1; i <= 20; i++) {
        double trueScore = score(random, spread, bad);
        double difference = trueScore + random.nextGaussian(0, NOISE) - score;
        decisions = decisions.with(decision("m" + i, champion, difference));
        if (difference > margin) {
          champion = "m" + i;
          truth = trueScore;
          score += difference;
        }
      }
      measured += (score - truth) / repeats;
      promised += (score - decisions.optimism(champion, 30) - truth) / repeats;
    }
    assertTrue(promised < Math.max(measured / 4, 0.0002), promised + " of " + measured);
    assertTrue(promised > -NOISE / 2, promised + " of " + measured);
    assertTrue(margin < 0 || measured > 0.0015, "the gate that this is compared with climbs: " + measured);
  }

  private static double score(Random random, double spread, double bad) {
    return random.nextGaussian(0, spread)
        - (random.nextDouble() < bad ? Math.abs(random.nextGaussian(0, 10 * NOISE)) : 0);
  }
}
