// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.table.Csv;
import io.carbonflow.base.table.Table;
import io.carbonflow.model.regressor.StoredRegressor;
import io.carbonflow.model.regressor.Trees;
import io.carbonflow.model.regressor.TreesBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Bundles that were put together again, with the hash that belongs to what they hold.
class ResealedBundleTest {
  private static SealedArchive golden() throws IOException {
    try (InputStream in = ResealedBundleTest.class.getResourceAsStream("bundle-3.carbonflow")) {
      return SealedArchive.of(in.readAllBytes(), "golden");
    }
  }

  private static Table rows() throws IOException {
    try (InputStream in = ResealedBundleTest.class.getResourceAsStream("rows.csv")) {
      return Csv.read(in, "rows.csv");
    }
  }

  private static Bundle with(String part, UnaryOperator<byte[]> change) throws IOException {
    SortedMap<String, byte[]> parts = new TreeMap<>(golden().parts());
    parts.compute(part, (name, content) -> change.apply(content));
    return Bundle.read(new SealedArchive(golden().version(), parts).toBytes(), "m");
  }

  private static String refused(String part, UnaryOperator<byte[]> change) {
    return assertThrows(Problem.class, () -> with(part, change)).getMessage();
  }

  private static String refused(String part, String old, String other) {
    return refused(part, content -> {
      String text = new String(content, StandardCharsets.UTF_8);
      String changed = text.replaceFirst(old, Matcher.quoteReplacement(other));
      assertTrue(!changed.equals(text), old);
      return changed.getBytes(StandardCharsets.UTF_8);
    });
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "\"model\": \"ensemble\"       | \"model\": null        | field model is not a text: null",
      "\"estimator\": \"svm\"        | \"estimator\": null    | field members[0].estimator is not a text: null",
      "(?s)\"members\": \\[.*?\\n  ] | \"members\": null      | field members is not a list",
      "(?s)\"members\": \\[.*?\\n  ] | \"members\": [null]    | field members[0] is not an object",
      "\"kernel\": \"rbf\"           | \"kernel\": null       | field members[0] does not hold together: hyperparameter kernel is neither a text nor a number",
      "\"smile\": \"6.3.0\"          | \"smile\": null        | field provenance.libraries.smile is not a text: null",
      "\"trainRows\": 124          | \"trainRows\": 1e400   | field provenance.trainRows is not a whole number: 1e400",
      "\"seed\": 0                 | \"seed\": \"0\"          | field provenance.seed is not a whole number: \"0\"",
      "\"halving\": true           | \"halving\": 1         | field provenance.searches.random_forest.halving is neither true nor false: 1",
      "\"folds\": 2                | \"folds\": -2          | field provenance.searches.random_forest does not hold together: a search of 2 trials on -2 folds",
      "\"revision\"                | \"revisions\"          | field provenance.revision is missing",
      "\"model\": \"ensemble\"       | \"model\": \"a\", \"b\": 1 | field b is not known"})
  void theManifestIsReadAsStrictlyAsAllElse(String old, String other, String what) {
    assertEquals("m!manifest.json: " + what + "; copy the bundle again from where it was written",
        refused("manifest.json", old, other));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "\"largestBoxCox\": [0-9.]+ | \"largestBoxCox\": 10  | the largest Box-Cox value is 10.0",
      "\"largestBoxCox\": [0-9.]+ | \"largestBoxCox\": -3  | the largest Box-Cox value is -3.0",
      "\"farDistance\": [0-9.]+   | \"farDistance\": -1    | rows are far from a distance of -1.0 on"})
  void numbersThatNoTrainingMakesAreRefused(String old, String other, String what) {
    assertEquals("m: does not hold together (" + what + "); train again",
        refused("manifest.json", old, other));
  }

  private static Trees chain(int depth, double cover) {
    TreesBuilder trees = new TreesBuilder();
    trees.tree();
    int[] splits = new int[depth];
    for (int i = 0; i < depth; i++) {
      splits[i] = trees.split(0, 0, 1);
    }
    trees.leaf(1, 1);
    for (int i = depth; i-- > 0; ) {
      trees.right(splits[i]);
      trees.leaf(1, cover);
    }
    return trees.sum(0);
  }

  @Test
  void aTreeThatIsTooDeepOrWhoseCoverGrowsIsNoModel() {
    assertEquals("a tree of more than 1000 splits in a row",
        assertThrows(IllegalArgumentException.class, () -> chain(1001, 1)).getMessage());
    byte[] grown = StoredRegressor.bytes(chain(3, 2));
    assertEquals("m!model.bin: is not a stored model, or is altered or cut off;"
        + " restore the file from where it was written, or train again",
        refused("model.bin", content -> grown));
  }

  @Test
  void rowsWithoutColumnsTakeNoRoom() {
    byte[] rows = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putInt(Integer.MAX_VALUE).putInt(0)
        .array();
    assertTrue(refused("training-rows.bin", content -> rows).startsWith("m!training-rows.bin: holds no rows"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "\"others\": [0-9.]+      | \"others\": 0       | field means does not hold together: a factor of 0.0 ",
      "\"correlation\": [0-9.]+ | \"correlation\": 2  | field spread does not hold together: variations of ",
      "\"means\"                | \"mean\"            | field means is missing"})
  void whatIsSaidOfSumsIsReadAsStrictly(String old, String other, String what) throws IOException {
    try (InputStream in = ResealedBundleTest.class.getResourceAsStream("bundle-4.carbonflow")) {
      SortedMap<String, byte[]> parts =
          new TreeMap<>(SealedArchive.of(in.readAllBytes(), "golden").parts());
      parts.computeIfPresent("totals.json", (name, content) ->
          new String(content, StandardCharsets.UTF_8).replaceFirst(old, other)
              .getBytes(StandardCharsets.UTF_8));
      byte[] file = new SealedArchive(4, parts).toBytes();
      String told = assertThrows(Problem.class, () -> Bundle.read(file, "m")).getMessage();
      assertTrue(told.startsWith("m!totals.json: " + what), told);
    }
  }

  private static byte[] leaf(double value) {
    TreesBuilder trees = new TreesBuilder();
    trees.tree();
    trees.leaf(value, 1);
    return StoredRegressor.bytes(trees.mean());
  }

  @Test
  void aSpreadThatLeadsNowhereEndsInAProblem() throws IOException {
    Bundle bundle = with("spread.bin", content -> leaf(1e308));
    assertTrue(assertThrows(Problem.class, () -> bundle.predict(rows())).getMessage()
        .matches("intervals: the model of their spread leads from [0-9.E-]+ to Infinity; train again"));
  }

  /// A machine of two vectors, which add up to infinity less infinity.
  private static byte[] noNumber() {
    ByteBuffer machine = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN)
        .putInt(1).putInt(0).putDouble(1).putDouble(0).putInt(1).putDouble(0)
        .putInt(2).putDouble(1e308).putDouble(-1e308).putInt(1).putDouble(1e308).putDouble(1e308);
    return Arrays.copyOf(machine.array(), machine.position());
  }

  @Test
  void aModelThatGivesNoNumberNamesTheBuilding() throws IOException {
    Bundle bundle = with("model.bin", content -> noNumber());
    String told = assertThrows(Problem.class, () -> bundle.predict(rows())).getMessage();
    assertTrue(told.matches("model ensemble: gives no number for building \\d+; train again, or leave the"
        + " building out"), told);
  }

  @Test
  void aContributionThatIsNotANumberNamesTheBuilding() throws IOException {
    Bundle bundle = with("model.bin", content -> noNumber());
    String told = assertThrows(Problem.class, () -> bundle.explain(bundle.rows(rows()).rows())).getMessage();
    assertTrue(told.startsWith("model ensemble: gives no number for building "), told);
  }
}
