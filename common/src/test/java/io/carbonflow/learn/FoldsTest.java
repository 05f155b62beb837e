package io.carbonflow.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.carbonflow.base.fault.Problem;
import io.carbonflow.model.feature.Matrix;
import io.carbonflow.model.feature.RowKey;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoldsTest {
  private final Matrix town = Town.of(101, 3);

  @Test
  void scoreEachRowOnce() {
    int[] scored = Folds.of(town, 5, 0).list().stream()
        .flatMapToInt(fold -> Arrays.stream(fold.score()))
        .sorted()
        .toArray();
    assertArrayEquals(IntStream.range(0, town.rows()).toArray(), scored);
  }

  @Test
  void fitToAllRowsThatAreNotScored() {
    for (Folds.Fold fold : Folds.of(town, 5, 0).list()) {
      int[] all = IntStream.concat(Arrays.stream(fold.fit()), Arrays.stream(fold.score()))
          .sorted()
          .toArray();
      assertArrayEquals(IntStream.range(0, town.rows()).toArray(), all);
    }
  }

  @Test
  void shareNoBuildingBetweenFitAndScore() {
    for (Folds.Fold fold : Folds.of(town, 5, 0).list()) {
      Set<String> fitted = buildings(town, fold.fit());
      fitted.retainAll(buildings(town, fold.score()));
      assertEquals(Set.of(), fitted);
    }
  }

  @Test
  void areOfNearlyEqualSize() {
    // 51 buildings of one row, 50 of two
    assertEquals("folds of [31, 30, 30, 30, 30]", Folds.of(town, 5, 0).toString());
  }

  @Test
  void dependOnTheSeed() {
    assertNotEquals(parts(town, 5, 0), parts(town, 5, 1));
    assertEquals(parts(town, 5, 1), parts(town, 5, 1));
  }

  @Test
  void doNotDependOnTheOrderOfTheRows() {
    int[] backwards = IntStream.range(0, town.rows()).map(i -> town.rows() - 1 - i).toArray();
    assertEquals(parts(town, 5, 0), parts(town.subset(backwards), 5, 0));
  }

  @Test
  void mayBeAsManyAsThereAreBuildings() {
    assertEquals(101, Folds.of(town, 101, 0).count());
  }

  @Test
  void cannotBeMoreThanThereAreBuildings() {
    var problem = assertThrows(Problem.class, () -> Folds.of(Town.of(1, 0), 5, 0));
    assertEquals("--folds: 5 folds cannot be made of 1 buildings in the training rows;"
        + " give fewer folds or more buildings", problem.getMessage());
  }

  @Test
  void areAtLeastTwo() {
    var problem = assertThrows(Problem.class, () -> Folds.of(town, 1, 0));
    assertTrue(problem.getMessage().startsWith("--folds: 1 is too few"), problem.getMessage());
  }

  private static List<Set<String>> parts(Matrix rows, int count, long seed) {
    return Folds.of(rows, count, seed).list().stream()
        .map(fold -> buildings(rows, fold.score()))
        .toList();
  }

  private static Set<String> buildings(Matrix matrix, int[] rows) {
    return Arrays.stream(rows)
        .mapToObj(matrix.keys()::get)
        .map(RowKey::building)
        .collect(Collectors.toSet());
  }
}
