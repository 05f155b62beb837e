package io.carbonflow.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.carbonflow.fault.Problem;
import io.carbonflow.feature.FeatureSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchFilesTest {
  private static final String TEXT = """
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
      new SearchPlan("svm", FeatureSet.METERED, Sampling.RANDOM, 3, 2, Long.MIN_VALUE, true),
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
  void refuseAHyperparameterThatIsNoNumberAndLeaveNothingBehind() throws IOException {
    var broken = new Screening(result.plan(),
        List.of(new Trial(0, Trial.State.FAILED, "no", chosen("C", Double.NaN), List.of())));
    assertThrows(IllegalArgumentException.class, () -> SearchFiles.write(file, broken));
    try (var left = Files.list(folder)) {
      assertFalse(left.findAny().isPresent());
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      "best": 1,            |                       | field best is missing
      "best": 1,            | "best": 1, "worst": 2,| field worst is not known
      "best": 1,            | "best": 1.5,          | field best is not a whole number: 1.5
      "best": 1,            | "best": "1",          | field best is not a whole number: "1"
      "best": 1,            | "best": null,         | field best is not a whole number: null
      "best": 1,            | "best": 3,            | it does not hold together: the best trial, 3
      "best": 1,            | "best": 1, "best": 2, | field best is there twice
      "trials": 3           | "trials": 0           | field plan.trials is less than 1
      "features": "metered" | "features": "both"    | is none of [metered, unmetered]: both
      "halving": true       | "halving": "true"     | is neither true nor false: "true"
      "state": "halted"     | "state": "running"    | field trials[0].state is none of
      "state": "halted"     | "state": "failed"     | field trials[0] does not hold together
      "failure": "",        | "failed": "",         | field trials[0].failure is missing
      "fold_r2": [0.5]      | "fold_r2": 0.5        | field trials[0].fold_r2 is not a list
      "fold_r2": [0.5]      | "fold_r2": ["0.5"]    | field trials[0].fold_r2[0] is not a number: "0.5"
      "fold_r2": [0.5]      | "fold_r2": [1e999]    | field trials[0].fold_r2[0] is not a number: 1e999
      "fold_r2": [0.5]      | "fold_r2": [NaN]      | cannot be read as JSON
      "C": 0.1              | "C": true             | field trials[0].hyperparameters.C is not a text
      "out_of_fold": [-0.0, | "out_of_fold": [-0.0  | cannot be read as JSON
      """, quoteCharacter = '\0')
  void areReadWithoutForgiveness(String was, String is, String problem) throws IOException {
    assertTrue(TEXT.contains(was), was);
    int at = TEXT.indexOf(was);
    Files.writeString(file,
        TEXT.substring(0, at) + (is == null ? "" : is) + TEXT.substring(at + was.length()));
    refused(problem, file);
  }

  @Test
  void areReadWhole() throws IOException {
    Files.writeString(file, TEXT + "{}");
    refused("cannot be read as JSON", file);
    Files.writeString(file, TEXT.substring(0, 300));
    refused("cannot be read as JSON", file);
    Files.writeString(file, "");
    refused("cannot be read as JSON", file);
    Files.writeString(file, "[]");
    refused("it is not an object", file);
    Files.write(file, new byte[] {'{', '"', (byte) 0xff, '"', '}'});
    refused("cannot be read as JSON", file);
    refused("cannot be read as JSON", folder);
    refused("cannot be read as JSON", folder.resolve("absent.json"));
  }

  private static void refused(String why, Path file) {
    var problem = assertThrows(Problem.class, () -> SearchFiles.readResult(file));
    assertTrue(problem.getMessage().contains(why), problem.getMessage());
    assertTrue(problem.getMessage().contains(file.toString()), problem.getMessage());
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
