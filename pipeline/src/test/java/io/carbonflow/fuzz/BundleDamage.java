// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.fuzz;

import module java.base;
import io.carbonflow.base.file.Sha256;

/// Damages bundles, and seals them again with the hash that belongs to what they hold.
final class BundleDamage {
  private BundleDamage() {}

  /// A bundle of which one part is damaged.
  static byte[] of(Path bundle, RandomGenerator random) throws IOException {
    byte[] whole = Files.readAllBytes(bundle);
    int start = new String(whole, StandardCharsets.ISO_8859_1).indexOf('\n') + 1;
    Map<String, byte[]> parts = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(
        new ByteArrayInputStream(whole, start, whole.length - start))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), zip.readAllBytes());
      }
    }
    String name = Damage.one(List.copyOf(parts.keySet()), random);
    if (random.nextInt(20) == 0) {
      parts.remove(name);
    } else {
      parts.put(name, name.endsWith(".json") && random.nextInt(5) > 0
          ? JsonDamage.of(new String(parts.get(name), StandardCharsets.UTF_8), random)
              .getBytes(StandardCharsets.UTF_8)
          : name.endsWith(".bin") && random.nextInt(4) > 0 ? numbers(parts.get(name), random)
          : Damage.of(parts.get(name), random));
    }
    byte[] zip = zip(parts);
    return sealed(random.nextInt(20) == 0 ? Damage.of(zip, random) : zip, 1 + random.nextInt(4));
  }

  /// Numbers that no training makes, at places where numbers are.
  private static byte[] numbers(byte[] part, RandomGenerator random) {
    ByteBuffer numbers = ByteBuffer.wrap(part.clone()).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = random.nextInt(8); i >= 0; i--) {
      int at = random.nextInt(Math.max(1, part.length / 4 - 2)) * 4;
      if (random.nextBoolean()) {
        numbers.putInt(at, Damage.one(List.of(-1, 0, 1, Integer.MAX_VALUE, Integer.MIN_VALUE, 1 << 20), random));
      } else {
        numbers.putDouble(at, Damage.one(List.of(0.0, -1.0, 1e308, -1e308, 1e-320, Double.NaN,
            Double.POSITIVE_INFINITY, 1e30), random));
      }
    }
    return numbers.array();
  }

  private static byte[] zip(Map<String, byte[]> parts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        ZipEntry entry = new ZipEntry(part.getKey());
        CRC32 crc = new CRC32();
        crc.update(part.getValue());
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(part.getValue().length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(part.getValue());
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] sealed(byte[] zip, int version) {
    byte[] header = ("carbonflow-bundle " + Math.min(version, 4) + " " + Sha256.of(zip) + "\n")
        .getBytes(StandardCharsets.US_ASCII);
    byte[] file = Arrays.copyOf(header, header.length + zip.length);
    System.arraycopy(zip, 0, file, header.length, zip.length);
    return file;
  }
}
