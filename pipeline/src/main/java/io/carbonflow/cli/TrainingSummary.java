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
    SortedMap<String, String> inputs = new TreeMap<>();
    if (run.results().contains(METRICS)) {
      read(run.folder().resolve(METRICS), json -> {
        String best = json.field("best_model").text();
        shown.put("model", best);
        shown.put("R²", String.format(Locale.ROOT, "%.3f", json.field("models").field(best).field("r2").number()));
      });
    }
    read(run.folder().resolve(SOURCES), json -> json.list("tables").forEach(
        table -> inputs.put(table.field("name").text(), table.field("sha256").text())));
    return new RunSummary(shown, new TreeMap<>(), inputs);
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
