// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run.code;

import module java.base;

/// The list of files at the end of a jar, in its bytes: most jars are libraries, of whose ten thousands of
/// files only checksums matter.
///
/// @param bytes the records, one after the other
record CentralDirectory(ByteBuffer bytes) {
  private static final int END = 0x06054b50;
  private static final int END_LENGTH = 22;
  private static final int RECORD = 0x02014b50;
  private static final int RECORD_LENGTH = 46;
  private static final int LONGEST_COMMENT = 0xFFFF;

  /// What is done with a record.
  interface Visitor {
    /// Takes one record.
    ///
    /// @param at where the record begins
    /// @param length how long its name is, which begins [#RECORD_LENGTH] bytes later
    void visit(int at, int length);
  }

  /// Reads it.
  ///
  /// @throws IOException if there is none, or it is one of more than 4 GB
  static CentralDirectory of(Path jar) throws IOException {
    try (FileChannel file = FileChannel.open(jar)) {
      int tail = (int) Math.min(file.size(), END_LENGTH + LONGEST_COMMENT);
      ByteBuffer end = read(file, file.size() - tail, tail);
      for (int at = tail - END_LENGTH; at >= 0; at--) {
        if (end.getInt(at) == END) {
          return new CentralDirectory(read(file, Integer.toUnsignedLong(end.getInt(at + 16)), end.getInt(at + 12)));
        }
      }
      throw new ZipException("no jar");
    }
  }

  private static ByteBuffer read(FileChannel file, long from, int length) throws IOException {
    if (length < 0 || from + length > file.size()) {
      throw new ZipException("of an unknown form");
    }
    ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    int count = 0;
    while (buffer.hasRemaining() && count >= 0) {
      count = file.read(buffer, from + buffer.position());
    }
    return buffer;
  }

  /// Goes through all records.
  void each(Visitor visitor) {
    int at = 0;
    while (at + RECORD_LENGTH <= bytes.capacity() && bytes.getInt(at) == RECORD) {
      int length = Short.toUnsignedInt(bytes.getShort(at + 28));
      visitor.visit(at, length);
      at += RECORD_LENGTH + length + Short.toUnsignedInt(bytes.getShort(at + 30))
          + Short.toUnsignedInt(bytes.getShort(at + 32));
    }
  }

  /// The names of all files, without folders.
  Set<String> names() {
    return namesFrom("", name -> name.endsWith("/") ? Optional.empty() : Optional.of(name));
  }

  boolean has(String name) {
    return !namesFrom(name, Optional::of).isEmpty();
  }

  /// What is made of names that begin with a text.
  Set<String> namesFrom(String beginning, Function<String, Optional<String>> made) {
    byte[] first = beginning.getBytes(StandardCharsets.UTF_8);
    Set<String> names = new LinkedHashSet<>();
    each((at, length) -> {
      int start = at + RECORD_LENGTH;
      if (length >= first.length
          && Arrays.equals(bytes.array(), start, start + first.length, first, 0, first.length)) {
        made.apply(new String(bytes.array(), start, length, StandardCharsets.UTF_8)).ifPresent(names::add);
      }
    });
    return names;
  }

  /// A checksum of names, checksums and sizes: not of when the files were packed.
  long checksum() {
    CRC32C checksum = new CRC32C();
    each((at, length) -> {
      checksum.update(bytes.array(), at + 16, 12);
      checksum.update(bytes.array(), at + RECORD_LENGTH, length);
    });
    return checksum.getValue();
  }
}
