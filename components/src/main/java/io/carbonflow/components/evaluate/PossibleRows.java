// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate;

import module java.base;
import io.carbonflow.components.score.GroupTotal;
import io.carbonflow.components.score.ScoredRows;
import io.carbonflow.learn.Scores;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.feature.RowKey;

/// The scores in tonnes without the held-out rows that no building can have: one such row may be half of a
/// year's emissions.
///
/// @param impossible the rows that are left out
/// @param rows how many are left
/// @param tonnes each model's scores in tonnes on these, by its name
/// @param total what the best model's predictions of these add up to
public record PossibleRows(
    List<RowKey> impossible, int rows, SequencedMap<String, Scores> tonnes, GroupTotal total) {
  /// How many rows are named.
  private static final int MOST = 3;

  /// Copies the collections.
  public PossibleRows {
    impossible = List.copyOf(impossible);
    tonnes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(tonnes));
  }

  /// Scores without impossible rows.
  ///
  /// @param heldOut the held-out rows with the best model's predictions
  /// @param predicted what each model predicts of them in tonnes, by its name
  /// @return empty where no row is impossible, or every one is
  static Optional<PossibleRows> of(ScoredRows heldOut, SequencedMap<String, double[]> predicted) {
    List<Integer> possible = IntStream.range(0, heldOut.rows().size())
        .filter(row -> !heldOut.rows().get(row).impossible()).boxed().toList();
    if (possible.isEmpty() || possible.size() == heldOut.rows().size()) {
      return Optional.empty();
    }
    ScoredRows left = heldOut.at(possible);
    SequencedMap<String, Scores> scores = new LinkedHashMap<>();
    predicted.forEach((name, all) -> scores.put(name, Scores.of(left.actual(),
        possible.stream().mapToDouble(row -> all[row]).toArray())));
    return Optional.of(new PossibleRows(
        heldOut.rows().stream().filter(ModelRow::impossible).map(ModelRow::key).toList(), possible.size(), scores,
        left.total("possible")));
  }

  /// The same in a sentence, of one model.
  ///
  /// @param model its name
  public String sentence(String model) {
    String named = impossible.stream().limit(MOST).map(key -> key.building() + " in " + key.year())
        .collect(Collectors.joining(", ")) + (impossible.size() > MOST ? ", …" : "");
    return String.format(Locale.ROOT, "%,d of the held-out rows %s impossible (building %s): without %s, %s is off by"
        + " %.1f t on average and reaches R² %.3f in tonnes%s.", impossible.size(),
        impossible.size() == 1 ? "is" : "are", named, impossible.size() == 1 ? "it" : "them", model,
        tonnes.get(model).mae(), tonnes.get(model).r2(), total.meansOverActual().isEmpty() ? ""
            : String.format(Locale.ROOT, ", and its means come to %.3f of what was measured",
                total.meansOverActual().getAsDouble()));
  }
}
