// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import module java.base;
import io.carbonflow.kfp.ir.Component;
import io.carbonflow.kfp.ir.Task;

/// Runs the tasks of a DAG: each as soon as the tasks it depends on have ended, side by side where
/// nothing keeps them apart. Used once.
///
/// As on Kubeflow, a task is skipped where its condition does not hold or where a task before it was
/// skipped, and after a failure nothing more starts but exit handlers. Other than there, what runs
/// beside a task that fails is stopped, so that nobody waits for it.
final class DagRun {
  private record Ended(String task, TaskOutcome outcome) {}

  private final RunContext run;
  private final Component.Dag dag;
  private final TaskValues scope;
  private final Map<String, Task> waiting;
  private final Map<String, Thread> running = new HashMap<>();
  private final Map<String, TaskOutcome> ended = new TreeMap<>();
  private final BlockingQueue<Ended> queue = new LinkedBlockingQueue<>();

  /// @param scope the inputs of the component the DAG belongs to
  DagRun(RunContext run, Component.Dag dag, TaskValues scope) {
    this.run = run;
    this.dag = dag;
    this.scope = scope;
    this.waiting = new TreeMap<>(dag.tasks());
  }

  /// Runs all tasks.
  ///
  /// @return what the DAG gives
  /// @throws TaskFailure if a task has failed, when exit handlers have ended
  /// @throws InterruptedException if this thread is interrupted; all tasks have ended then
  TaskValues run() throws TaskFailure, InterruptedException {
    TaskFailure failure = null;
    try {
      while (ended.size() < dag.tasks().size()) {
        start(failure != null);
        if (running.isEmpty()) {
          continue; // what was skipped may have set others free
        }
        Ended one = queue.take();
        running.remove(one.task());
        ended.put(one.task(), one.outcome());
        if (one.outcome() instanceof TaskOutcome.Failed(TaskFailure why) && failure == null) {
          failure = why;
          running.values().forEach(Thread::interrupt);
        }
      }
    } catch (InterruptedException e) {
      stop();
      throw e;
    }
    if (failure != null) {
      throw failure;
    }
    return TaskValues.from(dag, ended);
  }

  /// Starts or skips every task whose predecessors have all ended.
  private void start(boolean failed) {
    List<String> ready = waiting.entrySet().stream()
        .filter(task -> ended.keySet().containsAll(task.getValue().dependentTasks()))
        .map(Map.Entry::getKey)
        .toList();
    for (String name : ready) {
      Task task = waiting.remove(name);
      boolean handler = task.policy().trigger().evenAfterFailure();
      boolean allWell = !failed && task.dependentTasks().stream()
          .allMatch(before -> ended.get(before) instanceof TaskOutcome.Succeeded);
      if (!handler && !allWell) {
        ended.put(name, new TaskOutcome.Skipped());
        continue;
      }
      Map<String, TaskOutcome> before = Map.copyOf(ended);
      running.put(name, Thread.ofPlatform().daemon().name("task-" + run.name(name)).start(
          () -> queue.add(new Ended(name, outcome(name, task, before)))));
    }
  }

  private TaskOutcome outcome(String name, Task task, Map<String, TaskOutcome> before) {
    try {
      TaskValues in = new TaskInputResolver(run, scope, before).of(task);
      if (task.policy().trigger().condition().stream()
          .allMatch(condition -> condition.holds(in.parameters()))) {
        return new TaskOutcome.Succeeded(
            new TaskExecutor(run, within(name, task), name, task, in).execute());
      }
      run.consoles().apply(run.name(name)).line("skipped, its condition does not hold");
      return new TaskOutcome.Skipped();
    } catch (TaskFailure e) {
      return new TaskOutcome.Failed(e);
    } catch (InterruptedException _) {
      return new TaskOutcome.Stopped();
    } catch (Exception | Error e) {
      return new TaskOutcome.Failed(new TaskFailure(run.name(name), run.folder(name).log(), e));
    }
  }

  /// Where the tasks of a part lie, and what stands before their names. What an exit handler guards
  /// is called as it would be without one, if there is nothing else that could be called so.
  private RunContext within(String name, Task task) {
    boolean guarded = dag.tasks().values().stream().allMatch(other -> other == task
        || other.policy().trigger().evenAfterFailure() && other.dependentTasks().contains(name));
    return guarded && dag.tasks().size() > 1
        && run.pipeline().components().get(task.component()).body() instanceof Component.Dag inner
        && Collections.disjoint(inner.tasks().keySet(), dag.tasks().keySet())
        ? run : run.part(name);
  }

  /// Interrupts all tasks and waits for their end.
  private void stop() {
    running.values().forEach(Thread::interrupt);
    for (Thread thread : running.values()) {
      boolean joined = false;
      while (!joined) {
        try {
          thread.join();
          joined = true;
        } catch (InterruptedException _) {
          // The end is near: every task has been interrupted.
        }
      }
    }
  }
}
