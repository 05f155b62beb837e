// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.table.Csv;
import io.carbonflow.base.table.RowBudget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatrixTest {
  @TempDir Path folder;

  private static Matrix matrix(double... label) {
    var random = new Random(3);
    int rows = label.length;
    return new Matrix(
        FeatureSet.UNMETERED, List.of("Age", "share of other uses"),
        IntStream.range(0, rows)
            .mapToObj(i -> new RowKey("00" + i, 2015 + i % 2)).toList(),
        Stream.generate(() -> new double[] {
            random.nextGaussian(), Math.pow(random.nextGaussian(), 31)})
            .limit(rows).toArray(double[][]::new),
        label, random.doubles(rows).toArray(), random.doubles(rows).toArray());
  }

  private static void assertSame(Matrix expected, Matrix actual) {
    assertEquals(expected.features(), actual.features());
    assertEquals(expected.columns(), actual.columns());
    assertEquals(expected.keys(), actual.keys());
    assertTrue(Arrays.deepEquals(expected.values(), actual.values()));
    assertArrayEquals(expected.label(), actual.label());
    assertArrayEquals(expected.offset(), actual.offset());
    assertArrayEquals(expected.tonnes(), actual.tonnes());
  }

  private String message(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("m.csv"), text);
    return assertThrows(Problem.class, () -> MatrixCsv.read(Csv.read(file))).getMessage()
        .substring(folder.toString().length() + 1);
  }

  @Test
  void readsBackTheSameFromCsv() {
    Matrix matrix = matrix(1.5, Double.NaN, -0.0, 1e-17, 1.0 / 3);
    MatrixCsv.write(folder.resolve("m.csv"), matrix);
    assertSame(matrix, MatrixCsv.read(Csv.read(folder.resolve("m.csv"))));
  }

  @Test
  void aFileThatIsReadRowByRowGivesTheSame() {
    Matrix matrix = matrix(1.5, -0.0, 1e-17, 1.0 / 3);
    Path file = folder.resolve("m.csv");
    MatrixCsv.write(file, matrix);
    assertSame(matrix, MatrixCsv.readKnown(file));
  }

  @Test
  void aRowThatIsLearnedFromHasALabelAndEmissions() {
    Path file = folder.resolve("m.csv");
    MatrixCsv.write(file, matrix(1.5, Double.NaN));
    assertEquals(file + ", line 3: the label is missing; run the prepare step again",
        assertThrows(Problem.class, () -> MatrixCsv.readKnown(file)).getMessage());
    Matrix known = matrix(1.5, 2);
    MatrixCsv.write(file, new Matrix(known.features(), known.columns(), known.keys(), known.values(), known.label(),
        known.offset(), new double[] {3, -1}));
    assertEquals(file + ", line 3, column tonnes: the emissions are missing, or -1 tonne or less; run the prepare step"
        + " again", assertThrows(Problem.class, () -> MatrixCsv.readKnown(file)).getMessage());
  }

  @Test
  void numbersThatDoNotFitIntoTheMemoryAreRefusedWhereTheyAreTooMany() {
    Path file = folder.resolve("m.csv");
    MatrixCsv.write(file, matrix(1, 2, 3, 4));
    RowBudget two = new RowBudget(2 * (160 + 8L * matrix().columns().size()));
    assertTrue(assertThrows(Problem.class, () -> MatrixCsv.readKnown(file, two)).getMessage()
        .startsWith(file + ", line 4: the rows up to here take more than "));
  }

  @Test
  void aFileThatIsNotThereIsReported() {
    assertTrue(assertThrows(Problem.class, () -> MatrixCsv.readKnown(folder.resolve("m.csv"))).getMessage()
        .contains("m.csv: does not exist"));
  }

  @Test
  void keepsWhatItIsOfWithoutRows() {
    MatrixCsv.write(folder.resolve("m.csv"), matrix());
    Matrix read = MatrixCsv.read(Csv.read(folder.resolve("m.csv")));
    assertEquals(FeatureSet.UNMETERED, read.features());
    assertEquals(0, read.rows());
  }

  @Test
  void takesRowsByTheirPositions() {
    Matrix some = matrix(1, 2, 3).subset(new int[] {2, 0});
    assertArrayEquals(new double[] {3, 1}, some.label());
    assertEquals(List.of(new RowKey("002", 2015), new RowKey("000", 2015)), some.keys());
  }

  @Test
  void refusesPartsOfOtherSizes() {
    Matrix m = matrix(1, 2);
    assertThrows(IllegalArgumentException.class, () -> new Matrix(m.features(), m.columns(),
        m.keys(), m.values(), new double[1], m.offset(), m.tonnes()));
    assertThrows(IllegalArgumentException.class, () -> new Matrix(m.features(), List.of("Age"),
        m.keys(), m.values(), m.label(), m.offset(), m.tonnes()));
  }

  @Test
  void refusesAnotherTable() throws IOException {
    assertEquals("m.csv, line 1: has no column of labels; give a matrix that the prepare step has "
        + "written", message("A,B\n1,2\n"));
    assertEquals("m.csv, line 1: does not begin with the columns OSEBuildingID, DataYear, "
        + "label:metered, offset, tonnes; give a matrix that the prepare step has written",
        message("OSEBuildingID,label:metered\n1,2\n"));
  }

  @Test
  void refusesAFeatureThatIsMissingOrNoNumber() throws IOException {
    String header = "OSEBuildingID,DataYear,label:metered,offset,tonnes,Age\n";
    assertEquals("m.csv, line 2, column Age: the number is missing; run the prepare step again",
        message(header + "1,2015,1,1,1,\n"));
    assertTrue(message(header + "1,2015,1,1,1,abc\n").contains("column Age: \"abc\" is not a"));
    assertTrue(message(header + "1,2015,1,,1,3\n").contains("column offset: the number is"));
  }

  @Test
  void scalesHoldPredictionsBelowTheLargestTrainingValue() {
    Matrix train = matrix(1, 2, 3);
    Scale scale = Scale.of(train);
    double largest = Arrays.stream(train.tonnes()).max().orElseThrow();
    assertEquals(BoxCox.of(largest), scale.boxCox(100, 0));
    assertEquals(largest, scale.tonnes(100, 0), 1e-9);
    assertEquals(BoxCox.inverse(BoxCox.of(0.01)), scale.tonnes(Math.log1p(0.01), 0), 1e-12);
    assertEquals(BoxCox.FLOOR, scale.boxCox(-1000, 0));
  }
}
