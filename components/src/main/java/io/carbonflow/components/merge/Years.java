// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.merge;

import module java.base;
import io.carbonflow.base.fault.Printable;
import io.carbonflow.kfp.step.Text;

/// Which years are taken, as `2015-2019`, `2015,2017`, `2016-` or `-2018`; empty for all.
///
/// @param text what was given
public record Years(String text) implements Text {
  private static final Pattern PART = Pattern.compile("(?<year>\\d{4})|(?<from>\\d{4})?\\s*-\\s*(?<to>\\d{4})?");
  /// From how many years on a row of them is written as a range.
  private static final int RANGE = 3;

  /// All years from one to another.
  private record Range(int from, int to) {
    /// Whether both ends were given.
    boolean isClosed() {
      return from > Integer.MIN_VALUE && to < Integer.MAX_VALUE;
    }
  }

  /// Refuses what names no years.
  ///
  /// @throws IllegalArgumentException if a part is no year and no range, or a range ends before it begins
  public Years {
    ranges(text);
  }

  /// Whether rows of a year are taken.
  public boolean has(int year) {
    List<Range> ranges = ranges(text);
    return ranges.isEmpty() || ranges.stream().anyMatch(range -> range.from <= year && year <= range.to);
  }

  /// The years that were asked for one by one or as a range with both ends.
  SortedSet<Integer> named() {
    return ranges(text).stream().filter(Range::isClosed)
        .flatMap(range -> IntStream.rangeClosed(range.from, range.to).boxed())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// Years in words: `2015, 2016, 2018 to 2021`.
  ///
  /// @param years the years, in order
  public static String words(SortedSet<Integer> years) {
    List<String> words = new ArrayList<>();
    for (int year : years) {
      if (!years.contains(year - 1)) {
        int last = IntStream.iterate(year, y -> y + 1).takeWhile(years::contains).max().orElse(year);
        if (last - year + 1 >= RANGE) {
          words.add(year + " to " + last);
        } else {
          IntStream.rangeClosed(year, last).forEach(y -> words.add(Integer.toString(y)));
        }
      }
    }
    return String.join(", ", words);
  }

  private static List<Range> ranges(String text) {
    return text.isBlank() ? List.of() : Arrays.stream(text.split(",", -1)).map(part -> range(part.strip())).toList();
  }

  private static Range range(String part) {
    Matcher found = PART.matcher(part);
    if (!found.matches() || part.equals("-")) {
      throw new IllegalArgumentException("'" + Printable.shortened(part) + "' is neither a year nor a range of years;"
          + " write 2015-2019, 2015,2017 or 2016-");
    }
    if (found.group("year") != null) {
      return new Range(Integer.parseInt(part), Integer.parseInt(part));
    }
    Range range = new Range(
        found.group("from") == null ? Integer.MIN_VALUE : Integer.parseInt(found.group("from")),
        found.group("to") == null ? Integer.MAX_VALUE : Integer.parseInt(found.group("to")));
    if (range.from > range.to) {
      throw new IllegalArgumentException("'" + part + "' ends before it begins; write " + range.to + "-" + range.from);
    }
    return range;
  }
}
