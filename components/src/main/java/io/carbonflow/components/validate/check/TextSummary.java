// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

import module java.base;

/// Texts in passing. Up to [#MOST] different ones are told apart.
final class TextSummary {
  private static final int MOST = 5000;
  private static final int TOP = 5;

  private final Map<String, Long> counts = new HashMap<>();
  private boolean more;
  private long count;

  void add(String text) {
    count++;
    if (counts.size() < MOST || counts.containsKey(text)) {
      counts.merge(text, 1L, Long::sum);
    } else {
      more = true;
    }
  }

  /// How many texts there are.
  long count() {
    return count;
  }

  /// How many different texts there are; -1 where they are too many to tell.
  long distinct() {
    return more ? -1 : counts.size();
  }

  /// The most frequent texts that come more than once, the most frequent first.
  List<ColumnSummary.Top> top() {
    return counts.entrySet().stream()
        .filter(text -> text.getValue() > 1)
        .sorted(Comparator.comparingLong((Map.Entry<String, Long> text) -> -text.getValue())
            .thenComparing(Map.Entry::getKey))
        .limit(TOP)
        .map(text -> new ColumnSummary.Top(text.getKey(), text.getValue()))
        .toList();
  }
}
