// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate.report;

import static io.carbonflow.components.page.Page.escaped;
import static io.carbonflow.components.page.Page.text;

import module java.base;
import io.carbonflow.components.evaluate.Coverage;
import io.carbonflow.components.evaluate.Evaluation;
import io.carbonflow.components.evaluate.ModelScores;
import io.carbonflow.components.merge.Years;
import io.carbonflow.components.page.Section;

/// What was predicted, from which data, and with which verdict.
final class SummarySection {
  /// What stands in the folder of a run. In a frame of Kubeflow's there is no folder, and the page's script takes the
  /// links away.
  private static final String BESIDE = Stream.of(Map.entry("validation.html", "what was found in the tables"),
          Map.entry("verdict.html", "whether the model was published"), Map.entry("predictions.csv", "predictions"),
          Map.entry("metrics.json", "all scores"), Map.entry("model-card.html", "the model card"),
          Map.entry("model.carbonflow", "the model (bundle)"), Map.entry("steps/run.html", "the run: when, with which command, how long"))
      .map(file -> "<a class=\"beside\" href=\"" + file.getKey() + "\">" + file.getValue() + "</a>")
      .collect(Collectors.joining(" · ", "<p>In the run's folder: ", "</p>\n"));

  private SummarySection() {}

  static Section of(Report report) {
    Evaluation evaluation = report.evaluation();
    StringBuilder html = new StringBuilder("<p class=\"lead\">").append(verdict(report))
        .append("</p>\n").append(AtAGlance.of(report)).append(BESIDE);
    report.model().city().target().notice().ifPresent(notice ->
        html.append("<p><strong>").append(notice).append("</strong></p>\n"));
    evaluation.warning().ifPresent(warning ->
        html.append("<p class=\"bad\">").append(escaped(warning)).append("</p>\n"));
    evaluation.notBeaten().ifPresent(sentence ->
        html.append("<p class=\"bad\">").append(escaped(sentence)).append("</p>\n"));
    evaluation.withoutImpossible().ifPresent(sentence ->
        html.append("<p>").append(escaped(sentence)).append("</p>\n"));
    html.append("<p>").append(totals(evaluation)).append("</p>\n")
        .append("<p>").append(data(report)).append("</p>\n")
        .append("<p>").append(known(evaluation)).append(Untold.sentence(report.untold())
            .map(sentence -> " " + sentence).orElse("")).append("</p>\n");
    return new Section("", html.toString());
  }

  private static String verdict(Report report) {
    ModelScores best = report.evaluation().best();
    double[] actual = report.heldOut().actual();
    double[] predicted = report.heldOut().predicted();
    double[] shares = IntStream.range(0, actual.length).filter(i -> actual[i] > 0)
        .mapToDouble(i -> Math.abs(predicted[i] - actual[i]) / actual[i]).sorted().toArray();
    return text("The best model by cross-validation is <strong>%s</strong>. On %,d rows of %,d buildings that no model"
            + " saw it is off by %.1f t of greenhouse gases a year on average, where a building emits %.1f t%s.",
        best.title(), report.evaluation().testRows(), report.heldOut().buildings(), best.tonnes().mae(),
        Arrays.stream(actual).average().orElseThrow(),
        shares.length == 0 ? "" : text("; half of its predictions are off by %.0f%% or less",
            100 * shares[shares.length / 2]));
  }

  private static String totals(Evaluation evaluation) {
    return Stream.concat(evaluation.totals().sentence().stream(), evaluation.coverage().map(Coverage::sentence).stream())
        .collect(Collectors.joining(" "));
  }

  private static String data(Report report) {
    int tables = report.sources().tables().size();
    SortedSet<Integer> years = new TreeSet<>(report.sources().years());
    return text("It was trained on %s with %,d rows of %s, of which models use %,d: %,d to learn from, %,d held out.%s",
        tables == 1 ? "a table" : tables + " tables", report.validation().rows(), Years.words(years),
        report.validation().used(), report.evaluation().trainRows(), report.evaluation().testRows(),
        years.size() == 1 ? "" : " All years of a building are on the same side.");
  }

  private static String known(Evaluation evaluation) {
    return switch (evaluation.features()) {
      case METERED -> "Features: <em>metered</em>. The shares of the fuels and the ENERGY STAR score"
          + " were known, which only a building with meters has.";
      case UNMETERED -> "Features: <em>unmetered</em>. Only what is known of any building was used:"
          + " no fuel shares, no ENERGY STAR score.";
    };
  }
}
