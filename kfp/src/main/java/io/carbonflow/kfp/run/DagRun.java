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
/// beside a task that fails is stopped, so that nobody waits for it; exit handlers are not, nor those
/// within what is stopped, for they tell people of the failure. Only who no longer wants the run
/// stops these as well.
final class DagRun {
  private record Ended(String task, TaskOutcome outcome) {}

  private final RunContext run;
  private final Component.Dag dag;
  private final TaskValues scope;
  private final Map<String, Task> waiting;
  private final Map<String, Thread> running = new HashMap<>();
  private final Map<String, TaskOutcome> ended = new TreeMap<>();
  private final BlockingQueue<Ended> queue = new LinkedBlockingQueue<>();
  private TaskFailure failure;
  private boolean stopped;

  /// @param scope the inputs of the component the DAG belongs to
  DagRun(RunContext run, Component.Dag dag, TaskValues scope) {
    this.run = run;
    this.dag = dag;
    this.scope = scope;
    this.waiting = new TreeMap<>(dag.tasks());
  }

  /// Runs all tasks. Whatever it ends with, all of them have ended then.
  ///
  /// @return what the DAG gives
  /// @throws TaskFailure if a task has failed
  /// @throws InterruptedException if this thread is interrupted
  TaskValues run() throws TaskFailure, InterruptedException {
    try {
      while (ended.size() < dag.tasks().size()) {
        start();
        if (!running.isEmpty()) { // else what was skipped may have set others free
          await();
        }
      }
    } finally {
      stop();
    }
    if (stopped) {
      throw new InterruptedException();
    }
    if (failure != null) {
      throw failure;
    }
    return TaskValues.from(dag, ended);
  }

  /// Starts or skips every task whose predecessors have all ended.
  private void start() {
    List<String> ready = waiting.entrySet().stream()
        .filter(task -> ended.keySet().containsAll(task.getValue().dependentTasks()))
        .map(Map.Entry::getKey)
        .toList();
    for (String name : ready) {
      Task task = waiting.remove(name);
      boolean over = failure != null || stopped;
      if (over && !isHandler(name)) {
        end(name, new TaskOutcome.Skipped()); // What it gave an earlier run is kept for the next.
        continue;
      }
      var its = new DagTask(run, dag, scope, name, task);
      boolean wanted = isHandler(name) || task.dependentTasks().stream()
          .allMatch(before -> ended.get(before) instanceof TaskOutcome.Succeeded);
      Map<String, TaskOutcome> before = Map.copyOf(ended);
      try {
        running.put(name, Thread.ofPlatform().daemon().name("task-" + run.name(name)).start(
            () -> queue.add(new Ended(name, wanted ? its.run(before) : its.skip()))));
      } catch (OutOfMemoryError e) { // This machine gives no more threads.
        end(name, its.failed(e));
      }
    }
  }

  private boolean isHandler(String name) {
    return dag.tasks().get(name).policy().trigger().evenAfterFailure();
  }

  /// Waits for the end of a task.
  ///
  /// @throws InterruptedException if nobody wants the run any more
  private void await() throws InterruptedException {
    try {
      Ended one = queue.take();
      running.remove(one.task());
      end(one.task(), one.outcome());
    } catch (InterruptedException e) {
      if (run.life().isOver()) {
        throw e;
      }
      stopped = true;
      interruptAllButHandlers();
    }
  }

  private void end(String name, TaskOutcome outcome) {
    ended.put(name, outcome);
    if (outcome instanceof TaskOutcome.Failed(TaskFailure why) && failure == null) {
      failure = why;
      interruptAllButHandlers();
    }
  }

  private void interruptAllButHandlers() {
    running.forEach((name, thread) -> {
      if (!isHandler(name)) {
        thread.interrupt();
      }
    });
  }

  /// Interrupts all tasks that are left and waits for their end.
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
