// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.predict;

import static io.carbonflow.components.page.Page.escaped;
import static io.carbonflow.components.page.Page.text;

import module java.base;
import io.carbonflow.components.merge.Years;
import io.carbonflow.components.page.DataTable;
import io.carbonflow.components.page.DataTable.Cell;
import io.carbonflow.components.page.Page;
import io.carbonflow.components.page.Section;
import io.carbonflow.base.fault.Counted;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.model.building.Category;
import io.carbonflow.model.building.FeatureGroup;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.bundle.Bundle;
import io.carbonflow.model.bundle.Prediction;
import io.carbonflow.model.bundle.Provenance;
import io.carbonflow.model.explain.Contribution;
import io.carbonflow.model.explain.Explanation;
import io.carbonflow.model.interval.Interval;
import io.carbonflow.model.transform.Outside;

/// The page of one building: what a building manager is sent. It says what is predicted and how sure that is, which
/// factors make the prediction, what was known, the building's years, and others of its kind.
///
/// @param bundle the model
/// @param rows all rows that were predicted
/// @param predictions one for each
/// @param own the positions of the building's rows, by year
record BuildingPage(Bundle bundle, List<ModelRow> rows, List<Prediction> predictions, List<Integer> own) {
  /// How many others of its kind are shown.
  private static final int NEIGHBORS = 10;

  /// Copies the lists.
  BuildingPage {
    rows = List.copyOf(rows);
    predictions = List.copyOf(predictions);
    own = List.copyOf(own);
  }

  /// The page.
  ///
  /// @param building its id
  /// @throws Problem if no row of that id was predicted: whether there is one that could not be, and why
  static String of(Answers answers, String building) {
    List<Integer> own = IntStream.range(0, answers.rows().size()).boxed()
        .filter(i -> answers.rows().get(i).key().building().equals(building))
        .sorted(Comparator.comparingInt(i -> answers.rows().get(i).key().year())).toList();
    if (own.isEmpty()) {
      throw answers.predictions().skipped().stream().filter(row -> row.id().equals(building)).findFirst()
          .map(row -> new Problem(Place.of("--building"), building + " cannot be predicted: " + row.reason(),
              "name another building, or correct its row in line " + row.line()))
          .orElseGet(() -> new Problem(Place.of("--building"), "the rows hold no building " + building,
              "name one by its id, as the table's first column has it"));
    }
    return new BuildingPage(answers.bundle(), answers.rows(), answers.predictions().predicted(), own).toHtml();
  }

  /// The page of no building, for who asks for none.
  static String ofNone() {
    return Page.of("One building", "<p>No building was asked for. Name one: <code>--building=ID</code>.</p>\n");
  }

  private String toHtml() {
    ModelRow last = rows.get(own.getLast());
    String called = last.name().isEmpty() ? "Building " + last.key().building()
        : last.name() + " (building " + last.key().building() + ")";
    return Page.of(called, Stream.of(Stream.of(new Section("", lead())), why().stream(),
        Stream.of(known(), years()), neighbors().stream(), Stream.of(model())).flatMap(part -> part).toList());
  }

  private String lead() {
    int at = own.getLast();
    ModelRow row = rows.get(at);
    Prediction prediction = predictions.get(at);
    StringBuilder html = new StringBuilder(text("<p class=\"lead\">Predicted emissions for %d: <strong>%s</strong> of"
        + " greenhouse gases%s.</p>\n", row.key().year(), tonnes(prediction.tonnes()), prediction.interval()
        .map(one -> text(" (%.0f%% prediction interval: %s to %s). Of buildings that the model was not"
            + " trained on, about %.0f of 100 emit an amount within their interval", 100 * one.level(), tonnes(one.lower()),
            tonnes(one.upper()), 100 * one.level())).orElse("")));
    if (row.tonnes() >= 0) {
      html.append(text("<p>Its measured emissions were %s%s.</p>\n", tonnes(row.tonnes()), prediction.interval()
          .map(one -> one.contains(row.tonnes()) ? ", within that interval"
              : row.tonnes() < one.lower() ? ", below that interval: it emits less than the model expects of a building"
                  + " like it. If its floor area, uses and meter data are right, it does better than others"
                  : ", above that interval: it emits more than the model expects of a building like it. Check its floor"
                      + " area, uses and meter data first").orElse("")));
    }
    if (!prediction.outside().isEmpty()) {
      html.append("<p class=\"bad\">The model has seen no building like this one: ")
          .append(escaped(prediction.outside().stream().map(Outside::text).collect(Collectors.joining("; "))))
          .append(". Take the prediction as a rough guess.</p>\n");
    }
    return html.toString();
  }

  /// Which factors lead from a typical building to this one.
  private Optional<Section> why() {
    if (!bundle.explains()) {
      return Optional.empty();
    }
    Explanation explanation = bundle.explain(List.of(rows.get(own.getLast()))).getFirst();
    DataTable table = new DataTable("Each feature, and by how much it changes the prediction",
        List.of("feature", "value", "factor", "effect"));
    explanation.largest(explanation.contributions().size()).forEach(one -> table.row("", List.of(
        Cell.text(one.feature().title()), Cell.text(one.value()), Cell.number(one.factor(), "× %.2f"),
        Cell.text(words(one)))));
    return Optional.of(new Section("Why this number",
        text("<p>The model starts from a typical building (%s; the mean is higher, because a few buildings are very large)"
            + " and multiplies by one factor for each feature. Factors are associations that it has learned from other"
            + " buildings; they do not say what a change, such as a new heating system, would save.</p>\n",
            tonnes(start(explanation))) + table.toHtml()));
  }

  /// What the prediction is without any factor.
  private double start(Explanation explanation) {
    return predictions.get(own.getLast()).tonnes()
        / Math.exp(explanation.contributions().stream().mapToDouble(Contribution::amount).sum());
  }

  private static String words(Contribution one) {
    double percent = 100 * (one.factor() - 1);
    return Math.abs(percent) < 1 ? "almost no effect"
        : one.factor() >= 2 ? text("%.1f times as much", one.factor())
        : text("%.0f%% %s", Math.abs(percent), percent > 0 ? "more" : "less");
  }

  private Section known() {
    ModelRow row = rows.get(own.getLast());
    StringBuilder lines = new StringBuilder(line("type", row.category(Category.PRIMARY_TYPE)));
    for (FeatureGroup group : FeatureGroup.values()) {
      lines.append(line(group.title(), group.value(row)));
    }
    return new Section("Model inputs",
        Page.words("<th scope=\"col\">what</th><th scope=\"col\">value</th>", lines.toString()));
  }

  private static String line(String what, String value) {
    return "<tr><td>" + escaped(what) + "</td><td>" + escaped(value) + "</td></tr>\n";
  }

  private Section years() {
    DataTable table = new DataTable("The building's years in these tables",
        List.of("year", "measured, t", "predicted, t", "prediction interval", "error (predicted − measured), t"));
    own.forEach(at -> table.row("", List.of(Cell.number(rows.get(at).key().year(), "%.0f"),
        Cell.number(rows.get(at).tonnes(), "%,.1f"), Cell.number(predictions.get(at).tonnes(), "%,.1f"),
        Cell.text(interval(predictions.get(at))),
        Cell.number(predictions.get(at).tonnes() - rows.get(at).tonnes(), "%+,.1f"))));
    return new Section("Year by year", table.toHtml());
  }

  /// Others of the same type and year, and of the same largest use where the type is Other; those of the most
  /// similar floor area.
  private Optional<Section> neighbors() {
    ModelRow self = rows.get(own.getLast());
    List<Integer> near = IntStream.range(0, rows.size()).boxed()
        .filter(i -> rows.get(i).key().year() == self.key().year()
            && !rows.get(i).key().building().equals(self.key().building())
            && kind(rows.get(i)).equals(kind(self)))
        .sorted(Comparator.comparingDouble(i -> Math.abs(Math.log(rows.get(i).area() / self.area()))))
        .limit(NEIGHBORS).toList();
    if (near.isEmpty()) {
      return Optional.empty();
    }
    DataTable table = new DataTable(text("Buildings of the same kind (%s) with the most similar floor area, %d", kind(self), self.key().year()),
        List.of("building", "name", "neighborhood", "floor area, sq ft", "measured, t", "predicted, t",
            "measured, kg per sq ft", "predicted, kg per sq ft"));
    Stream.concat(Stream.of(own.getLast()), near.stream()).forEach(i -> {
      ModelRow row = rows.get(i);
      double tonnes = predictions.get(i).tonnes();
      table.row("", List.of(Cell.text(row.key().building() + (i.equals(own.getLast()) ? " (this one)" : "")),
          Cell.text(row.name()), Cell.text(row.category(Category.NEIGHBORHOOD)), Cell.number(row.area(), "%,.0f"),
          Cell.number(row.tonnes(), "%,.1f"), Cell.number(tonnes, "%,.1f"),
          Cell.number(1000 * row.tonnes() / row.area(), "%.2f"), Cell.number(1000 * tonnes / row.area(), "%.2f")));
    });
    return Optional.of(new Section("Similar buildings", table.toHtml()));
  }

  /// Which model it was, for whoever is asked about the number.
  private Section model() {
    Provenance from = bundle.provenance();
    String years = from.years().isEmpty() ? "" : " (" + Years.words(new TreeSet<>(from.years())) + ")";
    return new Section("The model", text("<p>The prediction was made by the model <code>%s</code>, trained on %s of %s%s"
        + " by carbonflow %s, revision <code>%s</code>.</p>\n", escaped(bundle.name()),
        Counted.of(from.trainRows(), "row"), escaped(bundle.city().name()), years, escaped(from.carbonflow()),
        escaped(from.revision())));
  }

  private static String kind(ModelRow row) {
    String type = row.category(Category.PRIMARY_TYPE);
    return type.startsWith("Other") ? type + ": " + row.category(Category.LARGEST_USE) : type;
  }

  private static String tonnes(double tonnes) {
    return text(tonnes < 10 ? "%.1f t" : "%,.0f t", tonnes);
  }

  private static String interval(Prediction prediction) {
    return prediction.interval().map((Interval one) -> tonnes(one.lower()) + " to " + tonnes(one.upper())).orElse("");
  }
}
