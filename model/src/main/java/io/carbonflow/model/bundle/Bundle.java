// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.bundle;

import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.AtomicFile;
import io.carbonflow.base.file.BoundedInput;
import io.carbonflow.base.file.InputLimits;
import io.carbonflow.base.table.Table;
import io.carbonflow.model.building.FuelFactors;
import io.carbonflow.model.building.LastYear;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.building.PredictionRows;
import io.carbonflow.model.building.TableFault;
import io.carbonflow.model.city.City;
import io.carbonflow.model.explain.Contribution;
import io.carbonflow.model.explain.Explanation;
import io.carbonflow.model.factor.YearFactors;
import io.carbonflow.model.feature.FeatureSet;
import io.carbonflow.model.feature.RowKey;
import io.carbonflow.model.feature.Scale;
import io.carbonflow.model.interval.Interval;
import io.carbonflow.model.interval.Intervals;
import io.carbonflow.model.interval.LastYearErrors;
import io.carbonflow.model.regressor.Regressor;
import io.carbonflow.model.total.Summand;
import io.carbonflow.model.total.Total;
import io.carbonflow.model.total.Totals;
import io.carbonflow.model.transform.Transformer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A saved model with all that it needs to predict raw rows. It is data only: loading runs no code
/// from it, and a file that is altered, cut off or of a newer version is refused.
///
/// ```java
/// Bundle bundle = Bundle.load(Path.of("model.carbonflow"));
/// for (Prediction p : bundle.predict(Csv.read(Path.of("2016.csv"))).predicted()) {
///   System.out.println(p.key().building() + " " + p.tonnes() + " " + p.interval());
/// }
/// ```
///
/// @param name the model's name, that of an estimator or `ensemble`
/// @param members the estimators it was fitted from
/// @param transformer prepares rows
/// @param scale leads from labels to tonnes
/// @param regressor predicts labels of prepared rows
/// @param intervals says how far predictions may be off; empty in a bundle of version 1, and where
///     there were too few training buildings
/// @param totals says what predictions add up to; empty in a bundle of a version before 4, and where
///     there were too few training rows
/// @param lastYearErrors says how far predictions from a building's last year may be off; empty in a
///     bundle of a version before 4, and where too few training buildings have two years
/// @param trainingRows what it was trained on, to compare rows with
/// @param provenance its provenance
/// @param city the city whose tables it was trained on, and by which it reads those that it predicts; Seattle in a
///     bundle that carries none
public record Bundle(
    String name,
    List<Member> members,
    Transformer transformer,
    Scale scale,
    Regressor regressor,
    Optional<Intervals> intervals,
    Optional<Totals> totals,
    Optional<LastYearErrors> lastYearErrors,
    TrainingRows trainingRows,
    Provenance provenance,
    City city) {

  /// The version of the form that is written; every version up to it is read.
  public static final int VERSION = SealedArchive.VERSION;

  /// Copies the list and checks that nothing takes other features than the transformer makes.
  ///
  /// @throws IllegalArgumentException if something does
  public Bundle {
    members = List.copyOf(members);
    int made = transformer.columns().size();
    int taken = Math.max(regressor.width(), Math.max(intervals.map(Intervals::width).orElse(0),
        lastYearErrors.map(LastYearErrors::width).orElse(0)));
    if (taken > made) {
      throw new IllegalArgumentException(
          "a model of " + taken + " features, where " + made + " are made");
    }
    for (double[] row : trainingRows.rows()) {
      if (row.length != made) {
        throw new IllegalArgumentException(
            "a training row of " + row.length + " features, where " + made + " are made");
      }
    }
  }

  /// A bundle of Seattle.
  ///
  /// @throws IllegalArgumentException if something takes other features than the transformer makes
  public Bundle(String name, List<Member> members, Transformer transformer, Scale scale, Regressor regressor,
      Optional<Intervals> intervals, Optional<Totals> totals, Optional<LastYearErrors> lastYearErrors,
      TrainingRows trainingRows, Provenance provenance) {
    this(name, members, transformer, scale, regressor, intervals, totals, lastYearErrors, trainingRows, provenance,
        City.SEATTLE);
  }

  /// A bundle of Seattle that says neither what its predictions add up to nor how far those from a building's last
  /// year may be off.
  ///
  /// @throws IllegalArgumentException if something takes other features than the transformer makes
  public Bundle(String name, List<Member> members, Transformer transformer, Scale scale,
      Regressor regressor, Optional<Intervals> intervals, TrainingRows trainingRows,
      Provenance provenance) {
    this(name, members, transformer, scale, regressor, intervals, Optional.empty(), Optional.empty(), trainingRows,
        provenance);
  }

  /// Loads a bundle.
  ///
  /// @throws Problem if the file cannot be read, is not a bundle, altered, cut off or of a newer version
  public static Bundle load(Path file) {
    return BundleFormat.read(BoundedInput.bytes(file, InputLimits.BUNDLE,
        "name a bundle that train-best or a training run has written"), file.toString());
  }

  /// Reads a bundle.
  ///
  /// @param file all bytes of a bundle's file
  /// @param source where they come from, for messages
  /// @throws Problem if they are not a bundle, altered, cut off or of a newer version
  public static Bundle read(byte[] file, String source) {
    return BundleFormat.read(file, source);
  }

  /// The version of the form that a bundle's file has, up to [#VERSION].
  ///
  /// @param file all bytes of the file
  /// @param source where they come from, for messages
  /// @throws Problem if they are not a bundle, altered, cut off or of a newer version
  public static int version(byte[] file, String source) {
    return SealedArchive.of(file, source).version();
  }

  /// The SHA-256 of each part of a bundle's file, by the part's name: two bundles of which all are
  /// equal are the same.
  ///
  /// @param file all bytes of the file
  /// @param source where they come from, for messages
  /// @throws Problem if they are not a bundle, altered, cut off or of a newer version
  public static SortedMap<String, String> hashes(byte[] file, String source) {
    return SealedArchive.of(file, source).hashes();
  }

  /// All bytes of the bundle's file. The same bundle is the same bytes.
  public byte[] toBytes() {
    return BundleFormat.bytes(this);
  }

  /// The same model as one that came from elsewhere.
  public Bundle from(Provenance other) {
    return new Bundle(name, members, transformer, scale, regressor, intervals, totals, lastYearErrors,
        trainingRows, other, city);
  }

  /// The emission factors of each year that the model knows, and which ones it takes for other years.
  public YearFactors factors() {
    return transformer.factors();
  }

  /// Whether it can be led to other factors: not one that was trained without meters by a release that did
  /// not learn which fuels property types use.
  public boolean usesFactors() {
    return transformer.features() == FeatureSet.METERED || transformer.mixes().isPresent();
  }

  /// The same model for a year with these factors: one that came after its training, or of which better
  /// ones are known. With meters a prediction of a row of that year is as many times what it was as the
  /// factor of the row's fuels is; without, as that of the mean fuels of its property type is. What holds
  /// predictions below the largest emissions of training rows is raised where factors are greater than
  /// those. No feature changes.
  ///
  /// ```java
  /// bundle.withFactors(2024, new FuelFactors(5.4e-6, 5.311e-5, 8.1e-5)).predict(Csv.read(Path.of("2024.csv")));
  /// ```
  ///
  /// @throws IllegalArgumentException if it cannot ([#usesFactors])
  public Bundle withFactors(int year, FuelFactors factors) {
    return with(transformer.factors().given(year, factors));
  }

  /// The same model with the factors of several years, as of [#withFactors(int, FuelFactors)].
  public Bundle withFactors(YearFactors factors) {
    return with(transformer.factors().given(factors));
  }

  private Bundle with(YearFactors factors) {
    return new Bundle(name, members, transformer.with(factors), scale, regressor, intervals, totals,
        lastYearErrors, trainingRows, provenance, city);
  }

  /// Saves the bundle, whole or not at all.
  ///
  /// @throws Problem if the file cannot be written
  public void save(Path file) {
    byte[] bytes = toBytes();
    AtomicFile.write(file, out -> out.write(bytes));
  }

  /// Reads the rows of a table: one of the city's of any year, a merged one or a clean one. A
  /// row that cannot be predicted is skipped and does not end the batch.
  ///
  /// @throws Problem if the table lacks a column that cannot be done without
  public PredictionRows rows(Table table) {
    return rows(table, Set.of());
  }

  /// Reads the rows of a table as [#rows(Table)] does.
  ///
  /// @param asPublished faults that are not read right, beside those that were not for the training
  /// @throws Problem if the table lacks a column that cannot be done without
  public PredictionRows rows(Table table, Set<TableFault> asPublished) {
    return PredictionRows.of(table, scale.features(), asPublished(asPublished), city);
  }

  private Set<TableFault> asPublished(Set<TableFault> more) {
    return Stream.of(provenance.asPublished(), more).flatMap(Set::stream).collect(Collectors.toSet());
  }

  /// Reads the rows of many tables, each as [#rows(Table)] does. The same building and year in another
  /// table is skipped there.
  ///
  /// @return the rows of each table, in the order of the tables; [PredictionRows#all] makes one of them
  /// @throws Problem if a table lacks a column that cannot be done without
  public List<PredictionRows> rows(List<Table> tables) {
    return rows(tables, Set.of());
  }

  /// Reads the rows of many tables as [#rows(List)] does.
  ///
  /// @param asPublished faults that are not read right, beside those that were not for the training
  /// @throws Problem if a table lacks a column that cannot be done without
  public List<PredictionRows> rows(List<Table> tables, Set<TableFault> asPublished) {
    return PredictionRows.of(tables, scale.features(), asPublished(asPublished), city);
  }

  /// Predicts the rows of a table ([#rows]), with intervals of level [Interval#LEVEL].
  ///
  /// @throws Problem if the table lacks a column that cannot be done without
  public Predictions predict(Table table) {
    return predict(rows(table), Interval.LEVEL);
  }

  /// Reads a table of what was measured in an earlier year, for [#predict(PredictionRows, LastYear,
  /// double)].
  ///
  /// @throws Problem if the table lacks a column that cannot be done without, emissions among them
  public LastYear lastYear(Table table) {
    return lastYear(table, Set.of());
  }

  /// Reads a table as [#lastYear(Table)] does.
  ///
  /// @param asPublished faults that are not read right, beside those that were not for the training
  /// @throws Problem if the table lacks a column that cannot be done without, emissions among them
  public LastYear lastYear(Table table, Set<TableFault> asPublished) {
    return LastYear.of(table, scale.features(), asPublished(asPublished), city);
  }

  /// Reads many tables of what was measured in earlier years as [#lastYear(Table)] reads one.
  ///
  /// @throws Problem if a table lacks a column that cannot be done without, emissions among them
  public LastYear lastYear(List<Table> tables) {
    return lastYear(tables, Set.of());
  }

  /// Reads many tables as [#lastYear(List)] does.
  ///
  /// @param asPublished faults that are not read right, beside those that were not for the training
  /// @throws Problem if a table lacks a column that cannot be done without, emissions among them
  public LastYear lastYear(List<Table> tables, Set<TableFault> asPublished) {
    return LastYear.of(tables, scale.features(), asPublished(asPublished), city);
  }

  /// Predicts the rows of a table ([#rows]), those of buildings that are in last year's table from
  /// what was measured there ([Prediction#method]), with intervals of level [Interval#LEVEL].
  ///
  /// @throws Problem if a table lacks a column that cannot be done without, or no row of last year's
  ///     is of an earlier year
  public Predictions predict(Table table, Table lastYear) {
    return predict(rows(table), lastYear(lastYear), Interval.LEVEL);
  }

  /// Predicts one building, with an interval of level [Interval#LEVEL].
  ///
  /// @param building its values by the table's column names: texts, numbers, truth values; null where
  ///     one is not known. A missing optional column counts as unknown, but not
  ///     where another name is its name except for punctuation: that is refused
  /// @throws Problem if the building cannot be predicted: what is wrong, and with which column, in the
  ///     words that describe a row of a table
  public Prediction predict(Map<String, ?> building) {
    return one(OneBuilding.of(building));
  }

  /// Predicts one building, with an interval of level [Interval#LEVEL].
  ///
  /// @param json an object as of [#predict(Map)], of at most 65,536 characters
  /// @throws Problem if the text is no such object, or the building cannot be predicted
  public Prediction predict(String json) {
    return one(OneBuilding.of(json));
  }

  private Prediction one(Table building) {
    Predictions predictions = predict(building);
    predictions.missing().forEach(OneBuilding::refuseSimilar);
    for (PredictionRows.Skipped skipped : predictions.skipped()) {
      throw OneBuilding.refused(skipped);
    }
    return predictions.predicted().getFirst();
  }

  /// Predicts rows.
  ///
  /// @param level the share of buildings whose emissions should lie within their interval, above 0,
  ///     at most [Intervals#highestLevel]
  /// @throws IllegalArgumentException if the level is another
  /// @throws Problem if the model gives no number for a row
  public Predictions predict(PredictionRows rows, double level) {
    return predict(rows, LastYear.NONE, level);
  }

  /// Predicts rows, those of buildings of which an earlier year is known from that
  /// ([Prediction#method]). The intervals of these are empty where [#lastYearErrors] is.
  ///
  /// @param level as above, and at most [LastYearErrors#highestLevel] where that is used
  /// @throws IllegalArgumentException if the level is another
  /// @throws Problem if no row of last year's is of an earlier year, or the model gives no number for
  ///     a row
  public Predictions predict(PredictionRows rows, LastYear lastYear, double level) {
    lastYear.requireBefore(rows.rows());
    return new Predictions(
        Forecast.of(this, rows.rows(), lastYear).predictions(rows.rows(), level),
        rows.skipped(),
        transformer.seen().unseen(rows.rows()),
        rows.missing());
  }

  /// What predictions of this bundle add up to: those of a table, or of some of its rows, such as a
  /// portfolio. The interval has the level of theirs. It is narrower than theirs together, as what is
  /// predicted too high and too low evens out.
  ///
  /// @param predictions of one level; none come to 0 t
  /// @return empty where the bundle, or a prediction, has no mean
  /// @throws Problem if the sum, or the upper end of its interval, is too large for a number
  public Optional<Total> total(List<Prediction> predictions) {
    if (totals.isEmpty() || predictions.stream().anyMatch(one -> one.mean().isEmpty())) {
      return Optional.empty();
    }
    double level = predictions.stream().flatMap(one -> one.interval().stream())
        .mapToDouble(Interval::level).findFirst().orElse(Interval.LEVEL);
    List<Summand> rows = predictions.stream().map(one -> new Summand(
        one.key().building(), one.mean().getAsDouble(), one.deviation())).toList();
    if (!Double.isFinite(rows.stream().mapToDouble(Summand::mean).sum())) {
      throw new Problem(Place.of("model " + name), "gives no number for the sum of its predictions",
          "train again, or leave out the buildings of which it predicts the most");
    }
    return Optional.of(totals.get().total(rows, level));
  }

  /// Checks a number that is reported about a row: a model of numbers that no training makes may lead anywhere.
  double number(double value, RowKey row) {
    if (!Double.isFinite(value)) {
      throw new Problem(Place.of("model " + name), "gives no number for building " + row.building(),
          "train again, or leave the building out");
    }
    return value;
  }

  /// Whether predictions of this bundle can be explained: an SVM of version 1 cannot.
  public boolean explains() {
    return new Explainer(this).suffices();
  }

  /// Explains the predictions of rows, one explanation a row. Side by side where the caller runs in
  /// a fork-join pool; a row's explanation depends on nothing but the row.
  ///
  /// @throws IllegalArgumentException if the bundle does not hold what is needed ([#explains])
  /// @throws Problem if the model gives no number for a row
  public List<Explanation> explain(List<ModelRow> rows) {
    List<Explanation> explanations = new Explainer(this).explain(rows);
    explanations.forEach(one -> {
      number(one.sum(), one.key());
      number(one.contributions().stream().mapToDouble(Contribution::standardError).sum(), one.key());
    });
    return explanations;
  }
}
