// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.regressor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Reads what [DataWriter] wrote. Every method throws an [IllegalArgumentException] where the bytes
/// do not suffice, before it allocates anything for them.
final class DataReader {
  private final ByteBuffer in;

  DataReader(byte[] stored) {
    in = ByteBuffer.wrap(stored).order(ByteOrder.LITTLE_ENDIAN);
  }

  int integer() {
    require(1, Integer.BYTES);
    return in.getInt();
  }

  boolean flag() {
    int value = integer();
    if (value != 0 && value != 1) {
      throw new IllegalArgumentException("flag " + value + " is neither 0 nor 1");
    }
    return value == 1;
  }

  double number() {
    require(1, Double.BYTES);
    return in.getDouble();
  }

  int[] integers() {
    int length = integer();
    require(length, Integer.BYTES);
    int[] values = new int[length];
    in.asIntBuffer().get(values);
    in.position(in.position() + length * Integer.BYTES);
    return values;
  }

  double[] numbers() {
    return elements(integer());
  }

  /// Rows of one width, one after the other.
  double[][] rows(int rows, int width) {
    if ((rows == 0) != (width == 0)) {
      throw new IllegalArgumentException(rows + " rows of " + width + " columns");
    }
    require(rows, Math.multiplyFull(width, Double.BYTES));
    double[][] values = new double[rows][];
    for (int i = 0; i < rows; i++) {
      values[i] = elements(width);
    }
    return values;
  }

  void requireEnd() {
    if (in.hasRemaining()) {
      throw new IllegalArgumentException(in.remaining() + " bytes too many");
    }
  }

  private double[] elements(int length) {
    require(length, Double.BYTES);
    double[] values = new double[length];
    in.asDoubleBuffer().get(values);
    in.position(in.position() + length * Double.BYTES);
    return values;
  }

  private void require(int count, long size) {
    if (count < 0 || size < 0 || size > 0 && count > in.remaining() / size) {
      throw new IllegalArgumentException(count + " values of " + size + " bytes at byte "
          + in.position() + ", where " + in.remaining() + " bytes are left");
    }
  }
}
