// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.regressor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import org.junit.jupiter.api.Test;

class StoredRowsTest {
  private static final Place PLACE = Place.of("b!training-rows.bin");
  private static final double[][] ROWS = {{1, 0.1, -0.0}, {Double.MIN_VALUE, 1e300, 3}};

  @Test
  void readBackToTheLastBit() {
    assertArrayEquals(ROWS, StoredRows.read(StoredRows.bytes(ROWS), PLACE));
    assertEquals(0, StoredRows.read(StoredRows.bytes(new double[0][]), PLACE).length);
  }

  @Test
  void whatIsCutOffOrTooLongIsRefused() {
    byte[] stored = StoredRows.bytes(ROWS);
    for (int length = 0; length < stored.length; length++) {
      refused(Arrays.copyOf(stored, length));
    }
    refused(Arrays.copyOf(stored, stored.length + 1));
  }

  @Test
  void aNumberThatIsNotFiniteIsRefused() {
    refused(StoredRows.bytes(new double[][] {{1, Double.NaN}}));
  }

  private static void refused(byte[] stored) {
    Problem problem = assertThrows(Problem.class, () -> StoredRows.read(stored, PLACE));
    assertEquals("b!training-rows.bin: holds no rows, or is altered or cut off; restore the file"
        + " from where it was written, or train again", problem.getMessage());
  }
}
