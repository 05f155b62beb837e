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
    return line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
  }

  /// Shows logs and progress; a bar is drawn where a person watches.
  @SuppressWarnings("SystemConsoleNull") // JDK 25's is null again where no person watches
  public Terminal terminal() {
    boolean interactive =
        this == STANDARD && System.console() != null && System.console().isTerminal();
    return new Terminal(err, interactive, System::nanoTime);
  }

  /// A container has no locale, and Java takes that for ASCII; whoever reads its log reads UTF-8.
  private static PrintStream utf8(PrintStream stream, FileDescriptor file) {
    return stream.charset().equals(StandardCharsets.US_ASCII)
        ? new PrintStream(new FileOutputStream(file), true, StandardCharsets.UTF_8)
        : stream;
  }
}
