package io.carbonflow.learn;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files of a search that are not quite what was written.
class SearchFileFieldsTest {
  @TempDir
  private Path folder;

  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("search.json");
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
      "features": "metered" | "features": 2         | field plan.features is not a text: 2
      "sampling": "random"  | "sampling": "luck"    | is none of [random, grid, tpe]: luck
      "halving": true       | "halving": "true"     | is neither true nor false: "true"
      "state": "halted"     | "state": "running"    | field trials[0].state is none of
      "state": "halted"     | "state": "failed"     | field trials[0] does not hold together
      "failure": "",        | "failed": "",         | field trials[0].failure is missing
      "fold_r2": [0.5]      | "fold_r2": 0.5        | field trials[0].fold_r2 is not a list
      "fold_r2": [0.5]      | "fold_r2": ["0.5"]    | fold_r2[0] is not a number: "0.5"
      "fold_r2": [0.5]      | "fold_r2": [1e999]    | fold_r2[0] is not a number: 1e999
      "fold_r2": [0.5]      | "fold_r2": [NaN]      | cannot be read as JSON
      "C": 0.1              | "C": true             | [0].hyperparameters.C is not a text
      "out_of_fold": [-0.0, | "out_of_fold": [-0.0  | cannot be read as JSON
      """, quoteCharacter = '\0')
  void areRefused(String was, String is, String problem) throws IOException {
    String text = SearchFilesTest.TEXT;
    int at = text.indexOf(was);
    assertTrue(at > 0, was);
    String now = is == null ? "" : is;
    Files.writeString(file, text.substring(0, at) + now + text.substring(at + was.length()));
    refused(problem, file);
  }

  @Test
  void areRefusedUnlessWhole() throws IOException {
    Files.writeString(file, SearchFilesTest.TEXT + "{}");
    refused("cannot be read as JSON", file);
    Files.writeString(file, SearchFilesTest.TEXT.substring(0, 300));
    refused("cannot be read as JSON", file);
    Files.writeString(file, "");
    refused("cannot be read as JSON", file);
    Files.writeString(file, "[]");
    refused("it is not an object", file);
    Files.write(file, new byte[] {'{', '"', (byte) 0xff, '"', '}'});
    refused("it is not UTF-8", file);
    refused("cannot be read as JSON", folder);
    refused("there is no such file", folder.resolve("absent.json"));
  }

  private static void refused(String why, Path file) {
    var problem = assertThrows(Problem.class, () -> SearchFiles.readResult(file));
    assertTrue(problem.getMessage().contains(why), problem.getMessage());
    assertTrue(problem.getMessage().contains(file.toString()), problem.getMessage());
  }
}
