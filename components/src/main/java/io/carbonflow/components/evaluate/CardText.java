// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate;

import static io.carbonflow.components.page.Page.text;

import module java.base;
import io.carbonflow.base.fault.Counted;
import io.carbonflow.components.evaluate.ModelCard.Grid;
import io.carbonflow.components.evaluate.ModelCard.Part;
import io.carbonflow.components.evaluate.report.Report;
import io.carbonflow.components.merge.SourcesReport;
import io.carbonflow.components.merge.Years;
import io.carbonflow.learn.Hyperparameters;
import io.carbonflow.model.bundle.Provenance;
import io.carbonflow.model.feature.FeatureSet;

/// Writes the model card of a run.
///
/// @param report what the run knows
record CardText(Report report) {

  /// The card.
  ModelCard card() {
    CardMetrics metrics = new CardMetrics(report.heldOut(), report.intervals());
    return new ModelCard("Model card: building emissions in " + report.model().city().name(), List.of(
        details(), use(), factors(),
        new Part("Metrics", List.of("No model was fitted to these buildings, nor was the kind of model chosen on them. R²"
            + " on them, on the Box-Cox scale, on which errors of small and large buildings weigh about the same, decides"
            + " whether the model replaces the published one. The mean absolute error is that of median predictions, in the"
            + " unit of the target; the total is that of means. Intervals are by bootstrap over buildings: they"
            + " tell how far a score would differ had other buildings been held out."), List.of(metrics.all())),
        new Part("Metrics by group", List.of("Groups of few buildings have wide intervals or none: their scores say"
            + " little."), metrics.groups()),
        evaluationData(), trainingData(), limits(), ethics(), provenance()));
  }

  private boolean isMetered() {
    return report.evaluation().features() == FeatureSet.METERED;
  }

  private Part details() {
    Evaluation evaluation = report.evaluation();
    List<List<String>> rows = new ArrayList<>(List.of(
        List.of("kind of model", evaluation.best().title() + ", the best of " + evaluation.contenders().size()
            + " by cross-validation"),
        List.of("predicts", report.model().city().target().word() + " of a building in a year, in "
            + report.model().city().target().unit() + ", with a prediction interval and a mean for adding up"),
        List.of("features", isMetered() ? "metered: fuel shares and ENERGY STAR score are known"
            : "unmetered: only what is known of any building")));
    report.model().members().forEach(member -> rows.add(List.of("hyperparameters of " + member.estimator().replace('_', ' '),
        new Hyperparameters(member.hyperparameters()).words())));
    rows.add(List.of("cross-validated R²",
        text("%.3f ± %.3f over folds", evaluation.best().cvR2(), evaluation.best().cvSd())));
    return new Part("Model details",
        report.model().city().target().notice().stream().toList(), List.of(new Grid(List.of("what", "which"), rows)));
  }

  private Part use() {
    return new Part("Intended use",
        (isMetered() ? "Estimates of what a building emits in a year where the shares of its fuels are known and the amount"
            + " of energy is not, or is doubted; for planning, and for sums over many buildings. For buildings that did not"
            + " report, train a model without meters (unmetered)."
            : "Estimates of what buildings emit in a year, for those that did not report, for planning, and for sums over"
            + " many buildings.") + " Users are cities, owners of many buildings, and researchers.",
        "It is not for other cities than " + report.model().city().name() + ", nor for kinds of buildings that it was not"
            + " trained on. It does not tell what a renovation would save: what it goes by need not be what causes"
            + " emissions. A single prediction is no proof that a building keeps or breaks a limit of the law.",
        "For one building and for ranking use the median prediction with its interval; for sums use the mean"
            + " predictions.");
  }

  private Part factors() {
    return new Part("Factors", "How well it predicts depends on property type, floor area, neighborhood and year; the"
        + " groups below show how much. " + (isMetered()
            ? "It takes the shares of the fuels from meters: where these are wrong, so is the prediction."
            : "It knows nothing of a building's fuels, on which its emissions depend the most after its size.")
        + (report.untold().isEmpty() ? "" : " The tables tell nothing of: " + report.untold().stream()
            .map(group -> group.title()).collect(Collectors.joining(", ")) + "."),
        "A row with a value or a combination that no training row comes near is marked as outside of the training data.");
  }

  private Part evaluationData() {
    return new Part("Evaluation data", text("%,d rows of %,d buildings were held out: a hash of the building's id and the"
        + " split seed decides, and all years of a building are on one side. They were scored after the model was chosen by"
        + " cross-validation.", report.evaluation().testRows(), report.heldOut().buildings()));
  }

  private Part trainingData() {
    SortedSet<Integer> years = new TreeSet<>(report.sources().years());
    return new Part("Training data", List.of(text("%,d rows of %s. The tables have %,d rows, of which models use %,d."
            + " Validation found %s.", report.evaluation().trainRows(), Years.words(years), report.validation().rows(),
            report.validation().used(), Counted.of(report.validation().errors(), "error") + " and "
                + Counted.of(report.validation().warnings(), "warning")),
        "Owners report the energy of their buildings themselves; the city publishes it. Only buildings that have to"
            + " report are in the tables, so small buildings are not."),
        List.of(new Grid(List.of("table", "rows", "years", "SHA-256"), report.sources().tables().stream()
            .map(table -> List.of(name(table), text("%,d", table.rows()), Years.words(new TreeSet<>(table.years())),
                table.sha256())).toList())));
  }

  /// Folders differ from machine to machine.
  private static String name(SourcesReport.Source table) {
    return table.name().substring(table.name().lastIndexOf('/') + 1);
  }

  private Part limits() {
    List<String> sentences = new ArrayList<>(List.of(
        "It knows the years that it was trained on. A later year may differ in weather, use and emission factors;"
            + " monitoring compares it with what was promised.",
        "Its intervals hold the stated share of buildings like those that it was trained on, over all of them; in a single"
            + " group the share may differ."));
    report.evaluation().coverage().ifPresent(coverage -> sentences.add(coverage.sentence()));
    report.evaluation().totals().sentence().ifPresent(sentences::add);
    report.evaluation().notBeaten().ifPresent(sentences::add);
    report.evaluation().warning().ifPresent(sentences::add);
    report.evaluation().withoutImpossible().ifPresent(sentences::add);
    return new Part("Limits", sentences, List.of());
  }

  private static Part ethics() {
    return new Part("Ethical considerations",
        "The data is of buildings, not of people. A building with one owner or tenant may still tell of them; the city"
            + " publishes the tables, and the model adds no personal data.",
        "Neighborhood is a feature. Neighborhoods differ in wealth and in who lives there, so look at the errors by"
            + " neighborhood before decisions that favor or burden some of them.",
        "A prediction that is too high or too low may cost an owner money or trust. Whoever decides by it should see the"
            + " interval, and the owner should be able to give measured values instead.");
  }

  private Part provenance() {
    Provenance from = report.model().provenance();
    return new Part("Provenance", List.of("The same tables, seed and version give the same model, byte for byte."),
        List.of(new Grid(List.of("what", "which"), List.of(
            List.of("carbonflow", from.carbonflow() + ", revision " + from.revision()),
            List.of("seed", text("%d; split by %d", from.seed(), from.splitSeed())),
            List.of("city file", "SHA-256 " + report.sources().city().sha256()),
            List.of("libraries", from.libraries().entrySet().stream().map(library ->
                library.getKey() + " " + library.getValue()).collect(Collectors.joining(", ")))))));
  }
}
