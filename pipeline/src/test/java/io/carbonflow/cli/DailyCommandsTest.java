// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.file.Sha256;
import io.carbonflow.base.json.StrictJson;
import io.carbonflow.cli.CarbonflowProgram.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people do after two trainings: they look at them, and predict by what was published.
class DailyCommandsTest {
  @TempDir static Path folder;
  private static Outcome quiet;
  @TempDir Path own;

  @BeforeAll
  static void twoTrainings() {
    train(1).ok();
    quiet = train(2, "--quiet").ok();
  }

  private static Outcome train(int seed, String... more) {
    return CarbonflowProgram.run(Stream.concat(Stream.of("run", "training", "--data-2015=" + CarbonflowProgram.DATA_2015,
        "--data-2016=" + CarbonflowProgram.DATA_2016, "--iterations=1", "--folds=2", "--seed=" + seed, "--split-seed=0",
        "--gate=floor=0,margin=-1", "--output=" + run(seed), "--store=" + folder.resolve("store")),
        Stream.of(more)).toArray());
  }

  private static Path run(int seed) {
    return folder.resolve("runs/seed-" + seed);
  }

  private static StrictJson json(Object... args) {
    return StrictJson.of(CarbonflowProgram.run(args).ok().out().getBytes(StandardCharsets.UTF_8), Place.of("out"));
  }

  private static Outcome predict(Object... more) {
    return CarbonflowProgram.run(Stream.concat(
        Stream.of("predict", "--rows=" + CarbonflowProgram.DATA_2016), Stream.of(more)).toArray());
  }

  @Test
  void predictTakesABundleOrTheModelOfAStoreAndSaysTheSame() {
    String byBundle = predict("--bundle=" + run(2).resolve("model.carbonflow")).ok().out();
    String byStore = predict("--store=" + folder.resolve("store")).ok().out();
    assertTrue(byStore.lines().count() > 100, byStore);
    assertEquals(byBundle, byStore);
    String before = json("models", "list", "--store=" + folder.resolve("store"), "--json").items().getLast()
        .field("version").text();
    assertEquals(predict("--bundle=" + run(1).resolve("model.carbonflow"), "--explain").ok().out(),
        predict("--store=" + folder.resolve("store"), "--model-version=" + before, "--explain=true").ok().out());
  }

  @Test
  void predictTakesNotBothAndNotNone() {
    predict("--bundle=x", "--store=y").fails(2, "carbonflow predict",
        "--bundle and --store name two models; give either a bundle or a store");
    predict("--bundle=x", "--model-version=y").fails(2, "carbonflow predict", "--bundle and --model-version");
    predict().fails(2, "carbonflow predict", "no model is named, and none is published in runs", "--bundle", "--store");
  }

  @Test
  void aPageForOneBuildingNeedsItsIdAndAFile() throws IOException {
    String both = "a page for one building needs both --building=ID and --page=FILE";
    Path page = folder.resolve("building.html");
    predict("--bundle=x", "--building=1").fails(2, "carbonflow predict", both);
    predict("--bundle=x", "--page=" + page).fails(2, "carbonflow predict", both);
    predict("--bundle=" + run(2).resolve("model.carbonflow"), "--building=1", "--page=" + page).ok();
    assertTrue(Files.readString(page).contains("(building 1)"), page::toString);
  }

  @Test
  void predictForKubeflowIsTheStepWhichNeedsABundle() {
    predict("--executor-input={}", "--bundle=x", "--store=y")
        .fails(2, "carbonflow predict", "there is no option --store");
  }

  @Test
  void programsReadModelsAsJson() {
    List<StrictJson> models = json("models", "list", "--store=" + folder.resolve("store"), "--json").items();
    assertEquals(List.of(true, false), models.stream().map(model -> model.field("current").truth()).toList());
    StrictJson shown = json("models", "show", "--store=" + folder.resolve("store"), "--json");
    assertEquals(models.getFirst().field("version").text(), shown.field("version").text());
    assertEquals(2, shown.field("seed").whole());
    assertTrue(shown.field("promise").field("r2").number() < 1);
  }

  @Test
  void programsReadAVerificationAsJson() throws IOException {
    Path changed = Files.writeString(own.resolve("2016.csv"), Files.readString(CarbonflowProgram.DATA_2016) + "\n");
    Outcome outcome = CarbonflowProgram.run("verify", run(1).resolve("model.carbonflow"), "--json",
        "--data-2015=" + CarbonflowProgram.DATA_2015, "--data-2016=" + changed);
    assertEquals(1, outcome.exit(), outcome.err());
    StrictJson json = StrictJson.of(outcome.out().getBytes(StandardCharsets.UTF_8), Place.of("out"));
    assertFalse(json.field("verified").truth());
    assertFalse(json.field("trained").truth());
    assertEquals(List.of(true, false),
        json.list("tables").stream().map(table -> table.field("same").truth()).toList());
  }

  @Test
  void whoIsQuietLogsNothingButWarnings() {
    assertTrue(quiet.out().contains("Results are in"), quiet.out());
    assertFalse(quiet.err().contains("rows"), quiet.err());
    assertFalse(quiet.err().contains("fits"), quiet.err());
  }

  @Test
  void runsAreListedWithTheirBestModel() {
    List<String> lines = CarbonflowProgram.run("runs", "list", folder.resolve("runs")).ok().out().lines().toList();
    assertTrue(lines.getFirst().matches("NAME +STARTED +PIPELINE +STATE +MODEL +R²"), lines::toString);
    assertTrue(lines.get(1).matches("seed-2 +\\S+Z +training +succeeded +[a-z_]+ +0\\.\\d{3}"), lines::toString);
    assertTrue(lines.get(2).startsWith("seed-1 "), lines::toString);
  }

  @Test
  void aRunIsShownWithTheHashesOfItsTables() throws IOException {
    StrictJson shown = json("runs", "show", run(1), "--json");
    assertEquals(Sha256.of(CarbonflowProgram.DATA_2016),
        shown.field("inputs").field(CarbonflowProgram.DATA_2016.toString()).text());
    assertEquals(1, shown.field("parameters").field("seed").whole());
    assertTrue(shown.field("metrics").field("evaluate.svm_r2").number() < 1);
    assertEquals(run(1).resolve("report.html").toString(), shown.field("report").text());
  }

  @Test
  void twoRunsAreComparedAndWhatDiffersIsMarked() {
    String shown = CarbonflowProgram.run("runs", "compare", run(1), run(2)).ok().out();
    for (String part : List.of("(?m)^  seed +1 +2 +\\*$", "(?m)^  split_seed +0 +0$",
        "(?m)^  evaluate.svm_r2 +\\S+ +\\S+ +\\* \\S+$", "(?m)^  merge.merged_table +(\\w{12}) +\\1$")) {
      assertTrue(Pattern.compile(part).matcher(shown).find(), part + " in " + shown);
    }
  }

  @Test
  void theReportIsOpenedByItsPathWhereThereIsNoDesktop() {
    assertEquals(run(1).resolve("report.html") + "\n", CarbonflowProgram.run("runs", "open", run(1)).ok().out());
  }
}
