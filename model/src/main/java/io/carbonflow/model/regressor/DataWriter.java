// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.regressor;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Collects little-endian numbers and arrays of them.
final class DataWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  void integer(int value) {
    out.writeBytes(buffer(Integer.BYTES).putInt(value).array());
  }

  void number(double value) {
    elements(value);
  }

  void integers(int[] values) {
    integer(values.length);
    ByteBuffer buffer = buffer(Math.multiplyExact(values.length, Integer.BYTES));
    buffer.asIntBuffer().put(values);
    out.writeBytes(buffer.array());
  }

  void numbers(double[] values) {
    integer(values.length);
    elements(values);
  }

  /// An array whose length is known from elsewhere.
  void elements(double... values) {
    ByteBuffer buffer = buffer(Math.multiplyExact(values.length, Double.BYTES));
    buffer.asDoubleBuffer().put(values);
    out.writeBytes(buffer.array());
  }

  byte[] toByteArray() {
    return out.toByteArray();
  }

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
