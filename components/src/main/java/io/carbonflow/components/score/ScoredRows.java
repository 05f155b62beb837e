// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.score;

import module java.base;
import io.carbonflow.learn.Scores;
import io.carbonflow.model.building.Category;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.building.PredictionRows;
import io.carbonflow.model.bundle.Bundle;
import io.carbonflow.model.bundle.Prediction;
import io.carbonflow.model.feature.BoxCox;
import io.carbonflow.model.interval.Interval;
import io.carbonflow.published.PublishedMetrics;

/// Rows with what a model predicts of them.
///
/// @param rows some rows, at least one; for scores their emissions have to be known
/// @param predictions what the model predicts of each
public record ScoredRows(List<ModelRow> rows, List<Prediction> predictions) {

  /// Copies the lists.
  ///
  /// @throws IllegalArgumentException if there is no row, or there are not as many predictions
  public ScoredRows {
    rows = List.copyOf(rows);
    predictions = List.copyOf(predictions);
    if (rows.isEmpty() || predictions.size() != rows.size()) {
      throw new IllegalArgumentException(
          predictions.size() + " predictions of " + rows.size() + " rows");
    }
  }

  /// Has a model predict rows, with intervals of level [Interval#LEVEL] if it can.
  public static ScoredRows of(Bundle model, List<ModelRow> rows) {
    return new ScoredRows(rows,
        model.predict(new PredictionRows(rows, List.of()), Interval.LEVEL).predicted());
  }

  /// Predicted emissions in tonnes.
  public double[] predicted() {
    return predictions.stream().mapToDouble(Prediction::tonnes).toArray();
  }

  /// Predicted emissions in tonnes as they are for sums; empty if the model tells no means.
  public Optional<double[]> means() {
    return predictions.stream().anyMatch(one -> one.mean().isEmpty()) ? Optional.empty()
        : Optional.of(predictions.stream().mapToDouble(one -> one.mean().orElseThrow()).toArray());
  }

  /// Measured emissions in tonnes.
  public double[] actual() {
    return rows.stream().mapToDouble(ModelRow::tonnes).toArray();
  }

  /// The scores on the scale on which models are compared.
  public Scores boxCox() {
    return Scores.of(BoxCox.of(actual()), BoxCox.of(predicted()));
  }

  /// The scores in tonnes.
  public Scores tonnes() {
    return Scores.of(actual(), predicted());
  }

  /// The scores of the means in tonnes; empty if the model tells none.
  public Optional<Scores> tonnesOfMeans() {
    return means().map(means -> Scores.of(actual(), means));
  }

  /// What they add up to.
  ///
  /// @param name what the rows have in common
  public GroupTotal total(String name) {
    return new GroupTotal(name, rows.size(), Arrays.stream(actual()).sum(),
        Arrays.stream(predicted()).sum(), means().stream()
            .mapToDouble(means -> Arrays.stream(means).sum()).findFirst());
  }

  /// The share of rows whose emissions lie within their interval; empty if the model tells none.
  public OptionalDouble coverage() {
    return predictions.stream().allMatch(one -> one.interval().isPresent())
        ? OptionalDouble.of((double) covered() / rows.size()) : OptionalDouble.empty();
  }

  /// How many rows have emissions within their interval.
  public long covered() {
    return IntStream.range(0, rows.size()).filter(i -> predictions.get(i).interval()
        .filter(interval -> interval.contains(rows.get(i).tonnes())).isPresent()).count();
  }

  /// The errors by property type.
  public List<GroupErrors> types() {
    return by(row -> row.category(Category.PRIMARY_TYPE));
  }

  /// What a row is called by a category in a table of groups.
  public static String named(ModelRow row, Category category) {
    String name = row.category(category);
    return name.isBlank() ? "not known" : name;
  }

  /// The errors by what rows have in common.
  public List<GroupErrors> by(Function<ModelRow, String> group) {
    return GroupErrors.of(rows.stream().map(group).toList(),
        rows.stream().map(row -> row.key().building()).toList(), actual(), predicted(),
        means().orElseGet(this::predicted));
  }

  /// What rows add up to that have something in common, those with the most rows first.
  public List<GroupTotal> totals(Function<ModelRow, String> group) {
    return IntStream.range(0, rows.size()).boxed()
        .collect(Collectors.groupingBy(i -> group.apply(rows.get(i)), TreeMap::new,
            Collectors.toList()))
        .entrySet().stream().map(of -> at(of.getValue()).total(of.getKey()))
        .sorted(Comparator.comparingInt(one -> -one.rows())).toList();
  }

  /// How many buildings the rows are of.
  public int buildings() {
    return (int) rows.stream().map(row -> row.key().building()).distinct().count();
  }

  /// The rows of each building, in the order of the buildings' ids.
  public List<ScoredRows> byBuilding() {
    Map<String, List<Integer>> places = new TreeMap<>();
    for (int i = 0; i < rows.size(); i++) {
      places.computeIfAbsent(rows.get(i).key().building(), _ -> new ArrayList<>()).add(i);
    }
    return places.values().stream().map(this::at).toList();
  }

  /// Some of the rows.
  ///
  /// @return empty if none is wanted
  public Optional<ScoredRows> where(Predicate<ModelRow> wanted) {
    List<Integer> places = IntStream.range(0, rows.size())
        .filter(i -> wanted.test(rows.get(i))).boxed().toList();
    return places.isEmpty() ? Optional.empty() : Optional.of(at(places));
  }

  /// The rows that a building can have; all of them where none is so.
  public ScoredRows possible() {
    return where(row -> !row.impossible()).orElse(this);
  }

  /// The rows at some positions, at least one.
  public ScoredRows at(List<Integer> places) {
    return new ScoredRows(places.stream().map(rows::get).toList(),
        places.stream().map(predictions::get).toList());
  }

  /// What the model promises by these rows; in tonnes by those that are possible.
  public PublishedMetrics promise(Bundle model) {
    return new PublishedMetrics(model.name(), model.scale().features(), rows.size(), boxCox().r2(),
        possible().tonnes().r2(), possible().tonnes().mae(), coverage(), possible().types().stream()
            .map(type -> new PublishedMetrics.OfType(type.group(), type.rows(), type.absolute())).toList());
  }
}
