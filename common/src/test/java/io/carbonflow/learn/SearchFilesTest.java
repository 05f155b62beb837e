// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import module java.base;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchFilesTest {
  /// A result in which everything occurs that can.
  static final String TEXT = """
      {
        "plan": {
          "estimator": "svm",
          "features": "metered",
          "sampling": "random",
          "trials": 3,
          "folds": 2,
          "seed": -9223372036854775808,
          "halving": true
        },
        "best": 1,
        "trials": [
          {
            "number": 0,
            "state": "halted",
            "failure": "",
            "hyperparameters": {
              "kernel": "rbf",
              "C": 0.1
            },
            "fold_r2": [0.5]
          },
          {
            "number": 1,
            "state": "complete",
            "failure": "",
            "hyperparameters": {
              "kernel": "poly, of \\"degree\\"",
              "C": 1.0E-300,
              "degree": 3
            },
            "fold_r2": [0.75,-0.25]
          },
          {
            "number": 2,
            "state": "failed",
            "failure": "no room",
            "hyperparameters": {},
            "fold_r2": []
          }
        ],
        "out_of_fold": [-0.0,0.1,4.9E-324,1.7976931348623157E308,"NaN","-Infinity"]
      }
      """;

  private final SearchResult result = new SearchResult(
      new SearchPlan("svm", "metered", Sampling.RANDOM, 3, 2, Long.MIN_VALUE, true),
      List.of(
          new Trial(0, Trial.State.HALTED, "", chosen("kernel", "rbf", "C", 0.1), List.of(0.5)),
          new Trial(1, Trial.State.COMPLETE, "",
              chosen("kernel", "poly, of \"degree\"", "C", 1e-300, "degree", 3L),
              List.of(0.75, -0.25)),
          Trial.failed(2, chosen(), "no room")),
      1,
      new double[] {-0.0, 0.1, Double.MIN_VALUE, Double.MAX_VALUE, Double.NaN,
          Double.NEGATIVE_INFINITY});

  @TempDir
  private Path folder;

  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("search.json");
  }

  private static Hyperparameters chosen(Object... namesAndValues) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return new Hyperparameters(values);
  }

  @Test
  void areReadable() throws IOException {
    SearchFiles.write(file, result);
    assertEquals(TEXT, Files.readString(file));
  }

  @Test
  void giveBackExactlyWhatWasWritten() {
    SearchFiles.write(file, result);
    SearchResult read = SearchFiles.readResult(file);
    assertEquals(result.plan(), read.plan());
    assertEquals(result.trials(), read.trials());
    assertEquals(result.bestNumber(), read.bestNumber());
    assertArrayEquals(bits(result.outOfFold()), bits(read.outOfFold()));
  }

  private static long[] bits(double[] numbers) {
    return Arrays.stream(numbers).mapToLong(Double::doubleToRawLongBits).toArray();
  }

  @Test
  void refuseAHyperparameterThatIsNotANumberAndLeaveNothingBehind() throws IOException {
    var broken = new Screening(result.plan(),
        List.of(new Trial(0, Trial.State.FAILED, "no", chosen("C", Double.NaN), List.of())));
    assertThrows(IllegalArgumentException.class, () -> SearchFiles.write(file, broken));
    try (var left = Files.list(folder)) {
      assertFalse(left.findAny().isPresent());
    }
  }

  @Test
  void haveATableForPeople() throws IOException {
    Path table = folder.resolve("trials.csv");
    TrialsTable.write(table, result);
    assertEquals("""
        number,state,cv_r2,cv_r2_sd,kernel,C,degree
        0,halted,0.5,0.0,rbf,0.1,
        1,complete,0.25,0.5,"poly, of ""degree""\",1.0E-300,3
        2,failed,,,,,
        """, Files.readString(table));
  }
}
