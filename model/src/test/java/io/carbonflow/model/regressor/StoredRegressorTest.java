// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.regressor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StoredRegressorTest {
  private static final Place WHERE = Place.of("best.model");
  private static final double[][] ROWS = {{-1.5, 0.25}, {0.1, 3}, {2, -7.75}};

  static Stream<Regressor> models() {
    var machine = new SupportVectors(
        new Kernel(Kernel.Kind.POLY, 0.3, 1, 3),
        new double[][] {{0.1, 2}, {-4, 1e-300}},
        new double[] {0.7, -1},
        Math.PI);
    return Stream.of(machine, forest(), boosted(), new Mean(List.of(machine, forest(), boosted())),
        new Mean(List.of(machine, forest()), List.of(0.4, 0.2)));
  }

  private static Trees forest() {
    return stumps().mean();
  }

  private static Trees boosted() {
    return stumps().sum(3.5f);
  }

  private static TreesBuilder stumps() {
    var builder = new TreesBuilder();
    for (double threshold : new double[] {-1, 0.1, 1.0 / 3}) {
      builder.tree();
      int split = builder.split(1, threshold, 9);
      builder.leaf(threshold * 7, 4);
      builder.right(split);
      builder.leaf(-threshold, 5);
    }
    return builder;
  }

  @ParameterizedTest
  @MethodSource("models")
  void aModelThatIsReadBackPredictsTheSame(Regressor model) {
    Regressor read = StoredRegressor.read(StoredRegressor.bytes(model), WHERE);
    assertArrayEquals(model.predict(ROWS), read.predict(ROWS));
  }

  @ParameterizedTest
  @MethodSource("models")
  void aModelThatIsReadBackHasTheSameBytes(Regressor model) {
    byte[] stored = StoredRegressor.bytes(model);
    assertArrayEquals(stored, StoredRegressor.bytes(StoredRegressor.read(stored, WHERE)));
  }

  @ParameterizedTest
  @MethodSource("models")
  void aModelThatIsCutOffAnywhereIsAProblem(Regressor model) {
    byte[] stored = StoredRegressor.bytes(model);
    for (int length = 0; length < stored.length; length++) {
      byte[] cut = Arrays.copyOf(stored, length);
      assertThrows(Problem.class, () -> StoredRegressor.read(cut, WHERE), "length " + length);
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void anAlteredByteIsAProblemOrAnotherSoundModel(Regressor model) {
    byte[] stored = StoredRegressor.bytes(model);
    int refused = 0;
    for (int i = 0; i < stored.length; i++) {
      byte[] altered = stored.clone();
      altered[i] = (byte) ~altered[i];
      try {
        Regressor other = StoredRegressor.read(altered, WHERE);
        other.predict(new double[other.width()]);
      } catch (Problem e) {
        refused++;
      }
    }
    assertTrue(refused > 0);
  }

  @Test
  void bytesBehindTheModelAreAProblem() {
    byte[] stored = StoredRegressor.bytes(forest());
    var problem = assertThrows(
        Problem.class,
        () -> StoredRegressor.read(Arrays.copyOf(stored, stored.length + 3), WHERE));
    assertEquals(
        "best.model: is not a stored model, or is altered or cut off; "
            + "restore the file from where it was written, or train again",
        problem.getMessage());
  }

  @Test
  void anUnknownTagIsAProblem() {
    assertThrows(Problem.class, () -> StoredRegressor.read(integers(9), WHERE));
  }

  @Test
  void aLengthBeyondTheBytesIsAProblemBeforeAnythingIsAllocated() {
    byte[] stored = StoredRegressor.bytes(forest());
    int lengthOfRoots = 4 + 4 + 8 + 8;
    for (int length : new int[] {Integer.MAX_VALUE, Integer.MIN_VALUE, -1, 4}) {
      little(stored).putInt(lengthOfRoots, length);
      assertThrows(Problem.class, () -> StoredRegressor.read(stored, WHERE));
    }
  }

  @Test
  void aMeanWithinAMeanIsAProblemHoweverDeep() {
    int[] nested = new int[100_000];
    for (int i = 0; i < nested.length; i += 2) {
      nested[i] = 3;
      nested[i + 1] = 1;
    }
    assertThrows(Problem.class, () -> StoredRegressor.read(integers(nested), WHERE));
  }

  private static byte[] integers(int... values) {
    byte[] bytes = new byte[4 * values.length];
    little(bytes).asIntBuffer().put(values);
    return bytes;
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
