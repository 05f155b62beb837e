package io.carbonflow.learn;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Makes a seed for each random choice from the run's seed and what the choice is for, so that no
/// choice depends on another or on the order in which they are made.
public final class Seeds {
  private Seeds() {}

  /// A seed, the same for the same words and numbers on every machine.
  ///
  /// @param seed the run's seed
  /// @param purpose what the seed is for: names and numbers
  public static long of(long seed, Object... purpose) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(ByteBuffer.allocate(Long.BYTES).putLong(seed).array());
      for (Object word : purpose) {
        digest.update(word.toString().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return ByteBuffer.wrap(digest.digest()).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
