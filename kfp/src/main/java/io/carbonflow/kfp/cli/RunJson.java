// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.cli;

import module java.base;
import io.carbonflow.kfp.run.RecordedRun;

/// Runs for programs.
final class RunJson {
  private RunJson() {}

  /// What a list says of a run.
  static SequencedMap<String, Object> line(RecordedRun run, RunSummary known) {
    SequencedMap<String, Object> json = new LinkedHashMap<>();
    json.put("name", run.name());
    json.put("pipeline", run.pipeline());
    json.put("state", run.state());
    json.put("started", run.started());
    json.put("ended", run.ended());
    json.put("folder", run.folder().toString());
    json.put("summary", known.shown());
    return json;
  }

  /// All that is known of a run.
  static SequencedMap<String, Object> whole(RecordedRun run, RunSummary known) {
    SequencedMap<String, Object> json = line(run, known);
    json.put("failure", run.failure());
    json.put("report", run.report().map(Path::toString));
    json.put("parameters", run.parameters());
    json.put("inputs", RunsText.inputs(run, known));
    json.put("metrics", RunsText.metrics(run, known));
    json.put("data", run.data());
    json.put("tasks", run.tasks());
    json.put("results", run.results());
    return json;
  }
}
