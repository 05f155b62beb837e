// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

import module java.base;

/// A seed that others are derived from: `seed.with("svm").with(3)` is always the same number, and
/// has nothing to do with `seed.with("svm").with(4)`. So what is drawn for one thing depends on
/// what that thing is called, not on what was drawn before.
///
/// @param value 64 bits
record Seed(long value) {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  /// The seed of a numbered part.
  Seed with(long part) {
    return new Seed(mix((value + GOLDEN_GAMMA) ^ mix(part + GOLDEN_GAMMA)));
  }

  /// The seed of a named part.
  Seed with(String part) {
    Seed seed = this;
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    for (byte b : bytes) {
      seed = seed.with(b);
    }
    return seed.with(bytes.length);
  }

  /// A source of random numbers. [Random] is the one generator of which the JDK's documentation
  /// fixes every bit.
  Random random() {
    return new Random(value);
  }

  /// The finalizer of SplitMix64 (Steele, Lea and Flood 2014, doi:10.1145/2714064.2660195).
  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
