// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/// Throws where more is read than a limit.
final class LimitedStream extends FilterInputStream {
  private final Supplier<? extends RuntimeException> tooMuch;
  private long left;

  /// @param most how many bytes may be read
  /// @param tooMuch what is thrown at the next one
  LimitedStream(InputStream in, long most, Supplier<? extends RuntimeException> tooMuch) {
    super(in);
    this.left = most;
    this.tooMuch = tooMuch;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    count(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    count(Math.max(0, read));
    return read;
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = super.skip(count);
    count(skipped);
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(long read) {
    left -= read;
    if (left < 0) {
      throw tooMuch.get();
    }
  }
}
