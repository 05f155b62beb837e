// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.baseline;

import module java.base;
import io.carbonflow.learn.Scores;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.feature.BoxCox;
import io.carbonflow.model.feature.Matrix;
import io.carbonflow.model.feature.Scale;
import io.carbonflow.model.regressor.Regressor;
import io.carbonflow.model.transform.Transformer;

/// The question that retraining really asks: trained on one year, how well is the next one predicted,
/// for buildings that were there and for new ones?
///
/// @param year the year that was predicted
/// @param trainedOn the rows of the year before, all of which were trained on
/// @param seen the buildings that were there; empty if there were fewer than [#LEAST_ROWS]
/// @param fresh the others, likewise
public record NextYear(int year, int trainedOn, Optional<Part> seen, Optional<Part> fresh) {
  /// R² of fewer rows says nothing, and no model is fitted to fewer.
  public static final int LEAST_ROWS = 30;

  /// Some rows of the year.
  ///
  /// @param boxCox the model's scores on the Box-Cox scale
  /// @param tonnes the model's scores in tonnes
  /// @param lastYear the scores, on the Box-Cox scale, of each building's emissions of the year
  ///     before; empty for buildings that were not there
  public record Part(int rows, Scores boxCox, Scores tonnes, Optional<Scores> lastYear) {}

  /// How a model is fitted to rows that a transformer has prepared.
  @FunctionalInterface
  public interface Fit {
    /// Fits the model.
    ///
    /// @throws InterruptedException if the thread is interrupted
    Regressor to(Matrix train) throws InterruptedException;
  }

  /// Trains on the first year of some rows and predicts the year after it; empty where there is no
  /// such year, or too few rows of the first.
  ///
  /// @param rows rows to learn from, of any side of the split: here the years are the split
  /// @param transformer learns to prepare rows
  /// @param fit fits the model
  /// @throws InterruptedException if the thread is interrupted
  public static Optional<NextYear> of(List<ModelRow> rows,
      Function<List<ModelRow>, Transformer> transformer, Fit fit) throws InterruptedException {
    int first = rows.stream().mapToInt(row -> row.key().year()).min().orElseThrow();
    List<ModelRow> before = of(rows, first);
    List<ModelRow> after = of(rows, first + 1);
    if (before.size() < LEAST_ROWS || after.size() < LEAST_ROWS) {
      return Optional.empty();
    }
    Transformer fitted = transformer.apply(before);
    Matrix train = fitted.apply(before);
    Matrix test = fitted.apply(after);
    double[] predicted = Scale.of(train).boxCox(fit.to(train).predict(test.values()), test);
    Map<String, ModelRow> known = before.stream()
        .collect(Collectors.toMap(row -> row.key().building(), row -> row));
    NextYear next = new NextYear(first + 1, before.size(),
        part(after, predicted, known, true), part(after, predicted, known, false));
    return next.seen().isEmpty() && next.fresh().isEmpty() ? Optional.empty() : Optional.of(next);
  }

  private static List<ModelRow> of(List<ModelRow> rows, int year) {
    return rows.stream().filter(row -> row.key().year() == year).map(NextYear::learnedFrom).toList();
  }

  private static ModelRow learnedFrom(ModelRow row) {
    return new ModelRow(row.key(), true, row.tonnes(), row.siteEnergy(), row.area(), row.features(),
        row.categories(), row.uses());
  }

  private static Optional<Part> part(List<ModelRow> rows, double[] predicted,
      Map<String, ModelRow> known, boolean seen) {
    int[] places = IntStream.range(0, rows.size())
        .filter(i -> known.containsKey(rows.get(i).key().building()) == seen).toArray();
    if (places.length < LEAST_ROWS) {
      return Optional.empty();
    }
    double[] tonnes = Arrays.stream(places).mapToDouble(i -> rows.get(i).tonnes()).toArray();
    double[] answers = Arrays.stream(places).mapToDouble(i -> predicted[i]).toArray();
    return Optional.of(new Part(places.length, Scores.of(BoxCox.of(tonnes), answers),
        Scores.of(tonnes, Arrays.stream(answers).map(BoxCox::inverse).toArray()),
        seen ? Optional.of(Scores.of(BoxCox.of(tonnes), Arrays.stream(places)
            .mapToDouble(i -> known.get(rows.get(i).key().building()).boxCox()).toArray()))
            : Optional.empty()));
  }
}
