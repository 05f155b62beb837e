// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.ir.Component;
import io.carbonflow.kfp.ir.Condition;
import io.carbonflow.kfp.ir.Task;

/// A task of a DAG whose turn it is. Whatever goes wrong on the way fails the task, and nothing else.
///
/// @param run the run it is part of
/// @param dag the DAG
/// @param scope the inputs of the component the DAG belongs to
/// @param name the task's name
/// @param task the task
record DagTask(RunContext run, Component.Dag dag, TaskValues scope, String name, Task task) {

  /// Runs it, or skips it where its condition does not hold.
  ///
  /// @param before how each task that has ended did
  TaskOutcome run(Map<String, TaskOutcome> before) {
    Instant began = run.journal().now();
    Optional<FileTime> earlier = recorded();
    TaskOutcome end = outcome(() -> {
      Files.deleteIfExists(run.folder(name).log());
      TaskValues in = new TaskInputResolver(run, dag, scope, before).of(task);
      if (holds(in)) {
        return new TaskOutcome.Succeeded(
            new TaskExecutor(run, within(), name, task, in).execute());
      }
      run.consoles().apply(run.name(name)).line("skipped, its condition does not hold");
      forget();
      return new TaskOutcome.Skipped();
    });
    run.journal().ended(run.name(name), state(end, earlier), began);
    return end;
  }

  /// What the task is called that an earlier run has done: its record is still that of before. A file system's clock
  /// is some milliseconds behind, so times of files are compared with each other alone.
  private String state(TaskOutcome end, Optional<FileTime> earlier) {
    return end instanceof TaskOutcome.Succeeded && earlier.isPresent() && earlier.equals(recorded())
        ? RecordedRun.Task.CACHED : end.state();
  }

  /// When the task's record was written; empty where there is none.
  private Optional<FileTime> recorded() {
    try {
      return Optional.of(Files.getLastModifiedTime(run.folder(name).record()));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /// Skips it, for a task before it was skipped.
  TaskOutcome skip() {
    Instant began = run.journal().now();
    TaskOutcome end = outcome(() -> {
      forget();
      return new TaskOutcome.Skipped();
    });
    run.journal().ended(run.name(name), end.state(), began);
    return end;
  }

  /// What it is when it cannot even begin.
  ///
  /// @param why what went wrong
  TaskOutcome.Failed failed(Throwable why) {
    TaskFolder folder = run.folder(name);
    try {
      if (!Files.exists(folder.log())) {
        Files.createDirectories(folder.log().getParent());
        try (TaskConsole console = new TaskConsole(run.consoles().apply(run.name(name)), folder.log())) {
          console.failure(why);
        }
      }
    } catch (IOException e) {
      why.addSuppressed(e); // The failure is reported without its log.
    }
    return new TaskOutcome.Failed(new TaskFailure(run.name(name), folder.log(), why));
  }

  private TaskOutcome outcome(Callable<TaskOutcome> work) {
    try {
      return work.call();
    } catch (TaskFailure e) {
      return new TaskOutcome.Failed(e);
    } catch (InterruptedException _) {
      return new TaskOutcome.Stopped();
    } catch (Exception | Error e) {
      return failed(e);
    }
  }

  private boolean holds(TaskValues in) {
    Optional<Condition> condition = task.policy().trigger().condition();
    try {
      return condition.isEmpty() || condition.get().holds(in.parameters());
    } catch (IllegalArgumentException e) {
      throw new Problem(Place.of("condition"), e.getMessage(),
          "give what it compares a value that can be compared", e);
    }
  }

  /// Where the tasks of a part lie, and what stands before their names. What an exit handler guards
  /// is called as it would be without one, if there is nothing else that could be called so.
  private RunContext within() {
    boolean guarded = dag.tasks().values().stream().allMatch(other -> other == task
        || other.policy().trigger().evenAfterFailure() && other.dependentTasks().contains(name));
    return guarded && dag.tasks().size() > 1 && part().isPresent()
        && Collections.disjoint(part().get().tasks().keySet(), dag.tasks().keySet())
        ? run : run.part(name);
  }

  private Optional<Component.Dag> part() {
    return run.pipeline().components().get(task.component()).body() instanceof Component.Dag inner
        ? Optional.of(inner) : Optional.empty();
  }

  /// Removes what it, or a task in it, has left in an earlier run: in this one it gives nothing.
  private void forget() throws IOException {
    Files.deleteIfExists(run.folder(name).log());
    run.folder(name).forget();
    if (part().isPresent() && within() == run) {
      for (Map.Entry<String, Task> inner : part().get().tasks().entrySet()) {
        new DagTask(run, part().get(), scope, inner.getKey(), inner.getValue()).forget();
      }
    }
  }
}
