// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.baseline;

import module java.base;
import io.carbonflow.learn.Scores;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.bundle.TrainingRows;
import io.carbonflow.model.feature.BoxCox;
import io.carbonflow.model.feature.EarlierYear;
import io.carbonflow.model.feature.EarlierYears;
import io.carbonflow.model.feature.FeatureSet;
import io.carbonflow.model.feature.Matrix;
import io.carbonflow.model.feature.Scale;
import io.carbonflow.model.regressor.Regressor;
import io.carbonflow.model.transform.Transformer;

/// The question that retraining really asks: trained on earlier years, how well is the next one predicted,
/// for buildings that were there and for new ones?
///
/// For buildings that were there, with what was measured of them then, two more ways: their tonnes of
/// the newest year before, and the model with its residual of that year. The year's own emission factors are
/// taken as known, as they are published; tonnes of years before are led to these. What these reach is above
/// what counts as too good to be true on held-out rows, and no leak: they know the building's own emissions.
///
/// @param year the year that was predicted
/// @param from the years before that were trained on
/// @param trainedOn their rows, all of which were trained on
/// @param seen the buildings that were there; empty if there were fewer than [#LEAST_ROWS]
/// @param fresh the others, likewise
public record NextYear(
    int year, SortedSet<Integer> from, int trainedOn, Optional<Part> seen, Optional<Part> fresh) {
  /// R² of fewer rows says nothing, and no model is fitted to fewer.
  public static final int LEAST_ROWS = 30;

  /// Some rows of the year.
  ///
  /// @param model how the model does
  /// @param lastYear how each building's tonnes of the year before do; empty for buildings that were
  ///     not there
  /// @param residual how the model does with the residual of the year before; empty for buildings
  ///     that were not there, and without meters, where nobody would use it
  public record Part(int rows, Way model, Optional<Way> lastYear, Optional<Way> residual) {}

  /// One way to predict some rows.
  ///
  /// @param boxCox its scores on the Box-Cox scale
  /// @param tonnes its scores in tonnes
  /// @param total the sum of what it predicts, as a part of what was measured
  public record Way(Scores boxCox, Scores tonnes, double total) {
    /// How predictions do.
    ///
    /// @param measured in tonnes
    /// @param predicted in tonnes
    public static Way of(double[] measured, double[] predicted) {
      return new Way(Scores.of(BoxCox.of(measured), BoxCox.of(predicted)),
          Scores.of(measured, predicted),
          Arrays.stream(predicted).sum() / Arrays.stream(measured).sum());
    }
  }

  /// How a model is fitted to rows that a transformer has prepared.
  @FunctionalInterface
  public interface Fit {
    /// Fits the model.
    ///
    /// @throws InterruptedException if the thread is interrupted
    Regressor to(Matrix train) throws InterruptedException;
  }

  /// Copies the set.
  public NextYear {
    from = Collections.unmodifiableSortedSet(new TreeSet<>(from));
  }

  /// Trains on some years and predicts a later one; empty where there are too few rows of either.
  ///
  /// @param rows rows to learn from, of any side of the split: here the years are the split
  /// @param from the years to train on
  /// @param year the year to predict, after all of these
  /// @param transformer learns to prepare rows, and has the factors of all these years
  /// @param fit fits the model
  /// @throws InterruptedException if the thread is interrupted
  static Optional<NextYear> of(List<ModelRow> rows, SortedSet<Integer> from, int year,
      Function<List<ModelRow>, Transformer> transformer, Fit fit) throws InterruptedException {
    List<ModelRow> before = of(rows, from);
    List<ModelRow> after = of(rows, Set.of(year));
    if (before.size() < LEAST_ROWS || after.size() < LEAST_ROWS) {
      return Optional.empty();
    }
    Transformer fitted = transformer.apply(before);
    Matrix train = fitted.apply(before);
    Matrix test = fitted.apply(after);
    Regressor model = fit.to(train);
    Answers answers = new Answers(train, before.stream()
        .mapToDouble(row -> row.tonnes() * fitted.yearRatio(row, year)).toArray(),
        test, Scale.of(train), TrainingRows.of(train).far(),
        model.predict(train.values()), model.predict(test.values()));
    NextYear next = new NextYear(year, from, before.size(), answers.part(true), answers.part(false));
    return next.seen().isEmpty() && next.fresh().isEmpty() ? Optional.empty() : Optional.of(next);
  }

  private static List<ModelRow> of(List<ModelRow> rows, Set<Integer> years) {
    return rows.stream().filter(row -> years.contains(row.key().year())).map(NextYear::learnedFrom).toList();
  }

  private static ModelRow learnedFrom(ModelRow row) {
    return new ModelRow(row.key(), true, row.tonnes(), row.siteEnergy(), row.area(), row.features(),
        row.categories(), row.uses());
  }

  /// What a model says of the years before and of the year.
  ///
  /// @param carried the tonnes of the year before, by the factors of the year
  /// @param far from which distance on training rows are far from one another
  /// @param then the labels that it predicts of the years before
  /// @param now the labels that it predicts of the year
  private record Answers(
      Matrix before, double[] carried, Matrix after, Scale scale, double far, double[] then, double[] now) {

    Optional<Part> part(boolean seen) {
      EarlierYears<Integer> known = EarlierYears.places(before.keys());
      int[] places = IntStream.range(0, after.rows())
          .filter(i -> known.before(after.keys().get(i)).isPresent() == seen).toArray();
      if (places.length < LEAST_ROWS) {
        return Optional.empty();
      }
      IntUnaryOperator last = i -> known.before(after.keys().get(i)).orElseThrow();
      boolean residual = seen && scale.features() == FeatureSet.METERED;
      return Optional.of(new Part(places.length,
          way(places, i -> scale.tonnes(now[i], after.offset()[i])),
          seen ? Optional.of(way(places, i -> carried[last.applyAsInt(i)])) : Optional.empty(),
          residual ? Optional.of(way(places, i -> known(i, last.applyAsInt(i)))) : Optional.empty()));
    }

    private double known(int row, int last) {
      return scale.features().tonnes(now[row], after.offset()[row],
          EarlierYear.of(before, last, then[last], after.values()[row], far));
    }

    private Way way(int[] places, IntToDoubleFunction predicted) {
      return Way.of(Arrays.stream(places).mapToDouble(i -> after.tonnes()[i]).toArray(),
          Arrays.stream(places).mapToDouble(predicted).toArray());
    }
  }
}
