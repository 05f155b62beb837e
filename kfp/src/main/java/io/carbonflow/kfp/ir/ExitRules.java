// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.ir;

import module java.base;

/// What Kubeflow makes of tasks that run when others have ended, well or not: each becomes an exit
/// hook of the task that it depends on, and no task of the DAG.
///
/// @param wiring the DAG that the tasks are in
record ExitRules(Wiring wiring) {

  void run() {
    Map<String, String> hooks = new HashMap<>();
    wiring.dag().tasks().forEach((name, task) -> {
      task.dependentTasks().stream().filter(this::isExit).findFirst().ifPresent(exit -> {
        throw wiring.problem("task " + name, "waits for " + exit + ", which runs at the end and is"
            + " not a task of the DAG on Kubeflow", "let it wait for what " + exit + " waits for");
      });
      if (isExit(name)) {
        String other = hooks.put(guarded(name, task), name);
        if (other != null) {
          throw wiring.problem("task " + name, "runs at the end of the same task as " + other
              + ", and Kubeflow runs only one of them", "make one task of both");
        }
      }
    });
  }

  private boolean isExit(String name) {
    return wiring.dag().tasks().get(name).policy().trigger().evenAfterFailure();
  }

  /// The task at whose end it runs.
  private String guarded(String name, Task task) {
    String place = "task " + name;
    if (task.dependentTasks().size() != 1) {
      throw wiring.problem(place, "runs at the end of " + (task.dependentTasks().isEmpty()
              ? "no task, so Kubeflow never runs it"
              : String.join(" and ", task.dependentTasks()) + ", so Kubeflow runs it for each"),
          "let it depend on one task, a DAG of all that has to end before");
    }
    if (task.policy().loop().isPresent()) {
      throw wiring.problem(place, "runs at the end and is repeated, which Kubeflow refuses",
          "put the loop into a DAG that runs at the end");
    }
    task.parameters().forEach((key, source) -> noOutput(place, key, source));
    task.artifacts().forEach((key, source) -> noOutput(place, key, source));
    String guarded = task.dependentTasks().first();
    if (wiring.dag().tasks().get(guarded).policy().loop().isPresent()) {
      throw wiring.problem(place, "runs at the end of the loop " + guarded
          + ", after which Kubeflow runs nothing", "put the loop into a DAG of its own");
    }
    return guarded;
  }

  private void noOutput(String place, String key, Object source) {
    if (source instanceof Task.Output(var of)) {
      throw wiring.problem(place + ", input " + key, "takes an output of " + of.task()
          + ", which is not there when that has failed", "take how it has ended instead");
    }
  }
}
