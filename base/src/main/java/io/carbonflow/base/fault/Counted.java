// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.fault;

import java.util.Locale;

/// Counted things as a person says them: `1 row`, `1,508 rows`.
public final class Counted {
  private Counted() {}

  /// So many of a thing.
  ///
  /// @param thing one of them, of which an `s` makes several
  public static String of(long count, String thing) {
    return of(count, thing, thing + "s");
  }

  /// So many of what has a plural of its own: `1 row has`, `2 rows have`.
  ///
  /// @param one what one of them is called
  /// @param several what several are, and none
  public static String of(long count, String one, String several) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : several);
  }
}
