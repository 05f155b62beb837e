// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.cli.LauncherHome.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The script `carbonflow`, with JDKs that only say who they are and how they are started.
class LauncherTest {
  @TempDir Path folder;
  private LauncherHome home;

  @BeforeEach
  void aHome() throws Exception {
    home = new LauncherHome(folder.resolve("home"));
  }

  @Test
  void withoutAJdk25ItSaysWhatToInstall() throws Exception {
    home.installation().jdk("old", "21.0.2");
    Outcome outcome = home.run(Map.of(), "run");
    assertEquals(1, outcome.exit());
    assertTrue(outcome.out().startsWith(
        "carbonflow: no JDK 25 found in JAVA_HOME, on the path or in the usual folders."),
        outcome.out());
    assertTrue(outcome.out().contains("Temurin 25"), outcome.out());
  }

  @Test
  void aJdk25IsFoundBesideOlderOnes() throws Exception {
    home.installation().jdk("a-17", "17.0.15");
    home.jdk("b-25", "25.0.3");
    Outcome outcome = home.run(Map.of(), "run", "--seed=1 2");
    assertEquals(0, outcome.exit());
    assertTrue(outcome.out().startsWith("b-25 passive"), outcome.out());
    assertTrue(outcome.out().endsWith("/lib/carbonflow.jar run --seed=1 2\n"), outcome.out());
  }

  @Test
  void javaHomeComesFirst() throws Exception {
    home.installation().jdk("a", "25.0.1");
    Path chosen = home.jdk("z", "26");
    assertTrue(home.run(Map.of("JAVA_HOME", chosen.toString())).out().startsWith("z passive"));
  }

  @Test
  void aJavaHomeThatIsTooOldIsPassedOver() throws Exception {
    home.installation().jdk("b-25", "25");
    Path old = home.jdk("a-17", "17.0.15");
    assertTrue(home.run(Map.of("JAVA_HOME", old.toString())).out().startsWith("b-25 passive"));
  }

  @Test
  void anInstallationUsesItsOwnRuntimeAndFollowsTheContainersMemory() throws Exception {
    home.installation().runtime();
    home.jdk("b-25", "25");
    Outcome outcome = home.run(Map.of(), "merge");
    assertTrue(outcome.out().startsWith("runtime passive"), outcome.out());
    assertTrue(outcome.out().contains(" -XX:MaxRAMPercentage="), outcome.out());
    assertFalse(outcome.out().contains("-Xmx"), outcome.out());
  }

  @Test
  void whereTooFewFilesMayBeOpenItSaysHowManyItNeeds() throws Exception {
    home.installation().jdk("b-25", "25");
    for (int files : new int[] {64, 128}) {
      ProcessBuilder limited = home.start(Map.of());
      limited.command("sh", "-c", "ulimit -n " + files + "; exec \"$0\" merge", home.path("carbonflow").toString());
      Outcome outcome = LauncherHome.outcome(limited);
      assertEquals(files < 128 ? 1 : 0, outcome.exit(), outcome.out());
      assertEquals(files < 128, outcome.out().equals("carbonflow: only 64 files may be open at a time, and it needs 128;"
          + " raise the limit where it is set, as with ulimit -n 1024\n"), outcome.out());
    }
  }

  @Test
  void onlyCommandsThatComputeForLongHaveTheOptimizingCompiler() throws Exception {
    home.installation().jdk("b-25", "25");
    for (String quick : new String[] {"merge", "compile", "train", "-svm", "--help", ""}) {
      assertTrue(home.run(Map.of(), quick).out().contains("-XX:TieredStopAtLevel=1"), quick);
    }
    for (String slow : new String[] {"run", "train-svm", "predict --explain", "predict --explain=true --level=0.8",
        "infer --explain true --level 0.8"}) {
      assertFalse(home.run(Map.of(), slow.split(" ")).out().contains("-XX:TieredStopAtLevel=1"), slow);
    }
    for (String quick : new String[] {"predict --explain=false", "infer --explain false", "predict --explanations=x.csv"}) {
      assertTrue(home.run(Map.of(), quick.split(" ")).out().contains("-XX:TieredStopAtLevel=1"), quick);
    }
  }

  @Test
  void theCallersOptionsOfTheJvmComeLastAndSoWin() throws Exception {
    home.installation().jdk("b-25", "25");
    String out = home.run(Map.of("CARBONFLOW_JAVA_OPTIONS", "-Xmx2g -ea"), "merge").out();
    assertTrue(out.contains("-XX:MaxRAMPercentage="), out);
    assertTrue(out.indexOf("-XX:MaxRAMPercentage=") < out.indexOf("-Xmx2g -ea -jar"), out);
  }

  @Test
  void aCheckoutIsBuiltOnceWithItsCacheOfClasses() throws Exception {
    home.checkout().jdk("b-25", "25");
    Outcome first = home.run(Map.of(), "merge");
    assertTrue(first.out().startsWith("carbonflow: building"), first.out());
    assertTrue(first.out().contains("-XX:SharedArchiveFile="), first.out());
    Outcome second = home.run(Map.of(), "merge");
    assertTrue(second.out().startsWith("b-25 passive"), second.out());
    assertTrue(second.out().contains("-XX:SharedArchiveFile="), second.out());
    assertTrue(second.out().endsWith("-cp " + home.path("target/program/builds/7/lib/lib.jar")
        + " io.carbonflow.cli.Carbonflow merge\n"), second.out());
    assertEquals("package\ncache b-25\n", home.made());
  }

  @Test
  void anArchiveIsNotBuiltAndMakesItsCacheOnce() throws Exception {
    home.archive().jdk("b-25", "25");
    Outcome first = home.run(Map.of(), "merge");
    assertTrue(first.out().startsWith("carbonflow: making a cache of classes"), first.out());
    assertTrue(home.run(Map.of(), "merge").out().startsWith("b-25 passive"));
    assertEquals("cache b-25\n", home.made());
  }

  @Test
  void whatHasChangedIsBuiltWithoutMavenAndTheCacheOfLibrariesStays() throws Exception {
    home.checkout().jdk("b-25", "25");
    home.run(Map.of(), "merge");
    Thread.sleep(20);
    Path source = Files.writeString(home.path("model/src/main/A.java"), "class A {}");
    home.run(Map.of(), "merge");
    Thread.sleep(20);
    Files.delete(source);
    home.run(Map.of(), "merge");
    home.run(Map.of(), "merge");
    assertEquals("package\ncache b-25\nupdate\nupdate\n", home.made());
  }

  @Test
  void whatMavenBuildsForSomebodyElseTriggersNothing() throws Exception {
    home.checkout().jdk("b-25", "25");
    home.run(Map.of(), "merge");
    Thread.sleep(20);
    Files.createDirectories(home.path("model/target/classes"));
    Files.writeString(home.path("model/target/classes/A.class"), "by ./mvnw compile");
    Files.writeString(home.path("pipeline/target/lib/carbonflow.jar"), "by ./mvnw install");
    assertTrue(home.run(Map.of(), "merge").out().startsWith("b-25 passive"));
    assertEquals("package\ncache b-25\n", home.made());
  }

  @Test
  void whereOnlyMavenCanBuildItDoes() throws Exception {
    home.checkout().jdk("b-25", "25");
    home.run(Map.of(), "merge");
    Thread.sleep(20);
    Files.writeString(home.path("model/pom.xml"), "<project/>");
    home.path("maven").toFile().createNewFile();
    home.run(Map.of(), "merge");
    assertEquals("package\ncache b-25\npackage\n", home.made());
  }

  @Test
  void aSourceThatTheCompilerRefusesIsTriedAgainWithTheNextStart() throws Exception {
    home.checkout().jdk("b-25", "25");
    home.run(Map.of(), "merge");
    Thread.sleep(20);
    Files.writeString(home.path("model/src/main/A.java"), "class");
    home.path("wrong").toFile().createNewFile();
    for (int i = 0; i < 2; i++) {
      Outcome outcome = home.run(Map.of(), "merge");
      assertEquals(1, outcome.exit());
      assertTrue(outcome.out().endsWith("the build failed; what is wrong stands above\n"), outcome.out());
    }
  }

  @Test
  void anotherJdkHasACacheOfItsOwn() throws Exception {
    home.checkout().jdk("b-25", "25.0.3");
    Path other = home.jdk("c-26", "26");
    home.run(Map.of(), "merge");
    home.run(Map.of("JAVA_HOME", other.toString()), "merge");
    home.run(Map.of("JAVA_HOME", other.toString()), "merge");
    assertEquals("package\ncache b-25\ncache c-26\n", home.made());
  }

  @Test
  void aCacheThatCannotBeMadeIsNoFailureAndIsNotTriedAgain() throws Exception {
    home.checkout().jdk("b-25", "25");
    home.path("no-cache").toFile().createNewFile();
    Outcome first = home.run(Map.of(), "merge");
    assertEquals(0, first.exit());
    assertTrue(first.out().contains("carbonflow: there is no cache of classes, so each start takes"
        + " a second more\nb-25 passive"), first.out());
    assertFalse(first.out().contains("-XX:SharedArchiveFile="), first.out());
    assertTrue(home.run(Map.of(), "merge").out().startsWith("b-25 passive"));
  }

  @Test
  void theOptionsAreTakenByThisJvmAndACacheThatIsNoneIsPassedOverInSilence() throws Exception {
    Path cache = Files.writeString(folder.resolve("carbonflow.aot"), "none");
    assertEquals(new Outcome(0, ""), LauncherHome.outcome(new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "@../jvm/options",
        "-XX:AOTCache=" + cache, "-cp", System.getProperty("java.class.path"),
        "io.carbonflow.cli.Nothing")));
  }
}
