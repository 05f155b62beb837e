// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import module java.base;
import com.google.gson.JsonParser;
import io.carbonflow.components.fail.Fail;
import io.carbonflow.kfp.step.Declaration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program as a process of its own: how it ends, and what it leaves when it is interrupted.
class ProcessTest {
  private static final int INTERRUPTED = 130;
  @TempDir Path folder;

  private record Ended(int exit, String out, String err) {}

  private Process start(String... args) throws IOException {
    return start(Carbonflow.class, args);
  }

  private static Process start(Class<?> main, String... args) throws IOException {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow", "-Djava.awt.headless=true",
        "-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("LC_ALL", "C");
    return builder.start();
  }

  private Ended run(String... args) throws Exception {
    return end(start(args));
  }

  private static Ended end(Process process) throws Exception {
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    return new Ended(process.exitValue(), out, err);
  }

  private String[] training() {
    return new String[] {"run", "training", "--data-2015=" + CarbonflowProgram.DATA_2015,
        "--data-2016=" + CarbonflowProgram.DATA_2016, "--iterations=3", "--folds=2",
        "--output=" + folder.resolve("run")};
  }

  @Test
  void interruptedInTheMiddleItLeavesNothingHalfAndTheNextRunGoesOnFromThere() throws Exception {
    assumeFalse(Interrupts.areIgnored(), "this shell's children ignore Ctrl-C");
    Process process = start(training());
    BufferedReader err = process.errorReader(StandardCharsets.UTF_8);
    String line = err.readLine();
    while (line != null && !line.startsWith("prepare: ")) {
      line = err.readLine();
    }
    assertTrue(line != null, "it ended before it was interrupted");
    assertEquals(0, new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
        .start().waitFor());
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    assertEquals(INTERRUPTED, process.exitValue());
    List<String> rest = err.lines().toList();
    assertFalse(rest.stream().anyMatch(one -> one.contains("Exception")), rest::toString);
    assertEquals("carbonflow run training: interrupted", rest.get(rest.size() - 2), rest::toString);
    assertTrue(rest.getLast().matches("The results of merge, .*clean.* are kept in .*/run\\."
        + " Give the same command to go on from there\\."), rest::toString);
    assertFalse(Files.exists(folder.resolve("run/metrics.json")));
    assertWhole();

    CarbonflowProgram.Outcome next = CarbonflowProgram.run((Object[]) training()).ok();
    assertTrue(next.err().contains("clean: unchanged"), next.err());
    assertTrue(Files.exists(folder.resolve("run/model.carbonflow")));
    assertWhole();
  }

  private void assertWhole() throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      assertFalse(file.toString().endsWith(".part"), file.toString());
      if (file.toString().endsWith(".json")) {
        JsonParser.parseString(Files.readString(file));
      }
    }
  }

  @Test
  void theExitCodeTellsWrongUseFromFailure() throws Exception {
    Ended wrong = run("predct");
    assertEquals(2, wrong.exit());
    assertEquals("""
        carbonflow: there is no command predct; did you mean predict?
        See 'carbonflow --help'.
        """, wrong.err());
    Ended failed = run("clean", "--table=gone.csv", "--clean-rows=" + folder.resolve("rows.csv"));
    assertEquals(1, failed.exit());
    assertEquals("carbonflow clean: gone.csv: there is no such file;"
        + " check the path given with --table (the merged table)\n", failed.err());
    assertEquals("", failed.out());
  }

  @Test
  void resultsAreUtf8WhereThereIsNoLocale() throws Exception {
    Ended help = run("train-svm", "--help");
    assertEquals(0, help.exit());
    assertEquals("", help.err());
    assertTrue(help.out().contains("cross-validated R²"), help.out());
  }

  @Test
  void aStepIsAProgramOfItsOwn() throws Exception {
    Ended ended = end(start(Fail.class, "--reason=too hot"));
    assertEquals(1, ended.exit());
    assertEquals("fail: verdict: too hot; see the report of the task before this one\n", ended.err());
  }

  @Test
  void everyCommandHasHelpOnStandardOutput() {
    List<String[]> commands = new ArrayList<>(List.of(new String[] {}, new String[] {"run"},
        new String[] {"run", "training"}));
    Declaration.all().forEach(step -> commands.add(new String[] {step.name()}));
    for (String[] command : commands) {
      List<Object> args = new ArrayList<>(List.of((Object[]) command));
      args.add("--help");
      CarbonflowProgram.Outcome help = CarbonflowProgram.run(args.toArray()).ok();
      assertEquals("", help.err());
      String name = ("carbonflow " + String.join(" ", command)).strip();
      assertTrue(help.out().startsWith("Usage: " + name), help.out());
    }
  }

  @Test
  void withoutACommandItAsksForOne() {
    CarbonflowProgram.run().fails(2, "carbonflow", "name a command, such as run");
    CarbonflowProgram.run("--verison").fails(2, "carbonflow", "--verison", "did you mean --version?");
    assertTrue(CarbonflowProgram.run("--version").ok().out().startsWith("carbonflow "));
  }
}
