// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.table;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds the name that was probably meant. It is for messages: nothing is read by a name that is only
/// near.
///
/// ```java
/// NearName.of("ENERGYSTARScore", List.of("EnergyStar_Score", "YearBuilt")); // EnergyStar_Score
/// ```
public final class NearName {
  private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");
  /// Shorter names resemble one another by chance.
  private static final int SHORTEST = 6;
  /// Longer ones are not names, and are not compared letter by letter.
  private static final int LONGEST = 100;
  /// One letter in so many may be another.
  private static final int LETTERS_PER_SLIP = 6;

  private NearName() {}

  /// The name among those offered that is nearest to the wanted one: the same by letters and digits
  /// alone, or else one that differs in few letters or begins as it does.
  ///
  /// @return empty where none is near
  public static Optional<String> of(String wanted, Collection<String> offered) {
    String key = key(wanted);
    int most = key.length() / LETTERS_PER_SLIP;
    return same(wanted, offered).or(() -> offered.stream()
        .filter(name -> isNear(key, key(name), most))
        .min(Comparator.comparingInt(name -> slips(key, key(name)))));
  }

  /// The name among those offered that is the same by letters and digits alone.
  ///
  /// @return empty where none is
  public static Optional<String> same(String wanted, Collection<String> offered) {
    String key = key(wanted);
    return key.isEmpty() ? Optional.empty()
        : offered.stream().filter(name -> key(name).equals(key)).findFirst();
  }

  /// A name as names are compared: its letters and digits, in lower case.
  ///
  /// @return empty where it has none
  public static String key(String name) {
    return OTHER.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
  }

  private static boolean isNear(String one, String other, int most) {
    return Math.min(one.length(), other.length()) >= SHORTEST && other.length() <= LONGEST
        && (one.startsWith(other) || other.startsWith(one) || slips(one, other) <= most);
  }

  /// How many letters have to be changed, added or taken away (Levenshtein's distance).
  private static int slips(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int above = row[j];
        int changed = corner + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(changed, 1 + Math.min(above, row[j - 1]));
        corner = above;
      }
    }
    return row[other.length()];
  }
}
