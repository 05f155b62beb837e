// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.table;

import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Decodes UTF-16 strictly, which its byte-order mark tells, as Excel writes its Unicode text. It is
/// to [Utf8] what one encoding is to the other.
final class Utf16 extends Reader {
  private static final int MARK = 2;

  private final Reader text;
  private final Place file;
  private long line = 1;
  private char previous;

  private Utf16(InputStream in, Place file) {
    // The decoder takes the mark away, and the order of bytes from it.
    this.text = new InputStreamReader(in, StandardCharsets.UTF_16.newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT));
    this.file = file;
  }

  /// The text of a stream in UTF-16 or UTF-8, whichever it is in.
  ///
  /// @throws IOException if the stream breaks off
  static Reader orUtf8(InputStream in, Place file) throws IOException {
    PushbackInputStream start = new PushbackInputStream(in, MARK);
    byte[] mark = start.readNBytes(MARK);
    start.unread(mark);
    boolean marked = mark.length == MARK
        && (mark[0] == (byte) 0xFE && mark[1] == (byte) 0xFF
            || mark[0] == (byte) 0xFF && mark[1] == (byte) 0xFE);
    return marked ? new Utf16(start, file) : new Utf8(start, file);
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int count;
    try {
      count = text.read(buffer, offset, length);
    } catch (CharacterCodingException e) {
      throw new Problem(file.line(line), "is not UTF-16 from here on, as it was to here",
          Utf8.REMEDY, e);
    }
    for (int i = offset; i < offset + count; i++) {
      if (buffer[i] == 0) {
        throw new Problem(file.line(line), "holds a zero character", Utf8.REMEDY);
      }
      if (buffer[i] == '\r' || buffer[i] == '\n' && previous != '\r') {
        line++;
      }
      previous = buffer[i];
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
