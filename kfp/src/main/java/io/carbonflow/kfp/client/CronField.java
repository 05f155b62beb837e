// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client;

import module java.base;

/// A field of a cron expression. What Kubeflow's parser would refuse (robfig/cron 1.2) is refused
/// here.
///
/// @param name its name
/// @param least the least number
/// @param most the greatest number
/// @param names names for numbers, the first for `least`
record CronField(String name, int least, int most, List<String> names) {
  /// Kubeflow's six fields.
  static final List<CronField> SIX = List.of(
      new CronField("second", 0, 59, List.of()),
      new CronField("minute", 0, 59, List.of()),
      new CronField("hour", 0, 23, List.of()),
      new CronField("day of month", 1, 31, List.of()),
      new CronField("month", 1, 12, List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug",
          "sep", "oct", "nov", "dec")),
      new CronField("day of week", 0, 6, List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat")));

  private static final int SATURDAY = 6;
  private static final String ANY = "[*?]";

  /// A text as Kubeflow takes it.
  ///
  /// @throws IllegalArgumentException if it would not
  String checked(String text) {
    return List.of(text.split(",", -1)).stream().map(this::range)
        .collect(Collectors.joining(","));
  }

  /// The numbers that a text stands for.
  ///
  /// @throws IllegalArgumentException if Kubeflow would not take it
  BitSet numbers(String text) {
    BitSet numbers = new BitSet();
    for (String part : checked(text).split(",")) {
      String[] step = part.split("/");
      String[] ends = step[0].split("-");
      boolean any = ends[0].matches(ANY);
      int from = any ? least : number(part, ends[0]);
      int to = any || ends.length == 1 && step.length == 2 ? most
          : ends.length == 1 ? from : number(part, ends[1]);
      for (int i = from; i <= to; i += step.length == 2 ? Integer.parseInt(step[1]) : 1) {
        numbers.set(i);
      }
    }
    return numbers;
  }

  /// Whether a text leaves the field open, by a star with or without a step.
  static boolean isOpen(String text) {
    return List.of(text.split(",")).stream().anyMatch(part -> part.matches(ANY + ".*"));
  }

  /// A star, a number, or a range, each with a step or without.
  private String range(String part) {
    String[] step = part.split("/", -1);
    String[] ends = step[0].split("-", -1);
    if (step.length > 2 || ends.length > 2
        || step.length == 2 && !step[1].matches("[1-9]\\d{0,3}")) {
      throw wrong(part, "is not a number, range or step");
    }
    if (ends.length == 1 && ends[0].matches(ANY)) {
      return part;
    }
    int from = number(part, ends[0]);
    int to = ends.length == 1 ? from : number(part, ends[1]);
    if (most == SATURDAY && to > SATURDAY) {
      return sunday(part, from, ends.length, step.length == 2 ? "/" + step[1] : "");
    }
    if (from > to) {
      throw wrong(part, "goes from the greater to the less");
    }
    return part;
  }

  /// Standard cron has 7 for Sunday, Kubeflow's has 0 alone.
  private String sunday(String part, int from, int ends, String step) {
    if (!step.isEmpty()) {
      throw wrong(part, "has a step and Sunday as 7; write the days one by one");
    }
    return ends == 1 || from > SATURDAY ? "0" : from + "-6,0";
  }

  private int number(String part, String text) {
    int named = names.indexOf(text.toLowerCase(Locale.ROOT));
    int number = named >= 0 ? named + least
        : text.matches("\\d{1,4}") ? Integer.parseInt(text) : -1;
    if (number < least || number > (most == SATURDAY ? SATURDAY + 1 : most)) {
      throw wrong(part, "is not within " + least + " to " + most);
    }
    return number;
  }

  private IllegalArgumentException wrong(String part, String what) {
    return new IllegalArgumentException("the " + name + " '" + part + "' " + what);
  }
}
