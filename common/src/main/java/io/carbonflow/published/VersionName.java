// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.published;

import module java.base;

/// The name of a published version: a number that rises with each new content, and the beginning of
/// the content's SHA-256, as in `0007-3fa9c2d41b7e`. A number is given away once: a content that
/// was deleted and comes again gets another name, so whoever still deletes the old one does the new
/// one no harm.
final class VersionName {
  private static final int DIGITS = 12;
  private static final Pattern NAME = Pattern.compile("([0-9]{4,9})-[0-9a-f]{" + DIGITS + "}");

  private VersionName() {}

  static String of(int number, String sha256) {
    return String.format(Locale.ROOT, "%04d-%s", number, sha256.substring(0, DIGITS));
  }

  /// The number in a name; empty if this is not a version's name.
  static OptionalInt number(String name) {
    Matcher matcher = NAME.matcher(name);
    return matcher.matches()
        ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
  }
}
