// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.kfp.step.Declaration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What `--help` shows, and what is suggested.
class HelpTest {
  private static final Set<String> DAILY =
      Set.of("run", "verify", "runs", "predict", "models", "city", "kubeflow", "compile", "steps", "completion");

  private static List<String> lines(String... args) {
    return CarbonflowProgram.run((Object[]) args).ok().out().lines().toList();
  }

  /// The commands that a list shows, by what stands above them.
  private static SequencedMap<String, List<String>> groups() {
    SequencedMap<String, List<String>> groups = new LinkedHashMap<>();
    for (String line : lines("--help")) {
      if (line.matches("[A-Z]\\w+")) {
        groups.put(line, new ArrayList<>());
      } else if (line.matches("  [a-z]\\S* .*") && !groups.isEmpty()) {
        groups.lastEntry().getValue().add(line.strip().split(" ")[0]);
      }
    }
    return groups;
  }

  @Test
  void commandsStandInGroups() {
    SequencedMap<String, List<String>> groups = groups();
    assertEquals(List.of("run", "verify", "runs"), groups.get("Train"));
    assertEquals(List.of("predict"), groups.get("Predict"));
    assertEquals(List.of("models", "city"), groups.get("Models"));
    assertEquals(List.of("kubeflow", "compile"), groups.get("Kubeflow"));
    assertEquals(List.of("steps", "completion"), groups.get("More"));
  }

  @Test
  void stepsAreNotListedButByTheirCommandAndGoOnBeingCommands() {
    String help = String.join("\n", lines("--help"));
    String steps = String.join("\n", lines("steps"));
    for (Declaration step : Declaration.all()) {
      assertEquals(DAILY.contains(step.name()), help.contains("\n  " + step.name() + " "), step.name());
      assertTrue(("\n" + steps).contains("\n  " + step.name() + " "), step.name());
      assertTrue(lines(step.name(), "--help").getFirst().startsWith("Usage: carbonflow " + step.name()), step.name());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "run", "verify", "runs", "predict", "models", "city", "kubeflow", "compile", "steps", "completion"})
  void theHelpOfADailyCommandEndsWithTwoExamplesAndThePage(String command) {
    List<String> help = lines(command, "--help");
    List<String> end = help.subList(help.indexOf("Examples"), help.size());
    assertEquals(6, end.size(), help::toString);
    assertTrue(end.get(1).contains("./carbonflow " + command) && end.get(2).contains("carbonflow"), end::toString);
    assertEquals("Documentation", end.get(4), end::toString);
    String page = end.get(5).strip().replaceFirst("https://github.com/carbonflow/carbonflow/blob/main/", "");
    assertTrue(Files.exists(Path.of("..").resolve(page.split("#")[0])), page);
  }

  @ParameterizedTest
  @CsvSource({"predcit,predict", "rnu,run", "modles,models", "kubeflw,kubeflow", "train-smv,train-svm"})
  void aCommandThatIsNoneSuggestsOneThatIsNear(String wrong, String near) {
    String message = CarbonflowProgram.run(wrong).fails(2, "carbonflow", "there is no command " + wrong);
    assertTrue(message.endsWith("did you mean " + near + "?"), message);
  }

  @ParameterizedTest
  @CsvSource({"predict,--bundel=x,--bundle", "run training,--iteratoins=3,--iterations", "models list,--sotre=x,--store",
      "runs list,--jsno,--json"})
  void anOptionThatIsNoneSuggestsOneThatIsNear(String command, String wrong, String near) {
    List<Object> args = new ArrayList<>(List.of((Object[]) command.split(" ")));
    args.add(wrong);
    if (command.equals("predict")) {
      args.add("--rows=x");
    }
    String message = CarbonflowProgram.run(args.toArray())
        .fails(2, "carbonflow " + command, "there is no option " + wrong);
    assertTrue(message.endsWith("did you mean " + near + "?"), message);
  }

  @Test
  void whereThereIsNoTerminalHelpIsEightyWideAndPlain() throws Exception {
    for (String line : shown(Map.of())) {
      assertTrue(line.length() <= 80 || line.startsWith("  http"), line);
    }
    assertFalse(String.join("", shown(Map.of())).contains("\033"));
  }

  @Test
  void helpIsAsWideAsTheTerminal() throws Exception {
    List<String> narrow = shown(Map.of("COLUMNS", "60"));
    assertTrue(narrow.stream().filter(line -> !line.matches(".*(http|\\./carbonflow).*"))
        .allMatch(line -> line.length() <= 60), narrow::toString);
    List<String> wide = shown(Map.of("COLUMNS", "110"));
    assertTrue(wide.stream().anyMatch(line -> line.length() > 80 && line.length() <= 110), wide::toString);
  }

  /// What a process of its own shows of the help.
  private static List<String> shown(Map<String, String> environment) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
        Carbonflow.class.getName(), "--help").redirectErrorStream(true);
    builder.environment().remove("COLUMNS");
    builder.environment().putAll(environment);
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), out);
    return out.lines().toList();
  }
}
