// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.feature;

import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.table.Cell;
import io.carbonflow.base.table.Csv;
import io.carbonflow.base.table.Row;
import io.carbonflow.base.table.RowBudget;
import io.carbonflow.base.table.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
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
  private static final String AGAIN = "run the prepare step again";

  private MatrixCsv() {}

  /// Writes a matrix, whole or not at all.
  ///
  /// @throws Problem if the file cannot be written
  public static void write(Path file, Matrix matrix) {
    List<String> header = new ArrayList<>(
        List.of(ID, YEAR, LABEL + matrix.features().word(), OFFSET, TONNES));
    header.addAll(matrix.columns());
    // Row after row: all cells as texts would take ten times what the numbers do.
    Csv.write(file, header, () -> IntStream.range(0, matrix.rows()).mapToObj(i -> cells(matrix, i)).iterator());
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
    Reading reading = new Reading(table);
    table.rows().forEach(reading::take);
    return reading.matrix();
  }

  /// Reads a file that [#write] wrote, of rows whose labels and emissions are all known. It goes row by row, so that
  /// nothing but numbers is held of it.
  ///
  /// @throws Problem if there is no such file, it cannot be read or is not a whole CSV table, the columns are others, a
  ///     cell is not a number, one is missing, emissions are -1 tonne or less, or the numbers take more than half of
  ///     the memory that this JVM may use
  public static Matrix readKnown(Path file) {
    return readKnown(file, RowBudget.ofThisProcess());
  }

  static Matrix readKnown(Path file, RowBudget budget) {
    return Csv.read(file, rows -> {
      Reading reading = new Reading(rows.head());
      rows.forEachRemaining(row -> {
        reading.requireKnown(row);
        reading.take(row);
        budget.take(row, reading.bytes());
      });
      return reading.matrix();
    });
  }

  /// What was taken of the rows so far.
  private static final class Reading {
    /// What a row takes beside its features, in bytes: its key, its other numbers, and what refers to them.
    private static final int ROW = 160;

    private final FeatureSet features;
    private final List<String> columns;
    private final String label;
    private final List<RowKey> keys = new ArrayList<>();
    private final List<double[]> values = new ArrayList<>();
    private final DoubleStream.Builder labels = DoubleStream.builder();
    private final DoubleStream.Builder offsets = DoubleStream.builder();
    private final DoubleStream.Builder tonnes = DoubleStream.builder();

    /// @param head the columns
    Reading(Table head) {
      features = features(head);
      label = LABEL + features.word();
      List<String> header = head.header().names();
      List<String> first = List.of(ID, YEAR, label, OFFSET, TONNES);
      if (header.size() < KEYS || !header.subList(0, KEYS).equals(first)) {
        throw new Problem(head.place().line(1),
            "does not begin with the columns " + String.join(", ", first),
            "give a matrix that the prepare step has written");
      }
      columns = header.subList(KEYS, header.size());
    }

    void take(Row row) {
      keys.add(key(row));
      values.add(columns.stream().mapToDouble(column -> known(row, column)).toArray());
      labels.add(row.number(label));
      offsets.add(known(row, OFFSET));
      tonnes.add(row.number(TONNES));
    }

    void requireKnown(Row row) {
      if (Double.isNaN(row.number(label))) {
        throw new Problem(row.start(), "the label is missing", AGAIN);
      }
      if (!(row.number(TONNES) > -1)) {
        throw new Problem(row.place(TONNES), "the emissions are missing, or -1 tonne or less", AGAIN);
      }
    }

    /// What a row takes of the memory.
    long bytes() {
      return ROW + (long) Double.BYTES * columns.size();
    }

    Matrix matrix() {
      return new Matrix(features, columns, keys, values.toArray(double[][]::new), labels.build().toArray(),
          offsets.build().toArray(), tonnes.build().toArray());
    }
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
      throw new Problem(row.place(ID), "the building's id is missing", AGAIN);
    }
    return new RowKey(building, (int) year);
  }

  private static double known(Row row, String column) {
    double value = row.number(column);
    if (Double.isNaN(value)) {
      Place place = row.place(column);
      throw new Problem(place, "the number is missing", AGAIN);
    }
    return value;
  }
}
