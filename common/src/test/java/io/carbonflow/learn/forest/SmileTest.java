package io.carbonflow.learn.forest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.learn.Dataset;
import io.carbonflow.learn.SyntheticRows;
import io.carbonflow.model.regressor.Trees;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import smile.data.DataFrame;
import smile.data.Tuple;
import smile.data.formula.Formula;
import smile.data.vector.DoubleVector;
import smile.math.MathEx;

@DisplayName("Plain trees predict what Smile's trees predict")
class SmileTest {
  private static final Dataset ROWS = SyntheticRows.of(400, 5, 4);

  private static ExactSplitTree grow(Dataset rows, long seed) {
    MathEx.setSeed(seed);
    int[] samples = new int[rows.rows()];
    for (int i = 0; i < samples.length; i++) {
      samples[MathEx.randomInt(samples.length)]++;
    }
    return new ExactSplitTree(Columns.of(rows), rows.labels(), 30, Integer.MAX_VALUE, 1, 3, samples);
  }

  @Test
  void forRowsEverywhere() {
    ExactSplitTree tree = grow(ROWS, 1);
    Trees plain = TreeFlattener.mean(List.of(tree));
    for (double[] row : SyntheticRows.of(2000, 5, 9).values()) {
      assertEquals(tree.predict(Tuple.of(tree.schema(), row)), plain.predict(row));
    }
  }

  @Test
  void forRowsAtEachThresholdAndTheNumbersNextToIt() {
    ExactSplitTree tree = grow(ROWS, 2);
    Trees plain = TreeFlattener.mean(List.of(tree));
    double[] row = new double[5];
    int splits = 0;
    for (int node = 0; node < plain.feature().length; node++) {
      if (plain.feature()[node] >= 0) {
        double threshold = plain.threshold()[node];
        for (double x : new double[] {
            Math.nextDown(Math.nextDown(threshold)), Math.nextDown(threshold), threshold}) {
          row[plain.feature()[node]] = x;
          assertEquals(tree.predict(Tuple.of(tree.schema(), row)), plain.predict(row));
        }
        splits++;
      }
    }
    assertTrue(splits > 100);
  }

  /// Below 200 rows Smile looks at every threshold, too. One column a node leaves no choice between
  /// columns that split the same rows off.
  @Test
  void andTheForestIsSmilesWhereItLooksAtEveryThreshold() {
    Dataset rows = SyntheticRows.of(150, 5, 6);
    long[] seeds = LongStream.range(10, 20).toArray();
    String[] names = {"a", "b", "c", "d", "e"};
    var frame = DataFrame.of(rows.values(), names).add(new DoubleVector("y", rows.labels()));
    var options = new smile.regression.RandomForest.Options(
        10, 1, 12, Integer.MAX_VALUE, 2, 1.0, seeds, null);
    var whole = smile.regression.RandomForest.fit(Formula.lhs("y"), frame, options);
    List<ExactSplitTree> grown = Arrays.stream(seeds).mapToObj(seed -> {
      MathEx.setSeed(seed);
      int[] samples = new int[150];
      for (int i = 0; i < samples.length; i++) {
        samples[MathEx.randomInt(150)]++;
      }
      return new ExactSplitTree(
          Columns.of(rows), rows.labels(), 11, Integer.MAX_VALUE, 2, 1, samples);
    }).toList();
    double[][] others = SyntheticRows.of(200, 5, 7).values();
    double[] expected =
        Arrays.stream(others)
            .mapToDouble(row -> whole.predict(Tuple.of(whole.schema(), row)))
            .toArray();
    assertArrayEquals(expected, TreeFlattener.mean(grown).predict(others), 1e-12);
  }
}
