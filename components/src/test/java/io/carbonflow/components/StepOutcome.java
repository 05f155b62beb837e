// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

/// What a command line came to.
///
/// @param command its name
/// @param exit its exit code
/// @param out what it wrote to standard output
/// @param err what it wrote to standard error
public record StepOutcome(String command, int exit, String out, String err) {

  /// Checks that all went well.
  public StepOutcome ok() {
    assertEquals(0, exit, err);
    return this;
  }

  /// Checks that the work failed with one line that a person can use, which holds these parts.
  ///
  /// @return that line
  public String fails(Object... parts) {
    assertEquals(1, exit, err);
    return message(1, parts);
  }

  /// Checks that the command was refused with one line that holds these parts, and a hint.
  ///
  /// @return that line
  public String isWrongUse(Object... parts) {
    assertEquals(2, exit, err);
    String message = message(2, parts);
    assertEquals("See '" + command + " --help'.", err.lines().toList().get(1));
    return message;
  }

  private String message(int lines, Object... parts) {
    List<String> shown = err.lines().toList();
    assertEquals(lines, shown.size(), err);
    String message = shown.getFirst();
    assertTrue(message.startsWith(command + ": "), message);
    for (Object part : parts) {
      assertTrue(message.contains(part.toString()), () -> "no '" + part + "' in: " + message);
    }
    for (String internal : List.of("unexpected", "Exception", "java.", "io.carbonflow", "null")) {
      assertFalse(message.contains(internal), message);
    }
    return message;
  }
}
