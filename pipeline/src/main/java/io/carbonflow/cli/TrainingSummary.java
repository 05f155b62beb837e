// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.json.StrictJson;
import io.carbonflow.kfp.cli.RunSummary;
import io.carbonflow.kfp.run.RecordedRun;

/// What a training on this machine came to: its best model, and the hashes of the tables that it read.
final class TrainingSummary {
  private static final String METRICS = "metrics.json";
  /// Where the step merge notes its tables, which parameters may name by a folder or an address.
  private static final String SOURCES = "steps/merge/sources.json";

  private TrainingSummary() {}

  /// The summary of a run; nothing of one that is no training.
  static RunSummary of(RecordedRun run) {
    SequencedMap<String, String> shown = new LinkedHashMap<>();
    SortedMap<String, Double> metrics = new TreeMap<>();
    SortedMap<String, String> inputs = new TreeMap<>();
    if (run.results().contains(METRICS)) {
      read(run.folder().resolve(METRICS), json -> {
        String best = json.field("best_model").text();
        StrictJson models = json.field("models");
        models.names().forEach(name -> add(metrics, name, models.field(name)));
        shown.put("model", best);
        Optional.ofNullable(metrics.get(best + ".r2"))
            .ifPresent(r2 -> shown.put("R²", String.format(Locale.ROOT, "%.3f", r2)));
      });
    }
    read(run.folder().resolve(SOURCES), json -> json.list("tables").forEach(
        table -> inputs.put(table.field("name").text(), table.field("sha256").text())));
    return new RunSummary(shown, metrics, inputs);
  }

  private static void add(SortedMap<String, Double> metrics, String model, StrictJson scores) {
    for (String score : List.of("cv_r2", "r2", "mae")) {
      scores.maybe(score).filter(StrictJson::isNumber).ifPresent(
          value -> metrics.put(model + "." + score, value.number()));
    }
    for (String score : List.of("r2", "mae")) {
      scores.part("tonnes").maybe(score).filter(StrictJson::isNumber).ifPresent(
          value -> metrics.put(model + ".tonnes." + score, value.number()));
    }
  }

  private static void read(Path file, Consumer<StrictJson> reader) {
    try {
      if (Files.isRegularFile(file)) {
        reader.accept(StrictJson.read(file));
      }
    } catch (Problem _) {
      // Whatever lies there is shown as a file, and says nothing of the run.
    }
  }
}
