// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli;

import module java.base;

/// The sample tables that come with carbonflow.
final class SampleTables {
  private static final String RUN = "run";

  private SampleTables() {}

  /// `run` alone is the training on the sample tables.
  static String[] training(String... args) {
    if (args.length == 0 || !args[0].equals(RUN)
        || args.length > 1 && (!args[1].startsWith("-") || args[1].matches("-h|--help"))) {
      return args;
    }
    List<String> full = new ArrayList<>(List.of(RUN, "training"));
    for (String option : List.of("--data-2015", "--data-2016")) {
      full.add(option + "=" + of(option));
    }
    full.addAll(List.of(args).subList(1, args.length));
    return full.toArray(String[]::new);
  }

  /// The sample table for an option, `--data-2015`.
  static String of(String option) {
    return Path.of(System.getProperty("carbonflow.home", "")).resolve("data-samples")
        .resolve(option.replace("--data-", "") + "-building-energy-benchmarking.csv").toString();
  }
}
