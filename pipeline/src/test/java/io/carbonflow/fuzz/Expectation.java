// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.fuzz;

import module java.base;
import io.carbonflow.base.json.Json;
import io.carbonflow.base.table.Csv;
import io.carbonflow.cli.CarbonflowProgram.Outcome;

/// What holds of a command whatever it reads: one line of what is wrong, an exit code that fits, no
/// word of Java's in it, and nothing half-written.
final class Expectation {
  private static final Pattern JAVA = Pattern.compile("unexpected:|\\tat |\\[L?java|\\b(java|jdk|sun|javax)\\."
      + "|\\b(com|org|io|software|smile|ml|picocli|de)(\\.[a-z0-9_]+)*"
      + "\\.[A-Z][a-z]\\w+|\\b[A-Z][a-z]+[A-Z]\\w*(Exception|Error)\\b|Optional\\[");

  private Expectation() {}

  /// What does not hold; empty if all does.
  ///
  /// @param folder where the outputs lie, or would
  static Optional<String> broken(Outcome outcome, Path folder) throws IOException {
    List<String> lines = outcome.err().lines().toList();
    Matcher java = JAVA.matcher(outcome.err());
    if (java.find()) {
      return Optional.of("says '" + java.group() + "': " + lines.getLast());
    }
    if (outcome.exit() < 0 || outcome.exit() > 2) {
      return Optional.of("ends with " + outcome.exit());
    }
    if (outcome.exit() == 2 && told(lines) != 1) {
      return Optional.of("wrong use is reported in " + told(lines) + " lines: " + outcome.err());
    }
    // A verdict, such as that a table is not valid, is not a failure of the program.
    if (outcome.exit() == 1 && (told(lines) > 1 || lines.isEmpty() && outcome.out().isEmpty())) {
      return Optional.of("a failure is reported in " + told(lines) + " lines: " + outcome.err());
    }
    return outputs(folder);
  }

  private static long told(List<String> lines) {
    return lines.stream().filter(line -> line.startsWith("carbonflow")).count();
  }

  private static Optional<String> outputs(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(".part")) {
          return Optional.of("leaves " + name);
        }
        try {
          if (name.endsWith(".csv")) {
            Csv.read(file);
          } else if (name.endsWith(".json")) {
            Json.parse(Files.readString(file));
          }
        } catch (RuntimeException e) {
          return Optional.of("leaves a broken " + name + ": " + e.getMessage());
        }
      }
    }
    return Optional.empty();
  }
}
