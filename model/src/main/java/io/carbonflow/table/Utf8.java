package io.carbonflow.table;

import io.carbonflow.fault.Place;
import io.carbonflow.fault.Problem;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Decodes bytes strictly: what is not UTF-8 is refused with the line it is on.
final class Utf8 {
  private static final String REMEDY = "give a CSV file saved as UTF-8";

  private Utf8() {}

  /// The text of a file, without a byte-order mark.
  ///
  /// @throws Problem if it is binary, UTF-16, or holds bytes that are not UTF-8
  static String decode(byte[] bytes, Place file) {
    if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
      throw new Problem(file.line(1), "is encoded as UTF-16, not UTF-8", REMEDY);
    }
    int zero = indexOfZero(bytes);
    if (zero >= 0) {
      throw new Problem(file.line(lineOf(bytes, zero)),
          "holds a zero byte: it is a binary file or encoded as UTF-16", REMEDY);
    }
    int skip = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    ByteBuffer in = ByteBuffer.wrap(bytes, skip, bytes.length - skip);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = StandardCharsets.UTF_8.newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(in, out, true);
    if (result.isError()) {
      throw new Problem(file.line(lineOf(bytes, in.position())),
          String.format("the byte 0x%02X is not UTF-8", bytes[in.position()]), REMEDY);
    }
    return out.flip().toString();
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static int indexOfZero(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        return i;
      }
    }
    return -1;
  }

  private static long lineOf(byte[] bytes, int position) {
    long line = 1;
    for (int i = 0; i < position; i++) {
      boolean carriageReturnAlone =
          bytes[i] == '\r' && (i + 1 == bytes.length || bytes[i + 1] != '\n');
      if (bytes[i] == '\n' || carriageReturnAlone) {
        line++;
      }
    }
    return line;
  }
}
