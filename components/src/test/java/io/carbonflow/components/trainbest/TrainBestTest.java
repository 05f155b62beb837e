// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.trainbest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import module java.base;
import io.carbonflow.components.StepOutcome;
import io.carbonflow.components.SampleFiles;
import io.carbonflow.components.Sheet;
import io.carbonflow.model.bundle.Bundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainBestTest {
  @TempDir Path folder;

  private StepOutcome with(String was, String is) throws IOException {
    String text = Files.readString(SampleFiles.made("evaluate", "choice.json"));
    String changed = text.replaceFirst(was, is);
    assertFalse(changed.equals(text), "nothing was changed");
    Path choice = Files.writeString(folder.resolve("choice.json"), changed);
    return SampleFiles.call("train-best").with("--choice", choice).into(folder.resolve("out")).run();
  }

  @Test
  void theSameChoiceGivesTheSameBytesOnOneThreadAndOnTwo() throws IOException {
    SampleFiles.call("train-best").into(folder.resolve("1")).run("--threads=1").ok();
    SampleFiles.call("train-best").into(folder.resolve("2")).run("--threads=2").ok();
    for (String threads : List.of("1", "2")) {
      assertEquals(-1, Files.mismatch(SampleFiles.made("train-best", "model.carbonflow"),
          folder.resolve(threads).resolve("model.carbonflow")), threads);
    }
  }

  @Test
  void theBundleSaysWhatItCameFrom() throws IOException {
    SampleFiles.call("train-best").with("--seed", 0).into(folder).run().ok();
    Bundle bundle = Bundle.load(folder.resolve("model.carbonflow"));
    assertEquals(2, bundle.provenance().data().size());
    assertEquals(0, bundle.provenance().seed());
    assertEquals(Files.readAllLines(SampleFiles.made("prepare", "train.csv")).size() - 1,
        bundle.provenance().trainRows());
    assertEquals("0.1.0", bundle.provenance().carbonflow());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      "estimator": "svm" | "estimator": "lasso" | lasso
      "best": "[a-z]+"   | "best": "none"       | model is none
      "best":            | "Best":              | : field best
      "C": [0-9.E-]+     | "C": -1.0            | fitted, svm
      "C": [0-9.E-]+     | "D": 1.0             | fitted, svm
      "C": [0-9.E-]+     | "C": "many"          | fitted, svm
      "seed": [0-9-]+    | "seed": 0.5          | field members[0].seed
      """, quoteCharacter = '\0')
  void aChoiceThatNobodyMadeIsRefused(String was, String is, String message) throws IOException {
    with(was, is).fails(folder.resolve("choice.json"), message);
    assertFalse(Files.exists(folder.resolve("out")));
  }

  @Test
  void outOfFoldPredictionsOfOtherRowsAreRefused() {
    SampleFiles.call("train-best").with("--train", SampleFiles.made("prepare", "test.csv"))
        .into(folder.resolve("out")).run().fails(SampleFiles.made("evaluate", "out-of-fold.csv"),
            "other rows");
    Sheet shorter = Sheet.of(SampleFiles.made("evaluate", "out-of-fold.csv"));
    shorter.rows().removeLast();
    Path file = shorter.to(folder.resolve("out-of-fold.csv"));
    SampleFiles.call("train-best").with("--out-of-fold", file).into(folder.resolve("out")).run()
        .fails(file, "other rows");
  }

  @ParameterizedTest
  @CsvSource({"fold, 0.5", "fold, -1", "fold, 20", "predicted_tonnes, -1", "predicted_tonnes, ''"})
  void anOutOfFoldPredictionThatIsNoneIsNamed(String column, String value) {
    Path file = Sheet.of(SampleFiles.made("evaluate", "out-of-fold.csv")).set(2, column, value)
        .to(folder.resolve("out-of-fold.csv"));
    SampleFiles.call("train-best").with("--out-of-fold", file).into(folder.resolve("out")).run()
        .fails(file + ", line 4, column " + column + ": ", value);
  }

  @Test
  void predictionsOfOneFoldAreRefused() {
    Sheet one = Sheet.of(SampleFiles.made("evaluate", "out-of-fold.csv"));
    for (int row = 0; row < one.size(); row++) {
      one.set(row, "fold", "0");
    }
    Path file = one.to(folder.resolve("out-of-fold.csv"));
    SampleFiles.call("train-best").with("--out-of-fold", file).into(folder.resolve("out")).run()
        .fails(file + ": ", "one fold");
  }
}
