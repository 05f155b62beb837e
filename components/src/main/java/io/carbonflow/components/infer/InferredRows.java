// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.infer;

import static io.carbonflow.components.page.Page.escaped;
import static io.carbonflow.components.page.Page.text;

import module java.base;
import io.carbonflow.base.fault.Counted;
import io.carbonflow.components.page.DataTable;
import io.carbonflow.components.page.DataTable.Cell;
import io.carbonflow.components.page.Section;
import io.carbonflow.components.predict.Answers;
import io.carbonflow.model.building.Category;
import io.carbonflow.model.building.FeatureGroup;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.bundle.Prediction;
import io.carbonflow.model.transform.Outside;

/// The rows that somebody looks at one by one: the largest, and those that lie outside of what the
/// model was trained on.
final class InferredRows {
  /// The table of predictions has all rows.
  private static final int LARGEST = 100;
  private static final int FLAGGED = 50;

  private InferredRows() {}

  /// Both.
  static List<Section> of(Answers answers) {
    return List.of(largest(answers), flagged(answers));
  }

  private static List<Integer> byTonnes(Answers answers, Predicate<Prediction> wanted) {
    List<Prediction> all = answers.predictions().predicted();
    return IntStream.range(0, all.size()).filter(i -> wanted.test(all.get(i))).boxed()
        .sorted(Comparator.comparingDouble(i -> -all.get(i).tonnes())).toList();
  }

  private static Section largest(Answers answers) {
    List<Integer> places = byTonnes(answers, _ -> true).stream().limit(LARGEST).toList();
    DataTable table = new DataTable(text("The %,d of %,d rows with the largest predictions", places.size(),
        answers.rows().size()), List.of("building", "name", "year", "property type", "neighborhood", "median, t",
            "from, t", "to, t", "mean, t", "outside of the training data"));
    places.forEach(i -> {
      Prediction of = answers.predictions().predicted().get(i);
      table.row("", Stream.concat(start(answers.rows().get(i)), Stream.of(number(of.tonnes()),
          number(of.interval().map(about -> about.lower()).orElse(Double.NaN)),
          number(of.interval().map(about -> about.upper()).orElse(Double.NaN)), number(of.mean().orElse(Double.NaN)),
          Cell.text(of.outside().isEmpty() ? "" : "yes"))).toList());
    });
    return new Section("The largest predictions", "<p>The median is for one building and for ranking; means are for adding"
        + " up. The table of predictions has all rows.</p>\n" + table.toHtml());
  }

  private static Cell number(double tonnes) {
    return Cell.number(tonnes, "%,.1f");
  }

  private static Stream<Cell> start(ModelRow row) {
    return Stream.of(Cell.text(row.key().building()), Cell.text(row.name()), Cell.number(row.key().year(), "%.0f"),
        Cell.text(row.category(Category.PRIMARY_TYPE)), Cell.text(row.category(Category.NEIGHBORHOOD)));
  }

  private static Section flagged(Answers answers) {
    List<Integer> places = byTonnes(answers, one -> !one.outside().isEmpty());
    if (places.isEmpty()) {
      return new Section("Outside of the training data", "<p>No row.</p>\n");
    }
    // A new table has a new year: it is no reason of a single row.
    String year = FeatureGroup.YEAR.title();
    boolean later = places.stream().allMatch(i -> answers.predictions().predicted().get(i).outside().stream()
        .anyMatch(one -> one.what().equals(year)));
    DataTable table = new DataTable(text("The %,d with the largest predictions", Math.min(FLAGGED, places.size())),
        List.of("building", "name", "year", "property type", "neighborhood", "median, t", "why"));
    places.stream().limit(FLAGGED).forEach(i -> {
      Prediction of = answers.predictions().predicted().get(i);
      table.row("", Stream.concat(start(answers.rows().get(i)), Stream.of(number(of.tonnes()),
          Cell.text(of.outside().stream().filter(one -> !later || !one.what().equals(year)).map(Outside::text)
              .collect(Collectors.joining("; "))))).toList());
    });
    return new Section("Outside of the training data", text("<p>%s, by %s. A row may have several reasons. How often"
        + " intervals of such rows are right is not known.%s</p>\n", Counted.of(places.size(), "row"),
        answers.predictions().outside().entrySet().stream()
            .filter(reason -> !later || !reason.getKey().equals(year))
            .map(reason -> text("%s (%,d)", escaped(reason.getKey()), reason.getValue()))
            .collect(Collectors.joining(", ")), later ? " All are also of a year that no training row has, which by itself"
                + " is not counted here." : "") + table.toHtml());
  }
}
