// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client;

import module java.base;

/// Turns a standard cron expression of five fields into Kubeflow's six, which begin with seconds.
/// Kubeflow takes five fields too, but as the first five of its six: "at three every day" would be
/// "at minute three of every hour". What its parser would refuse (robfig/cron 1.2) is refused here.
final class CronFields {
  private static final Map<String, String> WORDS = Map.of(
      "@hourly", "0 0 * * * *", "@daily", "0 0 0 * * *", "@midnight", "0 0 0 * * *",
      "@weekly", "0 0 0 * * 0", "@monthly", "0 0 0 1 * *",
      "@yearly", "0 0 0 1 1 *", "@annually", "0 0 0 1 1 *");

  private CronFields() {}

  /// The six fields.
  ///
  /// @param text five fields, six fields with seconds first, or a word such as `@daily`
  /// @throws IllegalArgumentException if it is not one of these
  static String six(String text) {
    String plain = text.strip();
    if (plain.startsWith("@")) {
      String six = WORDS.get(plain.toLowerCase(Locale.ROOT));
      if (six == null) {
        throw new IllegalArgumentException("'" + plain + "' is not one of "
            + WORDS.keySet().stream().sorted().collect(Collectors.joining(", ")));
      }
      return six;
    }
    List<String> fields = List.of(plain.split("\\s+"));
    if (fields.size() != 5 && fields.size() != 6) {
      throw new IllegalArgumentException("'" + plain + "' has " + fields.size() + " fields; write"
          + " minute, hour, day of month, month and day of week, such as '0 3 * * 1'");
    }
    int first = CronField.SIX.size() - fields.size();
    String rest = IntStream.range(0, fields.size())
        .mapToObj(i -> CronField.SIX.get(first + i).checked(fields.get(i)))
        .collect(Collectors.joining(" "));
    return first == 1 ? "0 " + rest : rest;
  }
}
