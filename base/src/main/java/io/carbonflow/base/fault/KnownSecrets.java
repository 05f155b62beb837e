// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.fault;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentSkipListSet;

/// The secrets that a program has shown to others: tokens, passwords, cookies. Servers repeat in their
/// error texts what they were sent, and such a text goes into messages and logs without them.
///
/// It may be used by many threads.
public final class KnownSecrets {
  /// What stands in place of a secret.
  public static final String MASK = "…";

  /// What is shorter is found in any text, and its gaps would tell what it is.
  private static final int SHORTEST = 4;

  /// Longer ones first, so that of one that begins with another nothing stays.
  private final NavigableSet<String> forms = new ConcurrentSkipListSet<>(
      Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

  /// None that is known yet.
  public KnownSecrets() {}

  /// Learns a secret, also as it looks in an address. One of less than four characters is left out.
  public void add(String secret) {
    if (secret.length() >= SHORTEST) {
      String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
      forms.add(secret);
      forms.add(encoded);
      forms.add(encoded.replace("+", "%20"));
    }
  }

  /// A text from outside with [#MASK] for each secret in it.
  public String masked(String text) {
    String shown = text;
    for (String secret : forms) {
      shown = shown.replace(secret, MASK);
    }
    return shown;
  }

  /// No secret.
  @Override
  public String toString() {
    return forms.isEmpty() ? "no secrets" : "secrets";
  }
}
