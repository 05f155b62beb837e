// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.monitor;

import module java.base;
import io.carbonflow.components.page.Page;
import io.carbonflow.components.page.Section;
import io.carbonflow.components.validate.check.Figures;

/// The section about what all buildings did together.
final class MovesHtml {
  private MovesHtml() {}

  /// The section; empty where nothing is known.
  static Optional<Section> of(CommonMoves moves) {
    if (moves.years().isEmpty()) {
      return Optional.empty();
    }
    String years = moves.years().values().stream().map(move -> Page.text(
        "<tr><td>%d</td><td>%s</td><td>%,d</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%.2f</td>"
            + "<td>%.2f</td><td>%,d</td></tr>\n", move.year(), move.since() == 0 ? "" : "" + move.since(),
        move.buildings(), Figures.change(move.lower()), Figures.change(move.median()),
        Figures.change(move.upper()), move.usual() ? "yes" : "no", Figures.change(move.bias()), move.spread(),
        move.spreadBefore(), move.odd().size())).collect(Collectors.joining());
    String types = moves.years().values().stream().flatMap(move -> move.types().entrySet().stream()
        .map(type -> Page.text("<tr><td>%s</td><td>%d</td><td>%s</td></tr>\n", Page.escaped(type.getKey()), move.year(),
            Figures.change(type.getValue())))).collect(Collectors.joining());
    return Optional.of(new Section("Change common to all buildings", Page.table("<th>year</th><th>since</th><th>buildings</th>"
        + "<th>25%</th><th>median</th><th>75%</th><th>adjusted for</th><th>median error</th><th>spread now</th>"
        + "<th>at training</th><th>outliers</th>", years)
        + "<p>By how much the buildings use more than when they were last measured: quartiles and median. The median error"
        + " is how much more the median building emits than the model predicts, compared with held-out rows. The spread"
        + " is the upper quartile of that divided by the lower one. Outliers changed in another way than most.</p>\n"
        + (types.isEmpty() ? "" : Page.table("<th>type</th><th>year</th><th>median</th>", types))));
  }
}
