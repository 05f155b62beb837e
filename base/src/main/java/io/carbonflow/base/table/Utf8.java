// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.table;

import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.GitLfs;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Decodes bytes strictly, without a byte-order mark: what is not UTF-8 is refused with the line it
/// is on, by a [Problem]. To be read through a buffer, never a single character at a time.
final class Utf8 extends Reader {
  static final String REMEDY = "give a CSV file saved as UTF-8";
  private static final int BLOCK = 1 << 16;

  private final InputStream in;
  private final Place file;
  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder()
      .onMalformedInput(CodingErrorAction.REPORT)
      .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final ByteBuffer bytes = ByteBuffer.allocate(BLOCK).limit(0);
  private boolean started;
  private boolean ended;
  private long line = 1;
  private byte previous;

  Utf8(InputStream in, Place file) {
    this.in = in;
    this.file = file;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    CharBuffer chars = CharBuffer.wrap(buffer, offset, length).slice();
    while (true) {
      int start = bytes.position();
      CoderResult result = decoder.decode(bytes, chars, ended);
      pass(start, bytes.position());
      if (result.isError()) {
        throw new Problem(file.line(line),
            String.format("the byte 0x%02X is not UTF-8", bytes.get(bytes.position())), REMEDY);
      }
      if (chars.position() > 0) {
        return chars.position();
      }
      if (ended) {
        return -1;
      }
      fill();
    }
  }

  private void fill() throws IOException {
    bytes.compact();
    int start = bytes.position();
    int count = in.readNBytes(bytes.array(), start, bytes.remaining());
    ended = count < bytes.remaining();
    bytes.position(start + count).flip();
    if (!started) {
      started = true;
      GitLfs.refusePointer(Arrays.copyOf(bytes.array(), bytes.limit()), file, "the table");
      skipMark();
    }
    for (int i = start; i < bytes.limit(); i++) {
      if (bytes.get(i) == 0) {
        pass(bytes.position(), i);
        throw new Problem(file.line(line),
            "holds a zero byte: it is a binary file, or encoded as UTF-16 without a byte-order mark", REMEDY);
      }
    }
  }

  private void skipMark() {
    bytes.position(startsWith(0xEF, 0xBB, 0xBF) ? 3 : 0);
  }

  private boolean startsWith(int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= bytes.limit() || (bytes.get(i) & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /// Counts the lines of bytes that are left behind: LF, CRLF and CR alone end one.
  private void pass(int from, int to) {
    for (int i = from; i < to; i++) {
      byte b = bytes.get(i);
      if (b == '\r' || (b == '\n' && previous != '\r')) {
        line++;
      }
      previous = b;
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
