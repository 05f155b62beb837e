// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.table;

import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.BoundedInput;
import io.carbonflow.base.file.InputLimits;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// Takes a table out of what it is packed in: gzip, or a ZIP archive with one table. The first bytes
/// tell what it is, not the name.
final class Unpacked {
  private static final int MAGIC = 4;
  private static final byte[] GZIP = {0x1F, (byte) 0x8B};
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};
  /// What begins so is named and refused.
  private static final Map<String, byte[]> OTHERS = Map.of(
      "packed by xz", new byte[] {(byte) 0xFD, '7', 'z', 'X'},
      "packed by zstd", new byte[] {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD},
      "packed by 7-Zip", new byte[] {'7', 'z', (byte) 0xBC, (byte) 0xAF},
      "an Excel workbook", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0});

  private Unpacked() {}

  /// A stream's content, unpacked where it is packed.
  ///
  /// @param most how many bytes may come out of what is packed
  /// @param file what the stream is of
  /// @throws IOException if the stream breaks off
  /// @throws Problem if it is packed in another way or damaged, or an archive with no table in it;
  ///     the stream throws one where it is damaged or goes on further down
  static InputStream of(InputStream in, long most, Place file) throws IOException {
    Start start = new Start(in);
    byte[] magic = start.readNBytes(MAGIC);
    start.unread(magic);
    for (Map.Entry<String, byte[]> other : OTHERS.entrySet()) {
      if (begins(magic, other.getValue())) {
        throw new Problem(file, "is " + other.getKey() + ", not CSV",
            "give a CSV file, as it is or packed by gzip or ZIP");
      }
    }
    if (begins(magic, EMPTY_ZIP)) {
      throw ZippedTable.none(file, "it is empty");
    }
    long bytes = Math.min(most, InputLimits.UNPACKED);
    try {
      return begins(magic, GZIP)
          ? new Checked(limited(new GZIPInputStream(start), bytes, file), "gzip file", file)
          : begins(magic, ZIP)
          ? new Checked(new ZippedTable(start, bytes, file), "ZIP archive", file) : start;
    } catch (ZipException | EOFException e) {
      throw damaged(begins(magic, GZIP) ? "gzip file" : "ZIP archive", file, e);
    }
  }

  /// Whether a stream is of something that was packed.
  static boolean is(InputStream in) {
    return in instanceof Checked;
  }

  /// What was unpacked, up to a limit.
  static InputStream limited(InputStream in, long most, Place file) {
    return BoundedInput.limited(in, most, Place.of(file.source() + ", unpacked"), "give it in parts");
  }

  private static boolean begins(byte[] bytes, byte[] with) {
    return bytes.length >= with.length
        && Arrays.equals(bytes, 0, with.length, with, 0, with.length);
  }

  private static Problem damaged(String kind, Place file, Exception e) {
    return new Problem(file, "is a " + kind + " that is damaged or cut off"
        + (e.getMessage() == null ? "" : " (" + e.getMessage() + ")"), "fetch or pack it again", e);
  }

  /// The packed bytes. Java looks for a further part of a gzip file only where bytes are said to be
  /// available, which a stream over a network need not say before its end.
  private static final class Start extends PushbackInputStream {
    Start(InputStream in) {
      super(in, MAGIC);
    }

    @Override
    public int available() throws IOException {
      int available = super.available();
      if (available > 0) {
        return available;
      }
      int next = read();
      if (next < 0) {
        return 0;
      }
      unread(next);
      return 1;
    }
  }

  /// Tells damage from a stream that breaks off.
  private static final class Checked extends InputStream {
    private final InputStream in;
    private final String kind;
    private final Place file;

    Checked(InputStream in, String kind, Place file) {
      this.in = in;
      this.kind = kind;
      this.file = file;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      try {
        return in.read(buffer, offset, length);
      } catch (ZipException | EOFException e) {
        throw damaged(kind, file, e);
      }
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
