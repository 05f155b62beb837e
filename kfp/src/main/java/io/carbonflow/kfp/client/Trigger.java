// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client;

import module java.base;
import com.google.gson.JsonObject;
import io.carbonflow.base.json.Json;
import io.carbonflow.base.json.ServerJson;

/// When a schedule starts its runs.
public sealed interface Trigger {

  /// At times that an expression names.
  ///
  /// @param expression Kubeflow's six fields, seconds first
  record Cron(String expression) implements Trigger {
    @Override
    public String toString() {
      return "cron " + expression;
    }
  }

  /// At equal intervals.
  ///
  /// @param interval the time between two starts, at least a second
  record Every(Duration interval) implements Trigger {
    /// Checks the interval.
    public Every {
      if (interval.toSeconds() < 1) {
        throw new IllegalArgumentException("an interval of " + interval);
      }
    }

    @Override
    public String toString() {
      return "every " + Span.of(interval);
    }
  }

  /// The trigger that a person's cron expression stands for.
  ///
  /// @param text five fields, six fields with seconds first, or a word such as `@daily`
  /// @throws IllegalArgumentException if it is not one of these
  static Trigger ofCron(String text) {
    return new Cron(CronFields.six(text));
  }

  /// The first start after another one; empty if there is none, or the expression is not known here.
  ///
  /// @param zone the time zone of the cluster's cron
  default Optional<Instant> next(Instant after, ZoneId zone) {
    return switch (this) {
      case Cron cron -> CronTimes.of(cron.expression()).flatMap(times -> times.next(after, zone));
      case Every every -> Optional.of(after.plus(every.interval()));
    };
  }

  /// The trigger in the server's words.
  default JsonObject message() {
    return Json.tree(switch (this) {
      case Cron cron -> Map.of("cron_schedule", Map.of("cron", cron.expression()));
      case Every every -> Map.of("periodic_schedule",
          Map.of("interval_second", every.interval().toSeconds()));
    }).getAsJsonObject();
  }

  /// The trigger of a schedule of the server's.
  static Trigger of(ServerJson json) {
    long seconds = json.part("periodic_schedule").whole("interval_second");
    return seconds > 0 ? new Every(Duration.ofSeconds(seconds))
        : new Cron(json.part("cron_schedule").text("cron"));
  }
}
