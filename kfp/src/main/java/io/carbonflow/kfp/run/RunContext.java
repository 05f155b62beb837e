// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import module java.base;
import io.carbonflow.kfp.ir.PipelineSpec;
import io.carbonflow.kfp.step.Console;
import io.carbonflow.kfp.step.RunVariable;

/// One run of a pipeline, or the part of it that lies in one folder.
///
/// @param pipeline the pipeline
/// @param launcher runs the tasks' containers
/// @param reuse whether an earlier run's outputs may be taken
/// @param consoles makes the console of a task from its name
/// @param facts what the run is called
/// @param life whether the run is still wanted
/// @param journal notes what becomes of tasks
/// @param folder where the tasks' folders are
/// @param prefix what comes before the names of tasks: those of the loops and branches around them
record RunContext(PipelineSpec pipeline, Launcher launcher, boolean reuse,
    Function<String, Console> consoles, Map<RunVariable, String> facts, Life life, RunJournal journal,
    Path folder, String prefix) {

  /// A part of the run, in a folder of its own.
  RunContext part(String name) {
    return new RunContext(
        pipeline, launcher, reuse, consoles, facts, life, journal, folder.resolve(name), prefix + name + "/");
  }

  /// The name of a task within the whole run.
  String name(String task) {
    return prefix + task;
  }

  /// Where a task's files are.
  TaskFolder folder(String task) {
    return new TaskFolder(folder.resolve(task));
  }
}
