// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.TemporaryFolder;
import io.carbonflow.kfp.ir.Component;
import io.carbonflow.kfp.ir.Task;

/// Does what a task is: runs its container, or the DAG it stands for, once or for each item.
///
/// @param run the run it is part of
/// @param within the same for the tasks in it, if it is a DAG
/// @param name its name
/// @param task the task
/// @param in what it takes
record TaskExecutor(RunContext run, RunContext within, String name, Task task, TaskValues in) {

  /// @return what the task gives
  /// @throws TaskFailure if a task within it has failed
  /// @throws InterruptedException if this thread is interrupted
  /// @throws Exception if it has failed itself
  TaskValues execute() throws Exception {
    Component component = run.pipeline().components().get(task.component());
    return switch (component.body()) {
      case Component.Executor(String label)
          when run.pipeline().importers().containsKey(label) -> new Importer(run.name(name), component,
              run.pipeline().importers().get(label), in, run.folder(name)).run();
      case Component.Executor(String label) -> container(component, label);
      case Component.Dag dag when task.policy().loop().isPresent() ->
          rounds(component, dag, task.policy().loop().get());
      case Component.Dag dag -> new DagRun(within, dag, in).run();
    };
  }

  private TaskValues container(Component component, String label) throws Exception {
    TaskFolder folder = run.folder(name);
    Files.createDirectories(folder.log().getParent());
    TaskRun taskRun = new TaskRun(run.name(name), task.policy().cached(), component,
        run.pipeline().executors().get(label), in, folder);
    try (TaskConsole console = new TaskConsole(
        run.consoles().apply(run.name(name)), folder.log())) {
      try {
        return taskRun.run(run.launcher(), run.reuse(), console);
      } catch (Exception | Error e) {
        console.failure(e);
        throw e;
      }
    }
  }

  private TaskValues rounds(Component component, Component.Dag dag, Task.Loop loop) throws Exception {
    List<?> items = switch (loop.items()) {
      case Task.ItemsOf(String input) when in.parameters().get(input) instanceof List<?> list -> list;
      case Task.ItemsOf(String input) -> throw new Problem(Place.of("input " + input),
          "is nothing, and a loop goes over it", "give it a list");
      case Task.ItemList(List<?> values) -> values;
    };
    var type = component.inputs().parameters().get(loop.itemInput()).type();
    TaskValues around = loop.items() instanceof Task.ItemsOf(String input) ? in.without(input) : in;
    forgetRounds(items.size());
    List<Callable<TaskValues>> rounds = new ArrayList<>();
    for (Object item : items) {
      RunContext part = within.part(Integer.toString(rounds.size()));
      TaskValues scope = around.with(loop.itemInput(), type, item);
      rounds.add(() -> new DagRun(part, dag, scope).run());
    }
    return new LoopIterations(run.pipeline(), component).collected(
        ParallelLoop.run(rounds, loop.parallelism() == 0 ? items.size() : loop.parallelism()));
  }

  /// Removes the rounds of an earlier run that this one does not have.
  private void forgetRounds(int count) throws IOException {
    if (!Files.isDirectory(within.folder())) {
      return;
    }
    List<Path> rounds;
    try (Stream<Path> all = Files.list(within.folder())) {
      rounds = all.filter(round -> round.getFileName().toString().matches("[0-9]{1,9}")).toList();
    }
    for (Path round : rounds) {
      if (Integer.parseInt(round.getFileName().toString()) >= count) {
        TemporaryFolder.remove(round);
      }
    }
  }
}
