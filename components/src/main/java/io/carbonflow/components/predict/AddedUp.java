// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.predict;

import module java.base;
import io.carbonflow.kfp.step.Console;
import io.carbonflow.model.bundle.Bundle;
import io.carbonflow.model.bundle.Prediction;
import io.carbonflow.model.total.Total;

/// Totals, all and by the values of a column.
///
/// @param all empty where the bundle has no means
/// @param by the column; empty where none was named
/// @param parts the total of each of its values, in order; none where none was named
public record AddedUp(Optional<Total> all, String by, SortedMap<String, Total> parts) {
  /// How many values are reported: those with the largest totals.
  private static final int TOLD = 10;

  /// Copies the map.
  public AddedUp {
    parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
  }

  /// Adds up.
  ///
  /// @param portfolios how the predictions are parted; empty for all together only
  static AddedUp of(Bundle bundle, List<Prediction> predictions, Optional<Portfolios> portfolios) {
    SortedMap<String, Total> parts = new TreeMap<>();
    portfolios.ifPresent(parting -> parting.places().forEach((value, places) ->
        bundle.total(places.stream().map(predictions::get).toList())
            .ifPresent(total -> parts.put(value, total))));
    return new AddedUp(
        bundle.total(predictions), portfolios.map(Portfolios::by).orElse(""), parts);
  }

  /// What to say instead where there is no mean.
  public static String unknown() {
    return "no total: the bundle is an older one, or of too few buildings, and medians add up to too"
        + " little";
  }

  /// Tells them.
  ///
  /// @param together of which years the sum of all is, where they are several
  void tell(Console console, String together) {
    if (all.isEmpty()) {
      console.line(unknown());
      return;
    }
    if (all.get().rows() > 0) {
      console.line("they come to " + all.get().text() + together
          + (together.isEmpty() || !by.isEmpty() ? "" : "; --total-by=DataYear gives one total a year"));
    }
    parts.entrySet().stream()
        .sorted(Comparator.comparingDouble(part -> -part.getValue().tonnes())).limit(TOLD)
        .forEach(part -> console.line("  " + by + " " + (part.getKey().isEmpty() ? "not known"
            : part.getKey()) + ": " + part.getValue().text()));
    if (parts.size() > TOLD) {
      console.line("  and " + (parts.size() - TOLD) + " more, which the table of totals has");
    }
  }

  /// The sum of all for programs; empty where it is not known.
  Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    all.ifPresent(total -> {
      facts.put("tonnes", total.tonnes());
      total.interval().ifPresent(about -> {
        facts.put("lower_tonnes", about.lower());
        facts.put("upper_tonnes", about.upper());
      });
    });
    return facts;
  }
}
