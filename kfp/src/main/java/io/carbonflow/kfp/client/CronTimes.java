// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client;

import module java.base;

/// The times that a cron expression of Kubeflow's names (robfig/cron 1.2, `spec.go`).
///
/// @param fields the numbers of each field
/// @param bothDays whether a day has to fit both as one of the month and as one of the week. Where
///     both fields name days, one that fits is enough
record CronTimes(List<BitSet> fields, boolean bothDays) {
  private static final int SECOND = 0;
  private static final int MINUTE = 1;
  private static final int HOUR = 2;
  private static final int DAY = 3;
  private static final int MONTH = 4;
  private static final int WEEKDAY = 5;
  private static final int DAYS_OF_WEEK = 7;
  /// Where a time has to be found: 29 February may be eight years away, but Kubeflow gives up sooner.
  private static final int YEARS = 5;

  /// The times of an expression as the server has it; empty if it is not known here. The day
  /// of the week may be missing.
  static Optional<CronTimes> of(String expression) {
    try {
      String text = expression.strip();
      List<String> six = new ArrayList<>(
          List.of((text.startsWith("@") ? CronFields.six(text) : text).split("\\s+")));
      if (six.size() == WEEKDAY) {
        six.add("*");
      }
      if (six.size() != CronField.SIX.size()) {
        return Optional.empty();
      }
      List<BitSet> fields = new ArrayList<>();
      for (int i = 0; i < six.size(); i++) {
        fields.add(CronField.SIX.get(i).numbers(six.get(i)));
      }
      return Optional.of(new CronTimes(List.copyOf(fields),
          CronField.isOpen(six.get(DAY)) || CronField.isOpen(six.get(WEEKDAY))));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// The first time after another one; empty if there is none within five years.
  ///
  /// @param zone where the clock hangs that the expression is about. An hour that it leaves out is
  ///     left out, one that it has twice counts twice
  Optional<Instant> next(Instant after, ZoneId zone) {
    ZonedDateTime time = after.atZone(zone).truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    int last = time.getYear() + YEARS;
    while (time.getYear() <= last) {
      if (!has(MONTH, time.getMonthValue())) {
        time = time.toLocalDate().withDayOfMonth(1).plusMonths(1).atStartOfDay(zone);
      } else if (!isDay(time)) {
        time = time.toLocalDate().plusDays(1).atStartOfDay(zone);
      } else if (!has(HOUR, time.getHour())) {
        time = time.truncatedTo(ChronoUnit.HOURS).plusHours(1);
      } else if (!has(MINUTE, time.getMinute())) {
        time = time.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
      } else if (!has(SECOND, time.getSecond())) {
        time = time.plusSeconds(1);
      } else {
        return Optional.of(time.toInstant());
      }
    }
    return Optional.empty();
  }

  private boolean isDay(ZonedDateTime time) {
    boolean ofMonth = has(DAY, time.getDayOfMonth());
    boolean ofWeek = has(WEEKDAY, time.getDayOfWeek().getValue() % DAYS_OF_WEEK);
    return bothDays ? ofMonth && ofWeek : ofMonth || ofWeek;
  }

  private boolean has(int field, int number) {
    return fields.get(field).get(number);
  }
}
