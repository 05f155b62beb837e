// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.step;

import io.carbonflow.base.fault.Printable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// The options that every command has, none of which changes a result.
///
/// @param threads how many threads compute, at least 1
/// @param verbose whether a failure shows its stack trace
/// @param quiet whether the log has warnings and errors only
public record CommonOptions(int threads, boolean verbose, boolean quiet) {
  private static final String THREADS = "--threads";
  private static final String VERBOSE = "--verbose";
  private static final String QUIET = "--quiet";

  /// With the whole log.
  public CommonOptions(int threads, boolean verbose) {
    this(threads, verbose, false);
  }

  /// Adds the options to a command.
  public static void addTo(CommandSpec spec) {
    spec.addOption(OptionSpec.builder(THREADS).type(String.class).paramLabel("N")
        .description("Threads that compute; results do not depend on it (default: all cores).")
        .build());
    spec.addOption(OptionSpec.builder(QUIET).type(boolean.class)
        .description("Log warnings and errors only.").build());
    spec.addOption(OptionSpec.builder(VERBOSE).type(boolean.class)
        .description("Show the stack trace of a failure.").build());
    spec.addOption(OptionSpec.builder("-h", "--help").usageHelp(true).type(boolean.class)
        .description("Show this help.").build());
  }

  /// The options that parsed arguments give.
  ///
  /// @throws ParameterException if the number of threads is none
  public static CommonOptions of(ParseResult parsed) {
    String text = parsed.matchedOptionValue(
        THREADS, String.valueOf(Runtime.getRuntime().availableProcessors()));
    return new CommonOptions(threads(parsed, text), parsed.matchedOptionValue(VERBOSE, false),
        parsed.matchedOptionValue(QUIET, false));
  }

  private static int threads(ParseResult parsed, String text) {
    try {
      int threads = (Integer) ParameterType.parse(Integer.class, text);
      if (threads >= 1) {
        return threads;
      }
    } catch (IllegalArgumentException _) {
      // Answered below, as any other text that is not a number of threads.
    }
    throw new ParameterException(parsed.commandSpec().commandLine(),
        THREADS + ": '" + Printable.shortened(text) + "' is not a whole number from 1");
  }
}
