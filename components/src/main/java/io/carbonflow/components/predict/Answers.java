// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.predict;

import module java.base;
import io.carbonflow.base.concurrent.Workers;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.AtomicFile.Content;
import io.carbonflow.base.table.Table;
import io.carbonflow.components.merge.Years;
import io.carbonflow.kfp.step.Console;
import io.carbonflow.model.building.Category;
import io.carbonflow.model.building.LastYear;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.building.PredictionRows;
import io.carbonflow.model.building.Reading;
import io.carbonflow.model.building.TableFault;
import io.carbonflow.model.bundle.Bundle;
import io.carbonflow.model.bundle.Predictions;
import io.carbonflow.model.explain.Explanation;
import io.carbonflow.model.interval.Intervals;
import io.carbonflow.model.interval.LastYearErrors;

/// What a bundle predicts of the rows of a table.
///
/// @param bundle the bundle, with the factors that the rows are predicted by
/// @param factors these factors
/// @param level the level of the intervals
/// @param rows the rows that are predicted
/// @param reading how the rows were read
/// @param predictions what became of all rows
/// @param totals what they add up to
/// @param lastYear what was known of the year before; empty if nothing was given
/// @param explanations one for each prediction; empty if none were asked for
public record Answers(Bundle bundle, AppliedFactors factors, double level, List<ModelRow> rows, Reading reading,
    Predictions predictions, AddedUp totals, Optional<LastYear> lastYear, Optional<List<Explanation>> explanations) {

  /// Copies the list.
  public Answers {
    rows = List.copyOf(rows);
  }

  /// Predicts the rows of tables.
  ///
  /// @param source where the bundle is from, for messages
  /// @param before last year's tables; empty if none was given
  /// @throws Problem if the bundle cannot tell what is asked for, a table lacks a column that cannot
  ///     be done without or by whose values totals are asked for, or last year's is of no earlier year
  public static Answers of(Bundle loaded, String source, List<Table> tables, List<Table> before,
      PredictionOptions options, Workers workers) throws InterruptedException {
    double level = options.level().get();
    boolean explain = options.explain().get();
    check(loaded, source, level, explain, !before.isEmpty());
    Set<TableFault> asPublished = options.asPublished().get().faults();
    List<PredictionRows> each = loaded.rows(tables, asPublished);
    PredictionRows rows = PredictionRows.all(each);
    AppliedFactors factors = AppliedFactors.of(loaded, source, options.factors().get(), rows.rows());
    Bundle bundle = factors.to(loaded);
    String by = options.totalBy().get();
    Optional<Portfolios> portfolios =
        by.isBlank() ? Optional.empty() : Optional.of(Portfolios.of(tables, by.strip(), each));
    Optional<LastYear> lastYear =
        before.isEmpty() ? Optional.empty() : Optional.of(bundle.lastYear(before, asPublished));
    Predictions predictions = bundle.predict(rows, lastYear.orElse(LastYear.NONE), level);
    Callable<List<Explanation>> reasons = () -> bundle.explain(rows.rows());
    AddedUp totals = AddedUp.of(bundle, predictions.predicted(), portfolios);
    return new Answers(bundle, factors, level, rows.rows(), rows.reading(), predictions, totals, lastYear, explain
        ? Optional.of(workers.all(List.of(reasons)).getFirst()) : Optional.empty());
  }

  private static void check(
      Bundle bundle, String source, double level, boolean explain, boolean lastYear) {
    double highest = Math.min(bundle.intervals().map(Intervals::highestLevel).orElse(1.0),
        bundle.lastYearErrors().filter(_ -> lastYear).map(LastYearErrors::highestLevel).orElse(1.0));
    if (level > highest) {
      throw new Problem(Place.of("--level"),
          level + " is more than " + source + " can tell from its training buildings",
          String.format(Locale.ROOT, "ask for at most %.3f", Math.floor(1000 * highest) / 1000));
    }
    if (explain && !bundle.explains()) {
      throw new Problem(Place.of(source),
          "was written before predictions of an SVM could be explained",
          "train again, or predict without --explain");
    }
  }

  /// The table of predictions.
  ///
  /// @param version the version of the model, which each line then names
  public Content table(Optional<String> version) {
    return PredictionsCsv.of(predictions, rows, lastYear.isPresent(), explanations, version);
  }

  /// The table of what each feature adds to the predictions.
  public Content contributions() {
    return ExplanationsCsv.of(explanations.orElse(List.of()));
  }

  /// The table of what the predictions add up to.
  public Content sums() {
    return TotalsCsv.of(totals);
  }

  /// What became of the rows, in numbers.
  public Map<String, Object> report() {
    Map<String, Object> report = PredictionFacts.of(
        bundle, factors, level, predictions, totals, fromLastYear(), explanations.orElse(List.of()));
    report.putAll(PredictionFacts.of(reading));
    return report;
  }

  /// What the predictions add up to by a category.
  public AddedUp totals(Category category) {
    return AddedUp.of(bundle, predictions.predicted(),
        Optional.of(Portfolios.of(category.column(), category, rows)));
  }

  /// Whether most rows of the kinds that are modeled were predicted.
  public boolean areMost() {
    return predictions.areMost();
  }

  /// Checks that most rows were predicted, before these predictions take the place of others.
  ///
  /// @param table where the rows are from, for the message
  /// @throws Problem if they were not
  public void requireMost(String table) {
    if (!predictions.areMost()) {
      throw new Problem(Place.of(table), "most rows cannot be predicted: " + PredictionText.counts(predictions),
          "fix the table, or leave such rows out of it; the predictions already in the store are kept");
    }
  }

  /// Tells what became of the rows.
  public void tell(Console console) {
    PredictionText.of(this).forEach(console::line);
    totals.tell(console, together());
  }

  /// Of which years the sum of all is, where they are several: a building counts once in each of them.
  public String together() {
    SortedSet<Integer> years = rows.stream().map(row -> row.key().year()).collect(Collectors.toCollection(TreeSet::new));
    return years.size() < 2 ? "" : ", " + Years.words(years) + " together";
  }

  /// What was known of last year, and became of it.
  Optional<FromLastYear> fromLastYear() {
    return lastYear.map(known -> new FromLastYear(predictions.predicted(), known));
  }
}
