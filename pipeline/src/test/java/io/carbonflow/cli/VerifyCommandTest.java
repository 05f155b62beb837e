// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.model.bundle.Bundle;
import io.carbonflow.model.bundle.Member;
import io.carbonflow.model.bundle.Provenance;
import io.carbonflow.model.bundle.Searched;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `carbonflow verify` on a bundle of a training that has other settings than the defaults.
class VerifyCommandTest {
  @TempDir static Path shared;
  private static final Provenance OTHERS = new Provenance("0.0.9", "abc",
      new TreeMap<>(Map.of("smile", "0.1")), List.of(), 0, 0, 0, new TreeMap<>());
  @TempDir Path folder;

  @BeforeAll
  static void aTraining() {
    CarbonflowProgram.run("run", "training", "--data-2015=" + CarbonflowProgram.DATA_2015,
        "--data-2016=" + CarbonflowProgram.DATA_2016, "--iterations=3", "--folds=2", "--seed=7",
        "--split-seed=3", "--search=tpe", "--halving=false", "--features=unmetered", "--factors=reference",
        "--gate=floor=0,margin=0", "--output=" + shared.resolve("run")).ok();
  }

  private static Path bundle() {
    return shared.resolve("run/model.carbonflow");
  }

  private static CarbonflowProgram.Outcome verify(Object bundle, Object... more) {
    Object[] words = new Object[more.length + 4];
    words[0] = "verify";
    words[1] = bundle;
    words[2] = "--data-2015=" + CarbonflowProgram.DATA_2015;
    words[3] = "--data-2016=" + CarbonflowProgram.DATA_2016;
    System.arraycopy(more, 0, words, 4, more.length);
    return CarbonflowProgram.run(words);
  }

  @Test
  void trainingAgainGivesTheSameModelOnOneThreadToo() {
    String out = verify(bundle(), "--threads=1").ok().out();
    assertTrue(out.contains("unmetered") && out.contains("3 trials (tpe), 2 folds, seed 7, split by 3"),
        out);
    for (String what : List.of("table 2015-building-energy-benchmarking.csv", "table 2016-building-energy-benchmarking.csv",
        "manifest.json", "transformer.json",
        "model.bin", "training-rows.bin", "intervals.json", "spread.bin", "last-year.json")) {
      assertTrue(Pattern.compile("(?m)^" + what + " +same +[0-9a-f]{12}$").matcher(out).find(), out);
    }
    assertTrue(out.endsWith("Verified: training again gives the same model, byte for byte.\n"), out);
  }

  @Test
  void aTableThatHasChangedIsNamedAndNothingIsTrained() throws IOException {
    Path changed = folder.resolve("2016.csv");
    String table = Files.readString(CarbonflowProgram.DATA_2016);
    int cell = table.lastIndexOf(',');
    Files.writeString(changed, table.substring(0, cell) + " " + table.substring(cell));
    Path kept = folder.resolve("kept");
    CarbonflowProgram.Outcome outcome = CarbonflowProgram.run("verify", bundle(), "--data-2015=" + CarbonflowProgram.DATA_2015,
        "--data-2016=" + changed, "--output=" + kept);
    assertEquals(1, outcome.exit(), outcome.err());
    assertTrue(Pattern.compile("(?m)^table 2015-building-energy-benchmarking.csv +same ").matcher(outcome.out()).find());
    assertTrue(Pattern.compile("(?m)^table 2016.csv +DIFFERS +\\w{12} recorded, \\w{12} here$")
        .matcher(outcome.out()).find(), outcome.out());
    assertTrue(outcome.out().contains("Not verified: the bundle was trained on other tables"));
    assertFalse(Files.exists(kept), "it trained");
  }

  @Test
  void tablesAreKnownByTheirHashesInAnyOrderAndMayLieInAFolder() throws IOException {
    Path tables = Files.createDirectories(folder.resolve("tables"));
    Files.copy(CarbonflowProgram.DATA_2015, tables.resolve("z.csv"));
    Files.copy(CarbonflowProgram.DATA_2016, tables.resolve("a.csv"));
    String out = CarbonflowProgram.run("verify", bundle(), "--data=" + tables + "/").ok().out();
    assertTrue(Pattern.compile("(?m)^table z.csv +same +\\w+\\ntable a.csv +same ").matcher(out).find(), out);
    assertTrue(out.endsWith("Verified: training again gives the same model, byte for byte.\n"), out);
  }

  @Test
  void aTableTooManyAndOneTooFewAreTold() {
    String more = CarbonflowProgram.run("verify", bundle(), "--data=" + CarbonflowProgram.DATA_2015 + ","
        + CarbonflowProgram.DATA_2016 + "," + another()).out();
    assertTrue(Pattern.compile("(?m)^table more.csv +DIFFERS +none recorded, \\w{12} here$").matcher(more).find(), more);
    String fewer = CarbonflowProgram.run("verify", bundle(), "--data=" + CarbonflowProgram.DATA_2016).out();
    assertTrue(Pattern.compile("(?m)^table 2 +DIFFERS +\\w{12} recorded, none here$").matcher(fewer).find(), fewer);
    assertTrue(fewer.contains("Name the tables that it was trained on with --data."), fewer);
  }

  private Path another() {
    try {
      return Files.writeString(folder.resolve("more.csv"), Files.readString(CarbonflowProgram.DATA_2016) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theYearsOfABundleAreThoseThatAreTrainedOnAgain() {
    Path run = folder.resolve("one-year");
    CarbonflowProgram.run("run", "training", "--data=" + CarbonflowProgram.DATA_2015 + ","
        + CarbonflowProgram.DATA_2016, "--years=2016", "--iterations=1", "--folds=2", "--gate=floor=0",
        "--output=" + run).ok();
    Path bundle = run.resolve("model.carbonflow");
    assertEquals(List.of(2016), Bundle.load(bundle).provenance().years());
    String out = CarbonflowProgram.run("verify", bundle, "--data=" + CarbonflowProgram.DATA_2015 + ","
        + CarbonflowProgram.DATA_2016).ok().out();
    assertTrue(out.endsWith("Verified: training again gives the same model, byte for byte.\n"), out);
  }

  @Test
  void aNameThatWouldMoveTheCursorIsShownByItsCode() throws IOException {
    Bundle bundle = Bundle.load(bundle());
    Path renamed = folder.resolve("renamed.carbonflow");
    new Bundle("svm\u001B[2J\u202E", bundle.members(), bundle.transformer(), bundle.scale(),
        bundle.regressor(), bundle.intervals(), bundle.totals(), bundle.lastYearErrors(), bundle.trainingRows(),
        bundle.provenance()).save(renamed);
    Path changed = folder.resolve("other.csv");
    Files.writeString(changed, Files.readString(CarbonflowProgram.DATA_2016).stripTrailing() + "\n\n");
    CarbonflowProgram.Outcome outcome = CarbonflowProgram.run("verify", renamed,
        "--data-2015=" + CarbonflowProgram.DATA_2015, "--data-2016=" + changed);
    assertTrue(outcome.out().startsWith("svm\\u001B[2J\\u202E, "), outcome.out());
    assertTrue(outcome.out().codePoints().noneMatch(point -> point == 0x1B || point == 0x202E));
  }

  @Test
  void aModelThatWasChangedAfterItsTrainingIsFound() {
    Bundle bundle = Bundle.load(bundle());
    Path changed = folder.resolve("changed.carbonflow");
    Member first = bundle.members().getFirst();
    Map<String, Object> other = new LinkedHashMap<>(first.hyperparameters());
    other.replaceAll((_, value) -> value instanceof Double number ? number * 1.001 : value);
    new Bundle(bundle.name(), List.of(new Member(first.estimator(), other)), bundle.transformer(),
        bundle.scale(), bundle.regressor(), bundle.intervals(), bundle.totals(), bundle.lastYearErrors(),
        bundle.trainingRows(),
        bundle.provenance()).save(changed);
    CarbonflowProgram.Outcome outcome = verify(changed);
    assertEquals(1, outcome.exit(), outcome.err());
    assertTrue(Pattern.compile("(?m)^manifest.json +DIFFERS ").matcher(outcome.out()).find());
    assertTrue(Pattern.compile("(?m)^model.bin +same ").matcher(outcome.out()).find());
    assertTrue(outcome.out().contains("Not verified: the model is the same, but what the bundle says"),
        outcome.out());
  }

  @Test
  void anotherSeedIsAnotherModelAndOtherCodeIsNamedAsACause() {
    Bundle bundle = Bundle.load(bundle());
    Path changed = folder.resolve("changed.carbonflow");
    bundle.from(bundle.provenance().with(8, 3).by(OTHERS)).save(changed);
    CarbonflowProgram.Outcome outcome = verify(changed);
    assertEquals(1, outcome.exit(), outcome.err());
    assertTrue(Pattern.compile("(?m)^model.bin +DIFFERS ").matcher(outcome.out()).find());
    assertTrue(outcome.out().contains("A cause may be that the version is another"), outcome.out());
  }

  @Test
  void whoeverTrainedItDoesNotMakeAnotherModelOfIt() {
    Bundle bundle = Bundle.load(bundle());
    Path renamed = folder.resolve("renamed.carbonflow");
    bundle.from(bundle.provenance().by(OTHERS)).save(renamed);
    String out = verify(renamed, "--output=" + folder.resolve("kept")).ok().out();
    assertTrue(out.contains("trained by carbonflow 0.0.9, revision abc, smile 0.1"), out);
    assertTrue(Files.exists(folder.resolve("kept/report.html")));
  }

  private static Path golden(int version) {
    return Path.of("..", "model", "src", "test", "resources", "io", "carbonflow", "model", "bundle",
        "bundle-" + version + ".carbonflow").toAbsolutePath().normalize();
  }

  @Test
  void aBundleOfAnEarlierReleaseIsRefusedWithThatRelease() {
    verify(golden(3)).fails(1, "carbonflow verify", golden(3), "has bundle version 3, and this carbonflow"
        + " trains version 5", "verify it with the release that trained it, carbonflow 0.1.0, revision 6416a6fa4156");
  }

  @Test
  void aBundleThatNoReleaseCanTrainAgainSaysSo() {
    for (int version : new int[] {1, 2}) {
      verify(golden(version)).fails(1, "carbonflow verify", golden(version), "has bundle version " + version
          + " and does not say how its hyperparameters were searched", "train again with this carbonflow");
    }
  }

  @Test
  void aBundleThatDoesNotSayHowItWasTrainedIsRefused() {
    Bundle bundle = Bundle.load(bundle());
    Provenance from = bundle.provenance();
    Path old = folder.resolve("old.carbonflow");
    bundle.from(new Provenance(from.carbonflow(), from.revision(), from.libraries(), from.data(),
        from.seed(), from.splitSeed(), from.trainRows(), new TreeMap<>())).save(old);
    verify(old).fails(1, "carbonflow verify", old, "does not say how its hyperparameters were searched");

    Path byHand = folder.resolve("by-hand.carbonflow");
    bundle.from(new Provenance(from.carbonflow(), from.revision(), from.libraries(), from.data(),
        from.seed(), from.splitSeed(), from.trainRows(), new TreeMap<>(Map.of(
            "svm", new Searched("random", 5, 5, true), "xgboost", new Searched("random", 9, 5, true)))))
        .save(byHand);
    verify(byHand).fails(1, "carbonflow verify", byHand, "were searched in different ways");
  }

  @Test
  void wrongUseIsReportedAsSuch() {
    CarbonflowProgram.run("verify").fails(2, "carbonflow verify", "BUNDLE");
    verify(bundle(), "--data-2017=x").fails(2, "carbonflow verify", "--data-2017");
    verify(bundle(), "--output=" + shared.resolve("run"))
        .fails(2, "carbonflow verify", "--output", "is there already; name a new folder");
    CarbonflowProgram.run("verify", bundle(), "--data=").fails(2, "carbonflow verify", "--data: names no table");
    CarbonflowProgram.run("verify", bundle(), "--data=[a").fails(2, "carbonflow verify", "--data: '[a' is not a JSON list");
    CarbonflowProgram.run("verify", bundle(), "--data-2015=").fails(2, "carbonflow verify", "--data-2015");
    verify(folder.resolve("gone.carbonflow"))
        .fails(1, "carbonflow verify", "gone.carbonflow", "does not exist");
    verify(CarbonflowProgram.DATA_2015).fails(1, "carbonflow verify", CarbonflowProgram.DATA_2015, "is not a carbonflow bundle");
  }
}
