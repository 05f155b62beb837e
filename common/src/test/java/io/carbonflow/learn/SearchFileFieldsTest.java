// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

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

/// Files of a search that are not quite what was written. A table's last cells are the field that is
/// refused, and its value or what else tells one kind of problem from others. How each is worded is
/// tested where records are read from JSON.
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
      "best": 1,            |                       | best         | missing
      "best": 1,            | "best": 1, "worst": 2,| worst        | not known
      "best": 1,            | "best": 1.5,          | best         | whole number: 1.5
      "best": 1,            | "best": "1",          | best         | whole number: "1"
      "best": 1,            | "best": null,         | best         | whole number: null
      "best": 1,            | "best": 3,            |              | best trial, 3
      "best": 1,            | "best": 1, "best": 2, | best         | twice
      "trials": 3           | "trials": 0           | plan.trials  | 1
      "features": "metered" | "features": 2         | plan.features | text: 2
      "sampling": "random"  | "sampling": "luck"    | plan.sampling | [random, grid, tpe]: luck
      "halving": true       | "halving": "true"     | plan.halving | false: "true"
      "state": "halted"     | "state": "running"    | trials[0].state | : running
      "state": "halted"     | "state": "failed"     | trials[0]    | hold together
      "failure": "",        | "failed": "",         | trials[0].failure | missing
      "fold_r2": [0.5]      | "fold_r2": 0.5        | trials[0].fold_r2 | list
      "fold_r2": [0.5]      | "fold_r2": ["0.5"]    | trials[0].fold_r2[0] | number: "0.5"
      "fold_r2": [0.5]      | "fold_r2": [1e999]    | trials[0].fold_r2[0] | number: 1e999
      "fold_r2": [0.5]      | "fold_r2": [NaN]      |              | JSON
      "C": 0.1              | "C": true             | trials[0].hyperparameters.C | text
      "out_of_fold": [-0.0, | "out_of_fold": [-0.0  |              | JSON
      """, quoteCharacter = '\0')
  void areRefused(String was, String is, String field, String kind) throws IOException {
    String text = SearchFilesTest.TEXT;
    int at = text.indexOf(was);
    assertTrue(at > 0, was);
    String now = is == null ? "" : is;
    Files.writeString(file, text.substring(0, at) + now + text.substring(at + was.length()));
    refused(kind, file);
    if (field != null) {
      refused("field " + field + " ", file);
    }
  }

  @Test
  void areRefusedUnlessWhole() throws IOException {
    Files.writeString(file, SearchFilesTest.TEXT + "{}");
    refused("JSON", file);
    Files.writeString(file, SearchFilesTest.TEXT.substring(0, 300));
    refused("JSON", file);
    Files.writeString(file, "");
    refused("JSON", file);
    Files.writeString(file, "[]");
    refused("object", file);
    Files.write(file, new byte[] {'{', '"', (byte) 0xff, '"', '}'});
    refused("UTF-8", file);
    refused("is a folder", folder);
    refused("no such file", folder.resolve("absent.json"));
  }

  private static void refused(String why, Path file) {
    var problem = assertThrows(Problem.class, () -> SearchFiles.readResult(file));
    assertTrue(problem.getMessage().contains(why), problem.getMessage());
    assertTrue(problem.getMessage().contains(file.toString()), problem.getMessage());
  }
}
