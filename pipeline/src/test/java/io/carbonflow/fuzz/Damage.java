// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.fuzz;

import module java.base;

/// Damages texts that know nothing of their form: bits, pieces, cuts, and what is odd in any format.
final class Damage {
  /// What is put where it was not meant to be.
  static final List<String> ODD = List.of("", "null", "NaN", "Infinity", "-Infinity", "-1", "0", "1e999",
      "-1e999", "1e-320", "99999999999999999999", "0x10", "\u0661\u0662", "1,5", "true", "\u0000", "\u202E",
      "\uFEFF", "\u001B[31m", "\u0085", "\u2028", "\t", "\"", "'", "\\", "{{$}}", "{{$.inputs.parameters['x']}}",
      "%", "%s", "file:%zz", "file:x", "s3://", "../../x", "/", ".", "-", "--", "@x", "=1+1", "<b>", "\r\n", "\n",
      "]", "{", "[", "}", ",", ";", "&a ", "*a", "!!int x", "# ", "ümläut", "\uD83D\uDE00", "x".repeat(3000));
  private static final int MOST_CHANGES = 4;
  private static final int DEEP = 3000;

  private Damage() {}

  /// One of a list.
  static <T> T one(List<T> all, RandomGenerator random) {
    return all.get(random.nextInt(all.size()));
  }

  /// A text with one to four changes.
  static byte[] of(byte[] whole, RandomGenerator random) {
    byte[] changed = whole;
    for (int i = random.nextInt(MOST_CHANGES); i >= 0; i--) {
      changed = once(changed, random);
    }
    return changed;
  }

  /// The same for what is text already.
  static String of(String whole, RandomGenerator random) {
    return new String(of(whole.getBytes(StandardCharsets.UTF_8), random), StandardCharsets.UTF_8);
  }

  private static byte[] once(byte[] whole, RandomGenerator random) {
    int at = random.nextInt(whole.length + 1);
    int length = Math.min(whole.length - at, 1 + random.nextInt(random.nextBoolean() ? 4 : 400));
    byte[] piece = Arrays.copyOfRange(whole, at, at + length);
    return switch (random.nextInt(9)) {
      case 0 -> {
        byte[] flipped = whole.clone();
        if (at < whole.length) {
          flipped[at] ^= (byte) (1 << random.nextInt(8));
        }
        yield flipped;
      }
      case 1 -> Arrays.copyOf(whole, at);
      case 2 -> joined(whole, at, new byte[0], at + length);
      case 3 -> joined(whole, at, piece, at);
      case 4 -> joined(whole, at, one(ODD, random).getBytes(StandardCharsets.UTF_8), at);
      case 5 -> joined(whole, at, one(ODD, random).getBytes(StandardCharsets.UTF_8), at + length);
      case 6 -> joined(whole, random.nextInt(whole.length + 1), piece, -1);
      case 7 -> joined(whole, at, one(List.of("[", "{\"a\":", "- ", "(", "\"", "<a>"), random)
          .repeat(DEEP).getBytes(StandardCharsets.UTF_8), at);
      default -> joined(whole, 0, one(List.of(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
          new byte[] {(byte) 0xFF, (byte) 0xFE}, new byte[] {0}, new byte[] {(byte) 0xC0}), random), 0);
    };
  }

  /// @param rest where the text goes on; where it was left if negative
  private static byte[] joined(byte[] whole, int to, byte[] put, int rest) {
    int from = rest < 0 ? to : rest;
    byte[] all = Arrays.copyOf(whole, to + put.length + whole.length - from);
    System.arraycopy(put, 0, all, to, put.length);
    System.arraycopy(whole, from, all, to + put.length, whole.length - from);
    return all;
  }
}
