package io.carbonflow.learn;

import io.carbonflow.fault.Place;
import io.carbonflow.fault.Problem;
import io.carbonflow.feature.Matrix;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// The parts of a cross-validation. All rows of a building are in one fold, so that a model is never
/// scored on a building that it saw in another year.
///
/// @param of the fold of each row, from 0
/// @param count how many folds there are
public record Folds(int[] of, int count) {

  /// Deals buildings out to folds of nearly equal size. Which fold a building is in does not depend
  /// on the order of the rows.
  ///
  /// @throws Problem if there are fewer buildings than folds
  public static Folds of(Matrix rows, int count, long seed) {
    Map<String, List<Integer>> buildings = new TreeMap<>();
    for (int i = 0; i < rows.rows(); i++) {
      buildings.computeIfAbsent(rows.keys().get(i).building(), _ -> new java.util.ArrayList<>())
          .add(i);
    }
    if (buildings.size() < count) {
      throw new Problem(Place.of("training rows"),
          "are of " + buildings.size() + " buildings, too few for " + count + " folds",
          "give more buildings or fewer --folds");
    }
    List<String> dealt = buildings.keySet().stream()
        .sorted(Comparator
            .comparingInt((String building) -> -buildings.get(building).size())
            .thenComparingLong(building -> Seeds.of(seed, "fold", building)))
        .toList();
    int[] folds = new int[rows.rows()];
    int[] sizes = new int[count];
    for (String building : dealt) {
      int smallest = IntStream.range(0, count).boxed()
          .min(Comparator.comparingInt(fold -> sizes[fold])).orElseThrow();
      buildings.get(building).forEach(row -> folds[row] = smallest);
      sizes[smallest] += buildings.get(building).size();
    }
    return new Folds(folds, count);
  }

  /// The rows a fold's model is fitted to: those of all other folds.
  public int[] fitRows(int fold) {
    return IntStream.range(0, of.length).filter(row -> of[row] != fold).toArray();
  }

  /// The rows a fold's model is scored on.
  public int[] scoreRows(int fold) {
    return IntStream.range(0, of.length).filter(row -> of[row] == fold).toArray();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Folds folds && count == folds.count && Arrays.equals(of, folds.of);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(of) + count;
  }

  @Override
  public String toString() {
    return count + " folds of " + of.length + " rows";
  }
}
