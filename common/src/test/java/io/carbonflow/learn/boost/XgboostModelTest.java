// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.boost;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.learn.SharedGolden;
import io.carbonflow.model.regressor.Trees;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XgboostModelTest {
  /// Node 3 was pruned: it stays in the arrays, and nothing leads to it.
  private static final String TREE = """
      {"base_weights": [0], "id": 0, "left_children": [2, -1, -1, -1],
       "right_children": [1, -1, -1, -1], "split_conditions": [0.5, 2, 1, 9],
       "split_indices": [1, 0, 0, 0], "default_left": [0, 0, 0, 0],
       "split_type": [0, 0, 0, 0], "sum_hessian": [5, 3, 2, 1]}""";

  private static final String MODEL = """
      {"learner": {"attributes": {},
        "gradient_booster": {"model": {"gbtree_model_param": {"num_trees": "1"}, "trees": [%s]},
          "name": "gbtree"},
        "learner_model_param": {"base_score": "[3E0]", "num_class": "0"},
        "objective": {"name": "reg:squarederror"}},
       "version": [3, 2, 0]}""".formatted(TREE);

  private static Trees read(String model) {
    return XgboostModel.read(UbjsonOf.json(model));
  }

  @Test
  void aRowFollowsTheChildrenWhereverTheyStand() {
    Trees trees = read(MODEL);
    assertEquals(4, trees.predict(new double[] {0, 0.4}));
    assertEquals(5, trees.predict(new double[] {0, 0.5}));
    assertArrayEquals(new double[] {5, 2, 3}, trees.cover());
  }

  @Test
  void theBaseScoreOfOlderVersionsIsNoList() {
    Trees trees = read(MODEL.replace("[3E0]", "2.5E0"));
    assertEquals(3.5, trees.predict(new double[] {0, 0}));
  }

  @Test
  void modelsOfAnotherKindAreRefused() {
    refused(MODEL.replace("gbtree\"", "dart\""), "gradient_booster.name is dart");
    refused(MODEL.replace("squarederror", "gamma"), "objective.name is reg:gamma");
    refused(MODEL.replace("\"split_type\": [0", "\"split_type\": [1"), "category");
    refused("[]", "in place of {");
    refused("{}", "NaN is not finite");
  }

  @Test
  void childrenThatAreNoTreeAreRefused() {
    refused(MODEL.replace("\"left_children\": [2", "\"left_children\": [0"), "node 0");
    refused(MODEL.replace("\"left_children\": [2", "\"left_children\": [1"), "node 1");
    refused(MODEL.replace("\"left_children\": [2", "\"left_children\": [7"), "node 7");
    refused(MODEL.replace("\"left_children\": [2, -1,", "\"left_children\": [2,"), "length");
  }

  private static void refused(String model, String why) {
    var e = assertThrows(IllegalArgumentException.class, () -> read(model));
    assertTrue(e.getMessage().contains(why), e.getMessage());
  }

  @Test
  void aModelThatEndsEarlyIsRefused() {
    byte[] model = UbjsonOf.json(MODEL);
    for (int length = 0; length < model.length; length++) {
      byte[] part = Arrays.copyOf(model, length);
      assertThrows(IllegalArgumentException.class, () -> XgboostModel.read(part), length + " bytes");
    }
  }

  @Test
  void aDoubleIsBelowTheThresholdJustWhereItsFloatIsBelowTheFloat() {
    var random = new Random(3);
    for (int i = 0; i < 10_000; i++) {
      float t = Float.intBitsToFloat(random.nextInt());
      if (Float.isFinite(t) && Math.abs(t) < 1e38f) {
        double least = BoostedTree.leastRoundedTo(t);
        assertTrue((float) least >= t, () -> "at " + t);
        assertTrue((float) Math.nextDown(least) < t, () -> "at " + t);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "xgb_d6_lr0.1_200", "xgb_d4_lr0.05_400_base3", "xgb_depthwise_gamma", "xgb_exact_d6",
    "xgb_stoch_s7"
  })
  void modelsTrainedInPythonPredictTheRealRowsToTheLastBit(String name) throws IOException {
    assertArrayEquals(
        SharedGolden.column("predictions.csv", name),
        read(Files.readString(SharedGolden.file(name + ".json"))).predict(SharedGolden.test()));
  }
}
