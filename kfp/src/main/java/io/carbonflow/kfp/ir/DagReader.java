// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.ir;

import module java.base;
import io.carbonflow.base.json.StrictJson;
import io.carbonflow.kfp.ir.Component.TaskOutput;

/// Reads a DAG and where its outputs come from.
final class DagReader {
  private DagReader() {}

  static Component.Dag read(StrictJson fields) {
    StrictJson outputs = fields.part("outputs");
    Component.Dag dag = new Component.Dag(
        fields.each("tasks", TaskReader::read),
        outputs.each("parameters", (_, output) -> sources(output)),
        outputs.each("artifacts", (_, output) -> output.list("artifactSelectors").stream()
            .map(one -> TaskReader.selected(one, "producerSubtask", "outputArtifactKey"))
            .toList()));
    outputs.end();
    fields.end();
    return dag;
  }

  /// One output, or one of several.
  private static List<TaskOutput> sources(StrictJson fields) {
    Optional<StrictJson> oneOf = fields.maybe("valueFromOneof");
    if (oneOf.isEmpty()) {
      return List.of(subtask(fields.part("valueFromParameter")));
    }
    List<TaskOutput> sources = oneOf.get().list("parameterSelectors").stream()
        .map(DagReader::subtask).toList();
    oneOf.get().end();
    return sources;
  }

  private static TaskOutput subtask(StrictJson fields) {
    return TaskReader.selected(fields, "producerSubtask", "outputParameterKey");
  }
}
