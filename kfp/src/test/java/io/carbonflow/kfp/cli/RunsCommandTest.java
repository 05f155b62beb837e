// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.json.StrictJson;
import io.carbonflow.kfp.pipeline.Pipeline;
import io.carbonflow.kfp.run.Squares;
import io.carbonflow.kfp.step.Streams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `runs` of a project's own program, on two runs of its pipeline.
class RunsCommandTest {
  @TempDir Path folder;
  private final ClassLoader usual = Thread.currentThread().getContextClassLoader();

  private record Outcome(int exit, String out, String err) {}

  @BeforeEach
  void twoRuns() throws IOException {
    Path services = Files.createDirectories(folder.resolve("classes/META-INF/services"));
    Files.writeString(services.resolve(Pipeline.class.getName()), Squares.class.getName());
    Thread.currentThread().setContextClassLoader(new URLClassLoader(
        new URL[] {folder.resolve("classes").toUri().toURL()}, usual));
    for (String numbers : List.of("2", "2,3")) {
      Outcome run = run("run", "squares", "--output=" + at(numbers), "--numbers=[" + numbers + "]", "--factor=1",
          "--journal=" + folder.resolve("journal.txt"));
      assertEquals(0, run.exit(), run.err());
    }
  }

  @AfterEach
  void forget() {
    Thread.currentThread().setContextClassLoader(usual);
  }

  private Path at(String numbers) {
    return folder.resolve("runs/of-" + numbers.replace(',', '-'));
  }

  private static Outcome run(String... args) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    Program acme = Program.named("acme", "Forecasts anvils.").summing(run -> new RunSummary(
        new LinkedHashMap<>(Map.of("anvils", "7")), new TreeMap<>(Map.of("weight", 8.0)), new TreeMap<>()));
    int exit = CommandTree.execute(CliContext.of(acme, new Streams(
        new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8))), args);
    return new Outcome(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static StrictJson json(String... args) {
    Outcome outcome = run(args);
    assertEquals(0, outcome.exit(), outcome.err());
    return StrictJson.of(outcome.out().getBytes(StandardCharsets.UTF_8), Place.of("out"));
  }

  @Test
  void runsAreListedTheNewestFirstWithWhatTheProgramKnows() {
    List<String> lines = run("runs", "list", folder.resolve("runs").toString()).out().lines().toList();
    assertEquals(3, lines.size(), lines::toString);
    assertTrue(lines.getFirst().matches("NAME +STARTED +PIPELINE +STATE +ANVILS"), lines::toString);
    assertTrue(lines.get(1).matches("of-2(-3)? +20\\S+Z +squares +succeeded +7"), lines::toString);
    List<StrictJson> list = json("runs", "list", folder.resolve("runs").toString(), "--json").items();
    assertEquals(2, list.size());
    assertEquals("succeeded", list.getFirst().field("state").text());
    assertEquals("7", list.getFirst().field("summary").field("anvils").text());
  }

  @Test
  void aRunIsShownWithParametersTasksMetricsAndResults() {
    String shown = run("runs", "show", at("2,3").toString()).out();
    for (String part : List.of("(?m)^state: succeeded$", "(?m)^  numbers +\\[2,3\\]$", "(?m)^  sum.total +13$",
        "(?m)^  weight +8$", "(?m)^squares/1/square +succeeded +\\d+\\.\\d s$", "(?m)^  sum.json$")) {
      assertTrue(Pattern.compile(part).matcher(shown).find(), part + " in " + shown);
    }
    StrictJson json = json("runs", "show", at("2,3").toString(), "--json");
    assertEquals(13, json.field("metrics").field("sum.total").number());
    assertEquals(64, json.field("data").field("sum.text").text().length());
  }

  @Test
  void whatDiffersBetweenTwoRunsIsMarked() {
    String shown = run("runs", "compare", at("2").toString(), at("2,3").toString()).out();
    for (String part : List.of("(?m)^  numbers +\\[2\\] +\\[2,3\\] +\\*$", "(?m)^  factor +1 +1$",
        "(?m)^  sum.total +4 +13 +\\* \\+9$", "(?m)^  sum.text +\\w{12} +\\w{12} +\\*$", "\\* differs: \\d+\\n$")) {
      assertTrue(Pattern.compile(part).matcher(shown).find(), part + " in " + shown);
    }
    StrictJson json = json("runs", "compare", at("2").toString(), at("2,3").toString(), "--json");
    StrictJson numbers = json.field("parameters").items().stream()
        .filter(one -> one.field("name").text().equals("numbers")).findFirst().orElseThrow();
    assertFalse(numbers.field("same").truth());
  }

  @Test
  void longTextsLoseTheirMiddleSideBySide() {
    String journal = folder.resolve("journal.txt").toString();
    String shown = run("runs", "compare", at("2").toString(), at("2,3").toString()).out();
    assertTrue(journal.length() > 30 && !shown.contains(journal), shown);
    String clipped = journal.substring(0, 14) + "…" + journal.substring(journal.length() - 15);
    assertTrue(shown.lines().anyMatch(line -> line.strip().matches(
        "journal +" + Pattern.quote(clipped) + " +" + Pattern.quote(clipped))), shown);
  }

  @Test
  void aRunComparedWithItselfIsTheSame() {
    String shown = run("runs", "compare", at("2").toString(), at("2").toString()).out();
    assertTrue(shown.endsWith("\nThe same.\n"), shown);
  }

  @Test
  void aRunWithoutAPageHasNothingToOpen() {
    Outcome outcome = run("runs", "open", at("2").toString());
    assertEquals(1, outcome.exit());
    assertTrue(outcome.err().contains("has no report"), outcome.err());
  }

  @Test
  void wrongUseIsReportedWithWhatToDo() {
    assertEquals(2, run("runs").exit());
    assertTrue(run("runs").err().startsWith("acme runs: name what to do: list, show, compare, open\n"));
    assertTrue(run("runs", "compar").err().startsWith("acme runs: there is no command compar; did you mean compare?"));
    Outcome one = run("runs", "compare", at("2").toString());
    assertEquals(2, one.exit());
    assertTrue(one.err().contains("name two runs"), one.err());
    Outcome none = run("runs", "show", "nowhere");
    assertEquals(1, none.exit());
    assertTrue(none.err().contains("nowhere: is not a run's folder"), none.err());
  }
}
