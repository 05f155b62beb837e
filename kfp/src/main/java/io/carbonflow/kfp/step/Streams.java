// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.step;

import module java.base;
import picocli.CommandLine;

/// Where a command shows what it has to show.
///
/// @param out results
/// @param err everything else
public record Streams(PrintStream out, PrintStream err) {
  private static final Streams STANDARD = new Streams(
      utf8(System.out, FileDescriptor.out), utf8(System.err, FileDescriptor.err));

  /// Those that this process was started with.
  public static Streams standard() {
    return STANDARD;
  }

  /// Lets a command line show its help and its complaints here.
  @SuppressWarnings("DefaultCharset") // a writer takes that of the stream it writes to
  public CommandLine of(CommandLine line) {
    if (this != STANDARD) {
      line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    }
    return line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
  }

  /// Shows logs and progress; bars are drawn where a person watches.
  public Terminal terminal() {
    return terminal(false);
  }

  /// Shows logs and progress; bars are drawn where a person watches.
  ///
  /// @param quiet whether the log has warnings only, and no progress
  public Terminal terminal(boolean quiet) {
    Screen screen = this == STANDARD ? Screen.ofThisProcess() : new Screen(false, Screen.USUAL, false);
    return new Terminal(err, screen, quiet, System::nanoTime);
  }

  /// Whether a person watches what is shown here.
  public boolean isWatched() {
    return this == STANDARD && Screen.isConsole();
  }

  /// A container has no locale, and Java takes that for ASCII; whoever reads its log reads UTF-8.
  private static PrintStream utf8(PrintStream stream, FileDescriptor file) {
    return stream.charset().equals(StandardCharsets.US_ASCII)
        ? new PrintStream(new FileOutputStream(file), true, StandardCharsets.UTF_8)
        : stream;
  }
}
