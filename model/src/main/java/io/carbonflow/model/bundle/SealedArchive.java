// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.bundle;

import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.GitLfs;
import io.carbonflow.base.file.InputLimits;
import io.carbonflow.base.file.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Named parts in one file that shows whether it is whole: a line
/// `carbonflow-bundle VERSION SHA-256`, where the hash is that of all bytes after the line, then a
/// ZIP archive of the parts. `unzip` opens it too.
///
/// Parts are stored, not compressed: the bytes a compressor makes differ between Java runtimes, and
/// the same model should be the same file everywhere. So nothing that is read takes more room than
/// the file itself.
///
/// @param version the form that the parts have
/// @param parts the content of each part, by name
record SealedArchive(int version, SortedMap<String, byte[]> parts) {
  /// The version that is written; every version up to it is read.
  static final int VERSION = 5;

  private static final String MAGIC = "carbonflow-bundle ";
  private static final Pattern HEADER = Pattern.compile(MAGIC + "([1-9][0-9]{0,5}) ([0-9a-f]{64})");
  private static final int LONGEST_HEADER = 100;
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
  /// The same as an extra field of ZIP has it, in UTC. Java would make that field of the time above
  /// and the machine's time zone. It is a tag, a length, a flag and the seconds since 1970.
  private static final byte[] NO_TIME_IN_UTC = ByteBuffer.allocate(9).order(ByteOrder.LITTLE_ENDIAN)
      .putShort((short) 0x5455).putShort((short) 5).put((byte) 1)
      .putInt((int) NO_TIME.toEpochSecond(ZoneOffset.UTC)).array();

  /// Parts of the version that is written.
  SealedArchive(SortedMap<String, byte[]> parts) {
    this(VERSION, parts);
  }

  SealedArchive {
    parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
  }

  /// The whole file.
  byte[] toBytes() {
    byte[] zip = zip();
    byte[] header = (MAGIC + version + " " + sha256(zip, 0, zip.length) + "\n")
        .getBytes(StandardCharsets.US_ASCII);
    byte[] file = new byte[header.length + zip.length];
    System.arraycopy(header, 0, file, 0, header.length);
    System.arraycopy(zip, 0, file, header.length, zip.length);
    return file;
  }

  /// Reads a file.
  ///
  /// @param file all its bytes
  /// @param source its name, for messages
  /// @throws Problem if it is not a bundle, of a newer version, altered or cut off
  static SealedArchive of(byte[] file, String source) {
    Place place = Place.of(source);
    int header = 0;
    while (header < Math.min(file.length, LONGEST_HEADER) && file[header] != '\n') {
      header++;
    }
    Matcher found = HEADER.matcher(new String(file, 0, header, StandardCharsets.ISO_8859_1));
    if (!found.matches()) {
      GitLfs.refusePointer(file, place, "the bundle");
      throw new Problem(place, "is not a carbonflow bundle",
          "name a file that train-best or a training run has written");
    }
    int version = Integer.parseInt(found.group(1));
    if (version > VERSION) {
      throw new Problem(place, "has bundle version " + version + ", this carbonflow reads up to "
          + VERSION, "use the release that wrote it, or a later one");
    }
    int start = Math.min(header + 1, file.length);
    if (!sha256(file, start, file.length - start).equals(found.group(2))) {
      throw new Problem(place, "is altered or cut off: its content does not match its hash",
          "copy it again from where it was written");
    }
    return new SealedArchive(version, unzip(file, start, place));
  }

  /// The SHA-256 of each part, in hexadecimal.
  SortedMap<String, String> hashes() {
    SortedMap<String, String> hashes = new TreeMap<>();
    parts.forEach((name, content) -> hashes.put(name, sha256(content, 0, content.length)));
    return hashes;
  }

  /// A part.
  ///
  /// @throws Problem if there is none of that name
  byte[] part(String name, String source) {
    byte[] content = parts.get(name);
    if (content == null) {
      throw new Problem(Place.of(source), "holds no " + name,
          "copy it again from where it was written");
    }
    return content;
  }

  private byte[] zip() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setMethod(ZipOutputStream.STORED);
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        CRC32 crc = new CRC32();
        crc.update(part.getValue());
        ZipEntry entry = new ZipEntry(part.getKey());
        entry.setSize(part.getValue().length);
        entry.setCrc(crc.getValue());
        entry.setTimeLocal(NO_TIME);
        entry.setExtra(NO_TIME_IN_UTC);
        zip.putNextEntry(entry);
        zip.write(part.getValue());
      }
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  private static SortedMap<String, byte[]> unzip(byte[] file, int start, Place place) {
    SortedMap<String, byte[]> parts = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(
        new ByteArrayInputStream(file, start, file.length - start))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getMethod() != ZipEntry.STORED) {
          throw new IOException("it has a part that is compressed");
        }
        if (parts.put(entry.getName(), zip.readAllBytes()) != null) {
          throw new IOException("it has a part twice");
        }
        if (parts.size() > InputLimits.BUNDLE_PARTS) {
          throw new IOException("it has more than " + InputLimits.BUNDLE_PARTS + " parts");
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new Problem(place, "cannot be opened (" + e.getMessage() + ")",
          "copy it again from where it was written", e);
    }
    return parts;
  }

  private static String sha256(byte[] bytes, int start, int length) {
    MessageDigest digest = Sha256.digest();
    digest.update(bytes, start, length);
    return Sha256.of(digest);
  }
}
