// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.ir;

import module java.base;
import io.carbonflow.kfp.ir.Component.ArtifactSpec;
import io.carbonflow.kfp.ir.Component.TaskOutput;
import io.carbonflow.kfp.step.ParameterType;

/// Checks one DAG: its tasks, that none waits for itself, and where its outputs come from.
///
/// @param wiring the DAG and what is around it
/// @param looped whether the DAG is repeated over a list, so that each output becomes a list
record DagCheck(Wiring wiring, boolean looped) {

  void run() {
    Component.Dag dag = wiring.dag();
    dag.tasks().forEach((name, task) -> {
      SpecCheck.name(wiring.where(), "task", name);
      if (!wiring.pipeline().components().containsKey(task.component())) {
        throw wiring.problem("task " + name, "there is no component " + task.component(),
            "compile the pipeline again");
      }
    });
    dag.tasks().forEach((name, task) -> new TaskCheck(wiring, name, task).run());
    order(dag);
    dag.parameters().forEach(this::parameter);
    dag.artifacts().forEach(this::artifact);
    wiring.missing("pipeline", wiring.owner().outputs(), dag.parameters().keySet(),
        dag.artifacts().keySet(), "output");
  }

  private void parameter(String name, List<TaskOutput> sources) {
    String place = "output " + name;
    ParameterType type =
        wiring.declared(wiring.owner().outputs().parameters(), place, name).type();
    for (TaskOutput source : sources) {
      ParameterType given = wiring.parameterType(place, source);
      if (!looped) {
        wiring.parameterFits(place, type, given);
      } else if (type != ParameterType.LIST) {
        throw wiring.problem(place, "is a " + type + ", but a loop gives a list",
            "declare it as LIST");
      }
    }
  }

  private void artifact(String name, List<TaskOutput> sources) {
    String place = "output " + name;
    ArtifactSpec type =
        wiring.declared(wiring.owner().outputs().artifacts(), place, name);
    for (TaskOutput source : sources) {
      ArtifactSpec given = wiring.artifactType(place, source);
      wiring.artifactFits(place, type, looped ? given.asList() : given);
    }
  }

  /// Tasks are taken away while nothing that is left comes before them; a cycle stays.
  private void order(Component.Dag dag) {
    Map<String, Task> left = new TreeMap<>(dag.tasks());
    while (left.values().removeIf(task ->
        task.dependentTasks().stream().noneMatch(left::containsKey))) {
      // Each round may set further tasks free.
    }
    if (!left.isEmpty()) {
      throw wiring.problem("task " + String.join(", ", left.keySet()),
          "waits for itself in a cycle", "wire one of them otherwise");
    }
  }
}
