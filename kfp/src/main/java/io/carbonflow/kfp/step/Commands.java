// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.step;

import module java.base;
import io.carbonflow.base.fault.Printable;
import io.carbonflow.base.fault.Problem;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// Runs command lines in one way: results to standard output, everything else to standard error,
/// one line for what went wrong.
public final class Commands {
  /// All went well.
  public static final int OK = 0;
  /// The work could not be done.
  public static final int FAILED = 1;
  /// The command was not written as it should be.
  public static final int WRONG_USE = 2;

  private Commands() {}

  /// What a command does once its arguments are understood.
  @FunctionalInterface
  public interface Action {
    /// Does it.
    ///
    /// @return the exit code
    int run(ParseResult parsed) throws Exception;
  }

  /// Parses arguments and runs the action.
  ///
  /// @return the exit code
  public static int execute(CommandLine line, Action action, String... args) {
    line.setExecutionStrategy(parsed -> {
      Integer help = CommandLine.executeHelpRequest(parsed);
      return help != null ? help : guarded(action, parsed, line.getErr());
    });
    line.setParameterExceptionHandler((e, _) -> wrongUse(e, line.getErr()));
    fitHelp(line);
    // A value that begins with @ is a value: no file's content takes its place.
    line.setExpandAtFiles(false);
    return shown(line, line.execute(args));
  }

  /// Help is as wide as the terminal. To ask one costs a process, so nobody does whom the launcher has told.
  private static void fitHelp(CommandLine line) {
    OptionalInt columns = Screen.columns(System.getenv());
    line.setUsageHelpWidth(columns.orElse(Screen.USUAL));
    line.setUsageHelpAutoWidth(columns.isEmpty() && colored(line) && Screen.isConsole());
  }

  /// Whether the line shows what it says to people on this process's own streams.
  private static boolean colored(CommandLine line) {
    return line.getColorScheme().ansi() != CommandLine.Help.Ansi.OFF;
  }

  /// A message that tells why nothing came of a command; red where a terminal may have colors.
  private static void complain(CommandLine line, PrintWriter err, String message) {
    boolean red = colored(line) && Screen.ofThisProcess().colors();
    err.println(red ? "\033[31m" + message + "\033[0m" : message);
  }

  /// What could not be shown was asked for in vain: a full disk must not pass for success.
  private static int shown(CommandLine line, int code) {
    if (code == OK && line.getOut().checkError()) {
      line.getErr().println(line.getCommandSpec().qualifiedName()
          + ": standard output: cannot be written; see where it leads: its disk may be full,"
          + " or who reads it has ended");
      line.getErr().flush();
      return FAILED;
    }
    return code;
  }

  private static int guarded(Action action, ParseResult parsed, PrintWriter err) {
    try {
      return action.run(parsed);
    } catch (ParameterException e) {
      return wrongUse(e, err);
    } catch (Problem e) {
      return failed(parsed, err, e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed(parsed, err, "interrupted", e);
    } catch (Exception | Error e) {
      return failed(parsed, err, words(e), e);
    }
  }

  /// What is said of an exception that nobody has made for people.
  static String words(Throwable e) {
    return Exhausted.of(e).map(Problem::getMessage).orElseGet(() ->
        "unexpected: " + e + "; run it again with --verbose and report what it shows");
  }

  /// Does what comes before any command is known.
  ///
  /// @param program the program's name
  /// @return the exit code
  public static int guarded(String program, PrintWriter err, Callable<Integer> work) {
    try {
      return work.call();
    } catch (Problem e) {
      err.println(program + ": " + e.getMessage());
    } catch (Exception | Error e) {
      err.println(program + ": " + words(e));
    }
    err.flush();
    return FAILED;
  }

  private static int wrongUse(ParameterException e, PrintWriter err) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    if (e instanceof UnmatchedArgumentException unmatched) {
      String word = unmatched.getUnmatched().getFirst();
      complain(e.getCommandLine(), err, command + ": " + unknown(Printable.shortened(word), e.getCommandLine())
          + near(word.split("=", 2)[0], e.getCommandLine()).or(() -> unmatched.getSuggestions().stream().findFirst())
              .map(near -> "; did you mean " + near + "?").orElse(""));
    } else {
      complain(e.getCommandLine(), err, command + ": " + Printable.message(e.getMessage().lines().findFirst().orElse("wrong use")));
    }
    err.println("See '" + command + " --help'.");
    err.flush();
    return WRONG_USE;
  }

  /// The word that somebody meant. Picocli, which is asked next, sees no letters that are exchanged in a short word.
  private static Optional<String> near(String word, CommandLine line) {
    return NearWord.of(word, word.startsWith("-") ? line.getCommandSpec().optionsMap().keySet()
        : line.getSubcommands().keySet());
  }

  private static String unknown(String word, CommandLine line) {
    return word.startsWith("-") ? "there is no option " + word
        : line.getSubcommands().isEmpty() ? "'" + word + "' is not expected here"
        : "there is no command " + word;
  }

  /// Says that what an argument names is not what the command takes.
  ///
  /// @return [#WRONG_USE]
  public static int refused(ParseResult parsed, Problem why) {
    failed(parsed, parsed.commandSpec().commandLine().getErr(), why.getMessage(), why);
    return WRONG_USE;
  }

  private static int failed(ParseResult parsed, PrintWriter err, String message, Throwable e) {
    ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    complain(last.commandSpec().commandLine(), err,
        last.commandSpec().qualifiedName() + ": " + Printable.message(message));
    if (last.matchedOptionValue("--verbose", false)) {
      e.printStackTrace(err);
    }
    err.flush();
    return FAILED;
  }
}
