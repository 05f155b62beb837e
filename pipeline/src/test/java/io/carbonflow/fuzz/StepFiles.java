// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.fuzz;

import module java.base;
import io.carbonflow.cli.CarbonflowProgram;
import io.carbonflow.cli.CarbonflowProgram.Outcome;

/// Files that steps hand on, of which one is damaged.
final class StepFiles {
  /// The inputs of `evaluate`: option and file below the run's steps.
  static final Map<String, String> EVALUATE = inputs("evaluate", "train=prepare/train.csv",
      "test=prepare/test.csv", "rows=clean/rows.csv", "transformer=prepare/transformer.json",
      "sources=merge/sources.json", "validation=validate/validation.json",
      "svm-search=train-svm/search.json", "svm-model=train-svm/model.bin",
      "random-forest-search=train-random-forest/search.json",
      "random-forest-model=train-random-forest/model.bin", "xgboost-search=train-xgboost/search.json",
      "xgboost-model=train-xgboost/model.bin");
  /// Those of `train-best`.
  static final Map<String, String> TRAIN_BEST = inputs("train-best", "train=prepare/train.csv",
      "transformer=prepare/transformer.json", "choice=evaluate/choice.json",
      "calibration=evaluate/calibration.json", "sources=merge/sources.json", "svm-model=train-svm/model.bin",
      "random-forest-model=train-random-forest/model.bin", "xgboost-model=train-xgboost/model.bin");
  /// Those of `publish`.
  static final Map<String, String> PUBLISH = inputs("publish", "bundle=train-best/model.carbonflow",
      "metrics=evaluate/metrics.json", "rows=clean/rows.csv");
  /// Those of `prepare`.
  static final Map<String, String> PREPARE = inputs("prepare", "rows=clean/rows.csv");

  private StepFiles() {}

  private static Map<String, String> inputs(String step, String... files) {
    Map<String, String> inputs = new LinkedHashMap<>();
    inputs.put("", step);
    Stream.of(files).map(file -> file.split("=")).forEach(pair -> inputs.put(pair[0], pair[1]));
    return inputs;
  }

  /// Runs a step of which one input is damaged. JSON is it more often: it is what has most forms.
  static Outcome run(Fixture fixture, Map<String, String> inputs, RandomGenerator random, Path folder)
      throws IOException {
    List<String> options = new ArrayList<>(inputs.keySet());
    options.remove("");
    List<String> json = options.stream().filter(option -> inputs.get(option).endsWith(".json")).toList();
    String chosen = Damage.one(json.isEmpty() || random.nextInt(3) == 0 ? options : json, random);
    List<Object> words = new ArrayList<>(List.of(inputs.get("")));
    for (String option : options) {
      Path whole = fixture.output(inputs.get(option));
      words.add("--" + option + "=" + (option.equals(chosen) ? Files.write(
          folder.resolve("input." + option), damaged(whole, random)) : whole));
    }
    switch (inputs.get("")) {
      case "evaluate" -> words.addAll(outputs(folder, "metrics=metrics.json", "summary=summary.md",
          "report=report.html", "plots=plots", "model-card=card.md", "model-card-page=card.html", "choice=choice.json", "out-of-fold=out-of-fold.csv",
          "calibration=calibration.json"));
      case "train-best" -> words.addAll(outputs(folder, "bundle=bundle"));
      case "prepare" -> words.addAll(outputs(folder, "train=train.csv", "test=test.csv",
          "transformer=transformer.json", "held-out=held-out.csv"));
      default -> {
        words.addAll(outputs(folder, "verdict=verdict.json", "verdict-page=verdict.html",
            "verdict-summary=verdict.md"));
        words.add("--store=" + folder.resolve("store"));
      }
    }
    words.add("--threads=1");
    return CarbonflowProgram.run(words.toArray());
  }

  private static List<String> outputs(Path folder, String... names) {
    return Stream.of(names).map(name -> name.split("="))
        .map(pair -> "--" + pair[0] + "=" + folder.resolve(pair[1])).toList();
  }

  private static byte[] damaged(Path whole, RandomGenerator random) throws IOException {
    return whole.toString().endsWith(".json") && random.nextInt(5) > 0
        ? JsonDamage.of(Files.readString(whole), random).getBytes(StandardCharsets.UTF_8)
        : whole.toString().endsWith(".csv") ? CsvDamage.of(whole, random)
        : Damage.of(Files.readAllBytes(whole), random);
  }
}
