// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate;

import module java.base;
import io.carbonflow.base.concurrent.Workers;
import io.carbonflow.base.table.Cell;
import io.carbonflow.base.table.Csv;
import io.carbonflow.components.train.TrainingData;
import io.carbonflow.learn.Calibration;
import io.carbonflow.learn.Dataset;
import io.carbonflow.learn.Folds;
import io.carbonflow.learn.SumCalibration;
import io.carbonflow.learn.forest.RandomForest;
import io.carbonflow.model.building.Category;
import io.carbonflow.model.building.Feature;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.bundle.TrainingRows;
import io.carbonflow.model.feature.Matrix;
import io.carbonflow.model.feature.RowKey;
import io.carbonflow.model.feature.Scale;
import io.carbonflow.model.interval.LastYearErrors;

/// What the best model predicted of each training row while it was fitted to the other folds.
///
/// @param train the training rows
/// @param types the property type of each row, which matrices do not tell
/// @param fold which fold each row was held out in, from 0
/// @param predicted what was predicted of each row, in tonnes, above −1
public record OutOfFold(
    Matrix train, List<String> types, int[] fold, double[] predicted) {
  private static final String ID = "OSEBuildingID";
  private static final String YEAR = "DataYear";
  private static final String FOLD = "fold";
  private static final String TONNES = "tonnes";
  private static final String PREDICTED = "predicted_tonnes";
  private static final String TYPE = Category.PRIMARY_TYPE.column();
  private static final List<String> HEADER = List.of(ID, YEAR, TYPE, FOLD, TONNES, PREDICTED);

  /// Copies the list.
  public OutOfFold {
    types = List.copyOf(types);
  }

  /// From predicted labels, each led to tonnes on the scale of the rows that its model saw.
  static OutOfFold of(Matrix train, List<ModelRow> rows, double[] labels, Folds folds) {
    int[] fold = new int[train.rows()];
    double[] predicted = new double[train.rows()];
    for (int f = 0; f < folds.count(); f++) {
      Scale scale = Scale.of(train.subset(folds.list().get(f).fit()));
      for (int row : folds.list().get(f).score()) {
        fold[row] = f;
        predicted[row] = scale.tonnes(labels[row], train.offset()[row]);
      }
    }
    List<String> types = rows.stream().map(row -> row.category(Category.PRIMARY_TYPE)).toList();
    return new OutOfFold(train, types, fold, predicted);
  }

  /// Writes a line for each row.
  ///
  /// @throws io.carbonflow.base.fault.Problem if the file cannot be written
  void write(Path file) {
    Csv.write(file, HEADER, () -> IntStream.range(0, train.rows()).mapToObj(i -> {
      RowKey key = train.keys().get(i);
      return List.of(key.building(), Integer.toString(key.year()), types.get(i),
          Integer.toString(fold[i]), Cell.format(train.tonnes()[i]), Cell.format(predicted[i]));
    }).iterator());
  }

  /// Learns from the errors.
  ///
  /// @param ratio how many times a year's emissions they would be in another year
  /// @throws InterruptedException if the thread is interrupted
  Calibrated calibrate(Workers workers, KnownLastYears.YearRatio ratio) throws InterruptedException {
    Dataset rows = TrainingData.of(train);
    Calibration.Calibrated found = new Calibration(
        new RandomForest(), rows, Feature.LOG_AREA.column(), predicted, fold).calibrate(workers);
    double far = TrainingRows.of(train).far();
    return new Calibrated(found.intervals(),
        new SumCalibration(rows.groups(), types, train.tonnes(), predicted, found.expected()).totals(),
        lastYearErrors(far, ratio), far);
  }

  /// How far predictions from a building's last year may be off; empty where too few buildings have
  /// two years to tell.
  ///
  /// @param far from which distance on training rows are far from one another
  /// @param ratio how many times a year's emissions they would be in another year
  Optional<LastYearErrors> lastYearErrors(double far, KnownLastYears.YearRatio ratio) {
    return KnownLastYears.of(this, far, ratio).errors();
  }
}
