package io.carbonflow.step;

import java.io.PrintStream;
import java.io.PrintWriter;
import picocli.CommandLine;

/// Where a command shows what it has to show.
///
/// @param out results
/// @param err everything else
public record Streams(PrintStream out, PrintStream err) {

  /// Those that this process was started with.
  public static Streams standard() {
    return new Streams(System.out, System.err);
  }

  /// Lets a command line show its help and its complaints here.
  public CommandLine of(CommandLine line) {
    return line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
  }

  /// Shows logs and progress; a bar is drawn where a person watches.
  public Terminal terminal() {
    boolean interactive =
        err == System.err && System.console() != null && System.console().isTerminal();
    return new Terminal(err, interactive, System::nanoTime);
  }
}
