// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate;

import module java.base;
import io.carbonflow.base.concurrent.Workers;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.table.Cell;
import io.carbonflow.base.table.Csv;
import io.carbonflow.base.table.Row;
import io.carbonflow.base.table.Table;
import io.carbonflow.components.train.TrainingData;
import io.carbonflow.learn.Calibration;
import io.carbonflow.learn.Dataset;
import io.carbonflow.learn.Folds;
import io.carbonflow.learn.SumCalibration;
import io.carbonflow.learn.forest.RandomForest;
import io.carbonflow.model.building.Category;
import io.carbonflow.model.building.Feature;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.feature.Matrix;
import io.carbonflow.model.feature.RowKey;
import io.carbonflow.model.feature.Scale;
import io.carbonflow.model.interval.Intervals;
import io.carbonflow.model.interval.LastYearErrors;
import io.carbonflow.model.total.Totals;

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
  private static final String REMEDY = "name the out-of-fold.csv that evaluate has written beside"
      + " the choice";
  private static final int MOST_FOLDS = 20;

  /// Copies the list.
  public OutOfFold {
    types = List.copyOf(types);
  }

  /// What is learned from the errors.
  ///
  /// @param intervals how far predictions of the model may be off; empty where there are too few
  ///     buildings to tell
  /// @param totals what they add up to; empty where there are too few rows to tell
  public record Calibrated(Optional<Intervals> intervals, Optional<Totals> totals) {}

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
  /// @throws Problem if the file cannot be written
  void write(Path file) {
    Csv.write(file, HEADER, IntStream.range(0, train.rows()).mapToObj(i -> {
      RowKey key = train.keys().get(i);
      return List.of(key.building(), Integer.toString(key.year()), types.get(i),
          Integer.toString(fold[i]), Cell.format(train.tonnes()[i]), Cell.format(predicted[i]));
    }).toList());
  }

  /// Reads what [#write] wrote.
  ///
  /// @param train the rows that it is of
  /// @throws Problem if the file is something else, or of other rows
  public static OutOfFold read(Path file, Matrix train) {
    Table table = Csv.read(file);
    table.require(HEADER);
    List<Row> rows = table.rows();
    boolean same = rows.size() == train.rows() && IntStream.range(0, rows.size()).allMatch(i ->
        rows.get(i).id(ID).equals(train.keys().get(i).building())
            && rows.get(i).number(YEAR) == train.keys().get(i).year());
    if (!same) {
      throw new Problem(Place.of(file), "is of other rows than the training rows", REMEDY);
    }
    int[] fold = rows.stream().mapToInt(OutOfFold::fold).toArray();
    if (Arrays.stream(fold).distinct().count() < 2) {
      throw new Problem(Place.of(file), "has one fold only", REMEDY);
    }
    return new OutOfFold(train, rows.stream().map(row -> row.text(TYPE)).toList(), fold,
        rows.stream().mapToDouble(OutOfFold::predicted).toArray());
  }

  private static int fold(Row row) {
    double fold = row.number(FOLD);
    if (!(fold >= 0 && fold < MOST_FOLDS && fold == Math.rint(fold))) {
      throw new Problem(row.place(FOLD), row.text(FOLD) + " is no fold", REMEDY);
    }
    return (int) fold;
  }

  private static double predicted(Row row) {
    double tonnes = row.number(PREDICTED);
    if (!(tonnes > -1)) {
      throw new Problem(row.place(PREDICTED),
          "the prediction is missing, or -1 tonne or less", REMEDY);
    }
    return tonnes;
  }

  /// Learns from the errors.
  ///
  /// @throws InterruptedException if the thread is interrupted
  public Calibrated calibrate(Workers workers) throws InterruptedException {
    Dataset rows = TrainingData.of(train);
    Calibration.Calibrated found = new Calibration(
        new RandomForest(), rows, Feature.LOG_AREA.column(), predicted, fold).calibrate(workers);
    return new Calibrated(found.intervals(), new SumCalibration(
        rows.groups(), types, train.tonnes(), predicted, found.expected()).totals());
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
