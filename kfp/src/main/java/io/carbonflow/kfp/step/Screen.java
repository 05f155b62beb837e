// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.step;

import module java.base;

/// What standard error of this process leads to.
///
/// @param terminal whether a person watches
/// @param columns how wide it is, at least [#LEAST]
/// @param colors whether it may have colors
record Screen(boolean terminal, int columns, boolean colors) {
  /// How wide a terminal is of which nothing else is known.
  static final int USUAL = 80;
  /// Narrower help cannot be read, and picocli refuses it.
  static final int LEAST = 60;
  /// Longer lines are harder to read.
  static final int MOST = 120;
  private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

  /// That of this process.
  static Screen ofThisProcess() {
    return of(System.getenv(), isTerminal());
  }

  /// One that an environment describes.
  ///
  /// @param terminal whether a person watches
  static Screen of(Map<String, String> environment, boolean terminal) {
    boolean plain = !environment.getOrDefault("NO_COLOR", "").isEmpty()
        || environment.getOrDefault("TERM", "").equals("dumb");
    return new Screen(terminal, columns(environment).orElse(USUAL), terminal && !plain);
  }

  /// The width that an environment names. The launcher asks the terminal for it.
  static OptionalInt columns(Map<String, String> environment) {
    String text = environment.getOrDefault("COLUMNS", "");
    return text.matches("[1-9]\\d{0,4}")
        ? OptionalInt.of(Math.clamp(Integer.parseInt(text), LEAST, MOST)) : OptionalInt.empty();
  }

  /// Java's console looks at standard input and output alone.
  private static boolean isTerminal() {
    try {
      String real = Files.readSymbolicLink(STANDARD_ERROR).toString();
      return real.startsWith("/dev/pts/") || real.startsWith("/dev/tty") || real.equals("/dev/console");
    } catch (IOException | UnsupportedOperationException _) {
      return isConsole();
    }
  }

  /// Whether standard input and output are a terminal.
  @SuppressWarnings("SystemConsoleNull") // JDK 25's is null again where no person watches
  static boolean isConsole() {
    return System.console() != null && System.console().isTerminal();
  }
}
