// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.feature;

import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.table.Cell;
import io.carbonflow.base.table.Csv;
import io.carbonflow.base.table.Row;
import io.carbonflow.base.table.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// A matrix as CSV: `OSEBuildingID`, `DataYear`, `label:metered` or `label:unmetered`, `offset`,
/// `tonnes`, then the features. What is written reads back as an equal matrix, every double to the
/// last bit; an empty label or tonnes are NaN.
public final class MatrixCsv {
  private static final String ID = "OSEBuildingID";
  private static final String YEAR = "DataYear";
  private static final String LABEL = "label:";
  private static final String OFFSET = "offset";
  private static final String TONNES = "tonnes";
  private static final int KEYS = 5;

  private MatrixCsv() {}

  /// Writes a matrix, whole or not at all.
  ///
  /// @throws Problem if the file cannot be written
  public static void write(Path file, Matrix matrix) {
    List<String> header = new ArrayList<>(
        List.of(ID, YEAR, LABEL + matrix.features().word(), OFFSET, TONNES));
    header.addAll(matrix.columns());
    Csv.write(file, header,
        IntStream.range(0, matrix.rows()).mapToObj(i -> cells(matrix, i)).toList());
  }

  private static List<String> cells(Matrix matrix, int row) {
    RowKey key = matrix.keys().get(row);
    List<String> cells = new ArrayList<>(List.of(
        key.building(), Integer.toString(key.year()), Cell.format(matrix.label()[row]),
        Cell.format(matrix.offset()[row]), Cell.format(matrix.tonnes()[row])));
    for (double value : matrix.values()[row]) {
      cells.add(Cell.format(value));
    }
    return cells;
  }

  /// Reads what [#write] wrote.
  ///
  /// @throws Problem if the columns are others, a cell is not a number, or a feature or offset is
  ///     missing
  public static Matrix read(Table table) {
    List<String> header = table.header().names();
    FeatureSet features = features(table);
    List<String> keys = List.of(ID, YEAR, LABEL + features.word(), OFFSET, TONNES);
    if (header.size() < KEYS || !header.subList(0, KEYS).equals(keys)) {
      throw new Problem(table.place().line(1),
          "does not begin with the columns " + String.join(", ", keys),
          "give a matrix that the prepare step has written");
    }
    List<String> columns = header.subList(KEYS, header.size());
    return new Matrix(
        features,
        columns,
        table.rows().stream().map(MatrixCsv::key).toList(),
        table.rows().stream().map(row -> values(row, columns)).toArray(double[][]::new),
        numbers(table, row -> row.number(LABEL + features.word())),
        numbers(table, row -> known(row, OFFSET)),
        numbers(table, row -> row.number(TONNES)));
  }

  private static FeatureSet features(Table table) {
    return Arrays.stream(FeatureSet.values())
        .filter(f -> table.header().has(LABEL + f.word()))
        .findFirst()
        .orElseThrow(() -> new Problem(table.place().line(1), "has no column of labels",
            "give a matrix that the prepare step has written"));
  }

  private static RowKey key(Row row) {
    double year = known(row, YEAR);
    if (year != Math.rint(year)) {
      throw new Problem(row.place(YEAR), row.text(YEAR) + " is not a year", "write it like 2016");
    }
    String building = row.id(ID);
    if (building.isEmpty()) {
      throw new Problem(row.place(ID), "the building's id is missing", "run the prepare step again");
    }
    return new RowKey(building, (int) year);
  }

  private static double[] values(Row row, List<String> columns) {
    return columns.stream().mapToDouble(column -> known(row, column)).toArray();
  }

  private static double[] numbers(Table table, ToDoubleFunction<Row> number) {
    return table.rows().stream().mapToDouble(number).toArray();
  }

  private static double known(Row row, String column) {
    double value = row.number(column);
    if (Double.isNaN(value)) {
      Place place = row.place(column);
      throw new Problem(place, "the number is missing", "run the prepare step again");
    }
    return value;
  }
}
