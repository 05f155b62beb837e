// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.trainbest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import module java.base;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.carbonflow.components.StepOutcome;
import io.carbonflow.components.SampleFiles;
import io.carbonflow.components.Sheet;
import io.carbonflow.model.bundle.Bundle;
import io.carbonflow.model.regressor.Mean;
import io.carbonflow.model.regressor.Regressor;
import io.carbonflow.model.regressor.StoredRegressor;
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

  /// What a step of another training has made: of the same rows, searched with another seed.
  private Path other(String step, String file) {
    Path made = folder.resolve("other").resolve(step);
    SampleFiles.call(step).with("--seed", 7).into(made).run().ok();
    return made.resolve(file);
  }

  @Test
  void theBundleHoldsTheModelsThatTheTrainStepsHaveFitted() {
    Bundle bundle = Bundle.load(SampleFiles.made("train-best", "model.carbonflow"));
    List<Regressor> members =
        bundle.regressor() instanceof Mean mean ? mean.members() : List.of(bundle.regressor());
    for (int i = 0; i < members.size(); i++) {
      String step = "train-" + bundle.members().get(i).estimator().replace('_', '-');
      assertEquals(-1, mismatch(StoredRegressor.bytes(members.get(i)), SampleFiles.made(step, "model.bin")), step);
    }
  }

  @Test
  void theBundleSaysItsProvenance() throws IOException {
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
      "seed": [0-9-]+    | "seed": 0.5          | field members[0].seed
      """, quoteCharacter = '\0')
  void aChoiceThatNobodyMadeIsRefused(String was, String is, String message) throws IOException {
    with(was, is).fails(folder.resolve("choice.json"), message);
    assertFalse(Files.exists(folder.resolve("out")));
  }

  @Test
  void rowsOnWhichTheModelWasNotChosenAreRefused() {
    Path rows = SampleFiles.made("prepare", "test.csv");
    SampleFiles.call("train-best").with("--train", rows).into(folder.resolve("out")).run()
        .fails(rows, "does not have the rows on which the model was chosen");
    Sheet changed = Sheet.of(SampleFiles.made("prepare", "train.csv"));
    Path file = changed.set(3, "Age", "9.75").to(folder.resolve("train.csv"));
    SampleFiles.call("train-best").with("--train", file).into(folder.resolve("out")).run()
        .fails(file, "does not have the rows");
    assertFalse(Files.exists(folder.resolve("out")));
  }

  @Test
  void aTransformerThatLearnedOfOtherRowsIsRefused() throws IOException {
    String text = Files.readString(SampleFiles.made("prepare", "transformer.json"));
    Path file = Files.writeString(folder.resolve("transformer.json"), text.replaceFirst("(\"mean\": -?\\d)", "$19"));
    assertFalse(text.equals(Files.readString(file)), "nothing was changed");
    SampleFiles.call("train-best").with("--transformer", file).into(folder.resolve("out")).run()
        .fails(file, "is not the transformer with which the model was chosen");
  }

  @Test
  void aModelThatWasNotChosenIsRefused() {
    JsonObject member = JsonParser.parseString(choice()).getAsJsonObject().getAsJsonArray("members").get(0)
        .getAsJsonObject();
    String estimator = member.get("estimator").getAsString().replace('_', '-');
    Path model = other("train-" + estimator, "model.bin");
    SampleFiles.call("train-best").with("--" + estimator + "-model", model).into(folder.resolve("out")).run()
        .fails(model, "is not the model that was chosen");
  }

  @Test
  void aCalibrationOfAnotherModelIsRefused() throws IOException {
    Path choice = Files.writeString(folder.resolve("choice.json"),
        choice().replaceFirst("\"seed\": -?[0-9]+", "\"seed\": 1"));
    SampleFiles.call("train-best").with("--choice", choice).into(folder.resolve("out")).run()
        .fails(SampleFiles.made("evaluate", "calibration.json"), "belongs to a model other than the chosen one");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      "spread":"[^"]+"          | "spread":"no base 64" | field intervals
      "spread":"[^"]+"          | "spread":"AAAA"       | is not a stored model
      "sizeColumn":[0-9]+       | "sizeColumn":-1       | field intervals
      "farDistance":[0-9.E-]+   | "farDistance":"far"   | field farDistance
      "choice":                 | "chosen":             | field choice
      """, quoteCharacter = '\0')
  void aCalibrationThatNobodyMadeIsRefused(String was, String is, String message) throws IOException {
    String text = Files.readString(SampleFiles.made("evaluate", "calibration.json"));
    String changed = text.replaceFirst(was, is);
    assertFalse(changed.equals(text), "nothing was changed");
    Path file = Files.writeString(folder.resolve("calibration.json"), changed);
    SampleFiles.call("train-best").with("--calibration", file).into(folder.resolve("out")).run()
        .fails(file, message);
    assertFalse(Files.exists(folder.resolve("out")));
  }

  private static String choice() {
    try {
      return Files.readString(SampleFiles.made("evaluate", "choice.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long mismatch(byte[] bytes, Path file) {
    try {
      return Arrays.mismatch(bytes, Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
