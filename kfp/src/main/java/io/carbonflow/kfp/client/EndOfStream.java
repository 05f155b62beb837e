// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client;

import module java.base;

/// Keeps the end of what is written to it.
final class EndOfStream extends OutputStream {
  private final int most;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private boolean cut;

  /// @param most how many bytes are kept at least, where there are so many; at most twice as many are held
  EndOfStream(int most) {
    this.most = most;
  }

  @Override
  public void write(int one) {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    kept.write(bytes, offset, length);
    if (kept.size() > 2L * most) {
      byte[] all = kept.toByteArray();
      kept.reset();
      kept.write(all, all.length - most, most);
      cut = true;
    }
  }

  /// Whether something was left out.
  boolean isCut() {
    return cut || kept.size() > most;
  }

  /// The end as text. Its first line may be a part of one.
  String text() {
    byte[] all = kept.toByteArray();
    int from = Math.max(0, all.length - most);
    return new String(all, from, all.length - from, StandardCharsets.UTF_8);
  }
}
