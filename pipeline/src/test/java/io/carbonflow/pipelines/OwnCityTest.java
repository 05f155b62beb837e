// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.pipelines;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.json.StrictJson;
import io.carbonflow.cli.CarbonflowProgram;
import io.carbonflow.model.bundle.Bundle;
import io.carbonflow.model.city.City;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Trainings by the file of a city of one's own, which says of the sample tables what Seattle's does.
class OwnCityTest {
  private static final String DATA = "--data=" + CarbonflowProgram.DATA_2015 + "," + CarbonflowProgram.DATA_2016;
  @TempDir static Path shared;
  private static Path city;
  private static Path run;

  @BeforeAll
  static void aTraining() throws IOException {
    city = file(shared.resolve("mytown.yaml"), "Mytown");
    run = shared.resolve("run");
    train(run, city).ok();
  }

  private static Path file(Path file, String name) throws IOException {
    return Files.writeString(file, Files.readString(Path.of("../cities/seattle.yaml"))
        .replaceFirst("(?m)^name: Seattle$", "name: " + name));
  }

  private static CarbonflowProgram.Outcome train(Path output, Object city) {
    return CarbonflowProgram.run("run", DATA, "--city=" + city, "--iterations=1", "--folds=2", "--gate=floor=0",
        "--output=" + output);
  }

  private static Bundle bundle(Path run) {
    return Bundle.load(run.resolve("model.carbonflow"));
  }

  private static List<String> unchanged(CarbonflowProgram.Outcome outcome) {
    return outcome.err().lines().filter(line -> line.endsWith(": unchanged"))
        .map(line -> line.replace(": unchanged", "")).sorted().toList();
  }

  @Test
  void theBundleSourcesAndReportSayWhichCity() throws IOException {
    assertEquals("Mytown", bundle(run).city().name());
    assertEquals("Mytown", StrictJson.read(run.resolve("steps/merge/sources.json")).field("city").field("name").text());
    assertTrue(Files.readString(run.resolve("report.html")).contains("<td>city</td><td>Mytown"));
  }

  @Test
  void itsModelIsTheOneOfSeattlesFile() throws IOException {
    Path seattle = shared.resolve("seattle");
    train(seattle, "seattle").ok();
    assertEquals(City.SEATTLE, bundle(seattle).city());
    assertArrayEquals(Files.readAllBytes(seattle.resolve("predictions.csv")),
        Files.readAllBytes(run.resolve("predictions.csv")));
    SortedMap<String, String> own = Bundle.hashes(bundle(run).toBytes(), "own");
    SortedMap<String, String> theirs = Bundle.hashes(bundle(seattle).toBytes(), "seattle");
    own.entrySet().removeIf(part -> part.getValue().equals(theirs.get(part.getKey())));
    assertEquals(Set.of("city.json"), own.keySet());
  }

  @Test
  void whatFollowsFromAFileThatHasChangedIsDoneAgain() throws IOException {
    Path other = file(shared.resolve("other.yaml"), "Otherville");
    Path output = shared.resolve("changed");
    train(output, other).ok();
    List<String> searches = List.of("train-random-forest", "train-svm", "train-xgboost");
    assertTrue(unchanged(train(output, other).ok()).containsAll(List.of("clean", "prepare", "train-best")));
    file(other, "Elsewhere");
    List<String> unchanged = unchanged(train(output, other).ok());
    assertTrue(unchanged.containsAll(searches), unchanged::toString);
    assertTrue(List.of("clean", "prepare", "train-best").stream().noneMatch(unchanged::contains), unchanged::toString);
    assertEquals("Elsewhere", bundle(output).city().name());
  }

  @Test
  void itIsVerifiedByTheCityThatItCarriesWithoutTheFile() {
    String out = CarbonflowProgram.run("verify", run.resolve("model.carbonflow"), DATA).ok().out();
    assertTrue(Pattern.compile("(?m)^city.json +same ").matcher(out).find(), out);
    assertTrue(out.endsWith("Verified: training again gives the same model, byte for byte.\n"), out);
  }

  @Test
  void theSamplesAreNotWhatABundleOfAnotherCityIsVerifiedWith() {
    CarbonflowProgram.run("verify", run.resolve("model.carbonflow")).fails(2, "carbonflow verify",
        "--data: no table is given, and the samples are not of Mytown");
  }

  @Test
  void anotherCityNeedsTables() {
    CarbonflowProgram.run("run", "--city=chicago", "--output=" + shared.resolve("none"))
        .fails(2, "carbonflow run training", "--data: no table is given");
  }

  @Test
  void aCityThatThereIsNotIsWrongUse() {
    for (String pipeline : List.of("training", "training-compact", "training-distributed")) {
      CarbonflowProgram.run("run", pipeline, DATA, "--city=boston").fails(2, "carbonflow run " + pipeline,
          "--city: 'boston' is not a city that comes with carbonflow; those are chicago, seattle");
    }
    CarbonflowProgram.run("run", "monitoring", DATA, "--rows=" + CarbonflowProgram.DATA_2016, "--city=boston")
        .fails(2, "carbonflow run monitoring", "--city: 'boston'");
  }

  @Test
  void aFileThatIsNotThereFailsTheFirstTask() {
    CarbonflowProgram.Outcome outcome = train(shared.resolve("absent"), shared.resolve("absent.yaml"));
    outcome.fails(1, "carbonflow run training", "task merge failed", "absent.yaml");
  }

  @Test
  void inOneContainerItIsTheSame() throws IOException {
    Path compact = shared.resolve("compact");
    CarbonflowProgram.run("run", "training-compact", DATA, "--city=" + city, "--iterations=1", "--folds=2",
        "--gate=floor=0", "--output=" + compact).ok();
    assertArrayEquals(Files.readAllBytes(run.resolve("model.carbonflow")),
        Files.readAllBytes(compact.resolve("model.carbonflow")));
  }
}
