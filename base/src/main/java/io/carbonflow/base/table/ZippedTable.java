// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.table;

import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Printable;
import io.carbonflow.base.fault.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/// The one table in a ZIP archive. What else is in it, such as a text about the table, is passed over.
final class ZippedTable extends InputStream {
  private final ZipInputStream zip;
  private final InputStream content;
  private final Place file;
  private final String name;
  private boolean ended;

  /// Looks for the table.
  ///
  /// @param most how many bytes may come out of the archive
  /// @throws Problem if there is none
  ZippedTable(InputStream in, long most, Place file) throws IOException {
    this.file = file;
    zip = new ZipInputStream(in);
    content = Unpacked.limited(zip, most, file);
    String first = "";
    ZipEntry entry = next();
    while (entry != null && !isTable(entry)) {
      if (entry.getName().equals("[Content_Types].xml") || entry.getName().startsWith("xl/")) {
        throw new Problem(file, "is an Excel workbook, not CSV", "save it as CSV");
      }
      first = first.isEmpty() && !entry.isDirectory() ? entry.getName() : first;
      entry = next();
    }
    if (entry == null) {
      throw none(file, first.isEmpty() ? "it is empty" : "it holds " + Printable.shortened(first));
    }
    name = entry.getName();
  }

  static Problem none(Place file, String holds) {
    return new Problem(file, "is a ZIP archive without a CSV file (" + holds + ")",
        "pack one CSV file, its name ending in .csv");
  }

  /// Passes over the rest of an entry.
  private ZipEntry next() throws IOException {
    content.transferTo(OutputStream.nullOutputStream());
    try {
      return zip.getNextEntry();
    } catch (IllegalArgumentException e) {
      throw new ZipException(e.getMessage());
    }
  }

  /// A Mac adds a file for each that it packs, which has what it knows of it beside its content.
  private static boolean isTable(ZipEntry entry) {
    String path = entry.getName().toLowerCase(Locale.ROOT);
    String last = path.substring(path.lastIndexOf('/') + 1);
    return (last.endsWith(".csv") || last.endsWith(".tsv")) && !last.startsWith("._");
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = ended ? -1 : content.read(buffer, offset, length);
    if (count < 0 && !ended) {
      refuseAnother();
      ended = true;
    }
    return count;
  }

  /// Which of two is meant nobody can know.
  private void refuseAnother() throws IOException {
    for (ZipEntry entry = next(); entry != null; entry = next()) {
      if (isTable(entry)) {
        throw new Problem(file, "is a ZIP archive with several CSV files, " + Printable.shortened(name)
            + " and " + Printable.shortened(entry.getName()) + " among them", "pack one CSV file alone");
      }
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
