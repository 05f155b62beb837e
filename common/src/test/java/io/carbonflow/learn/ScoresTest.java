package io.carbonflow.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ScoresTest {

  @Test
  void theScoresOfATableThatCanBeCheckedByHand() {
    // errors 1, 0, -2, 1; the mean is 4, the squares about it are 9 + 1 + 1 + 9
    Scores scores = Scores.of(new double[] {1, 3, 5, 7}, new double[] {0, 3, 7, 6});
    assertEquals(1 - 6.0 / 20, scores.r2(), 1e-15);
    assertEquals(1.5, scores.mse(), 1e-15);
    assertEquals(Math.sqrt(1.5), scores.rmse(), 1e-15);
    assertEquals(1.0, scores.mae(), 1e-15);
  }

  @Test
  void perfectPredictionsExplainEverythingAndTheMeanNothing() {
    double[] actual = {1, 2, 6};
    assertEquals(new Scores(1, 0, 0, 0), Scores.of(actual, actual));
    assertEquals(0, Scores.of(actual, new double[] {3, 3, 3}).r2(), 1e-15);
  }

  @Test
  void thereIsNoR2WhereNothingVaries() {
    assertTrue(Double.isNaN(Scores.of(new double[] {2, 2}, new double[] {1, 3}).r2()));
  }

  @Test
  void differentLengthsAndEmptyTablesAreRefused() {
    assertThrows(IllegalArgumentException.class,
        () -> Scores.of(new double[] {1}, new double[] {1, 2}));
    assertThrows(IllegalArgumentException.class, () -> Scores.of(new double[0], new double[0]));
  }

  @Test
  void theSpreadOfScoresHasMeanAndSampleDeviation() {
    assertEquals(new Spread(3, 2), Spread.of(java.util.List.of(1.0, 3.0, 5.0)));
    assertEquals(new Spread(3, 0), Spread.of(java.util.List.of(3.0)));
  }
}
