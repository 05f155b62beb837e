package io.carbonflow.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.carbonflow.fault.Problem;
import io.carbonflow.feature.Matrix;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoldsTest {
  private final Matrix rows = Samples.matrix(52, 1);

  private Set<String> buildings(int[] positions) {
    Set<String> found = new HashSet<>();
    Arrays.stream(positions).forEach(i -> found.add(rows.keys().get(i).building()));
    return found;
  }

  @Test
  void noBuildingIsOnBothSides() {
    Folds folds = Folds.of(rows, 5, 0);
    for (int fold = 0; fold < 5; fold++) {
      Set<String> shared = buildings(folds.fitRows(fold));
      shared.retainAll(buildings(folds.scoreRows(fold)));
      assertEquals(Set.of(), shared);
    }
  }

  @Test
  void everyRowIsScoredOnceAndFoldsAreOfNearlyEqualSize() {
    Folds folds = Folds.of(rows, 5, 0);
    int[] sizes = IntStream.range(0, 5).map(f -> folds.scoreRows(f).length).toArray();
    assertEquals(rows.rows(), Arrays.stream(sizes).sum());
    assertTrue(Arrays.stream(sizes).max().orElse(0) - Arrays.stream(sizes).min().orElse(0) <= 2,
        () -> Arrays.toString(sizes));
  }

  @Test
  void theOrderOfTheRowsChangesNothing() {
    int[] backwards = IntStream.range(0, rows.rows()).map(i -> rows.rows() - 1 - i).toArray();
    int[] straight = Folds.of(rows, 5, 7).of();
    int[] reversed = Folds.of(rows.subset(backwards), 5, 7).of();
    for (int i = 0; i < rows.rows(); i++) {
      assertEquals(straight[i], reversed[rows.rows() - 1 - i]);
    }
  }

  @Test
  void theSeedDecides() {
    assertEquals(Folds.of(rows, 5, 3), Folds.of(rows, 5, 3));
    assertNotEquals(Folds.of(rows, 5, 3), Folds.of(rows, 5, 4));
  }

  @Test
  void fewerBuildingsThanFoldsAreAProblem() {
    var e = assertThrows(Problem.class, () -> Folds.of(Samples.matrix(4, 1), 5, 0));
    assertEquals("training rows: are of 4 buildings, too few for 5 folds;"
        + " give more buildings or fewer --folds", e.getMessage());
  }
}
