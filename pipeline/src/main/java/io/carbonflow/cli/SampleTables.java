// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli;

import module java.base;
import io.carbonflow.components.city.CityInput;
import io.carbonflow.kfp.step.ParameterType;

/// The sample tables that come with carbonflow, which are Seattle's.
final class SampleTables {
  private static final String RUN = "run";
  private static final String DATA = "--data=";
  /// An option that names tables, or a parameter that does by its name.
  private static final Pattern TABLES = Pattern.compile("(?s)(--data|--data-2015|--data-2016)(=.*)?"
      + "|(--param=)?(data|data_2015|data_2016)=.*");
  /// An option that names the city, or the parameter that does.
  private static final Pattern CITY = Pattern.compile("(?s)(--city|(--param=)?city)=(?<city>.*)");

  /// Where they are.
  static final List<String> ALL = Stream.of("2015", "2016")
      .map(year -> Path.of(System.getProperty("carbonflow.home", "")).resolve("data-samples")
          .resolve(year + "-building-energy-benchmarking.csv").toString()).toList();

  private SampleTables() {}

  /// `run` alone is the training, and on the sample tables where neither others nor another city is named.
  static String[] training(String... args) {
    if (args.length == 0 || !args[0].equals(RUN)
        || args.length > 1 && (!args[1].startsWith("-") || args[1].matches("-h|--help"))) {
      return args;
    }
    List<String> full = new ArrayList<>(List.of(RUN, "training"));
    if (Arrays.stream(args).noneMatch(arg -> TABLES.matcher(arg).matches()) && isSeattle(List.of(args))) {
      full.add(DATA + ParameterType.format(ALL));
    }
    full.addAll(List.of(args).subList(1, args.length));
    return full.toArray(String[]::new);
  }

  private static boolean isSeattle(List<String> args) {
    return IntStream.range(0, args.size()).allMatch(i -> {
      Matcher city = CITY.matcher(args.get(i).equals("--city") && i + 1 < args.size()
          ? args.get(i) + "=" + args.get(i + 1) : args.get(i));
      return !city.matches() || city.group("city").equals(CityInput.DEFAULT);
    });
  }
}
