package io.carbonflow.run;

import io.carbonflow.ir.Component;
import io.carbonflow.ir.PipelineSpec;
import io.carbonflow.ir.Task;
import io.carbonflow.step.Terminal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Runs the tasks of a DAG: each as soon as the tasks it depends on have ended, side by side where
/// nothing keeps them apart.
final class DagRun {
  private final PipelineSpec pipeline;
  private final Path folder;
  private final Launcher launcher;
  private final boolean reuse;
  private final Terminal terminal;

  DagRun(PipelineSpec pipeline, Path folder, Launcher launcher, boolean reuse, Terminal terminal) {
    this.pipeline = pipeline;
    this.folder = folder;
    this.launcher = launcher;
    this.reuse = reuse;
    this.terminal = terminal;
  }

  private record Ended(String task, Given outputs) {}

  /// Runs all tasks.
  ///
  /// @param scope the inputs of the component the DAG belongs to
  /// @return what each task has given
  /// @throws TaskFailure if a task fails; tasks that run beside it are interrupted
  Map<String, Given> run(Component.Dag dag, Given scope) throws TaskFailure, InterruptedException {
    Map<String, Given> done = new TreeMap<>();
    Map<String, Task> waiting = new TreeMap<>(dag.tasks());
    Map<Future<Ended>, String> running = new HashMap<>();
    ExecutorService threads = Executors.newCachedThreadPool(
        Thread.ofPlatform().daemon().name("task-", 0).factory());
    try {
      var completion = new ExecutorCompletionService<Ended>(threads);
      while (done.size() < dag.tasks().size()) {
        for (String name : ready(waiting, done)) {
          Task task = waiting.remove(name);
          Given in = Given.to(task, scope, done);
          running.put(completion.submit(() -> run(name, task, in)), name);
        }
        Future<Ended> ended = completion.take();
        String name = running.remove(ended);
        done.put(name, outputs(name, ended));
      }
      return done;
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<String> ready(Map<String, Task> waiting, Map<String, Given> done) {
    return waiting.entrySet().stream()
        .filter(task -> done.keySet().containsAll(task.getValue().dependentTasks()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private Given outputs(String name, Future<Ended> ended)
      throws TaskFailure, InterruptedException {
    try {
      return ended.get().outputs();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause
          ? new TaskFailure(name, taskFolder(name).log(), cause)
          : new TaskFailure(name, taskFolder(name).log(), e);
    }
  }

  private Ended run(String name, Task task, Given in) throws Exception {
    Component component = pipeline.components().get(task.component());
    String label = switch (component.body()) {
      case Component.Executor executor -> executor.label();
      case Component.Dag _ -> throw new UnsupportedOperationException(
          "task " + name + " is a DAG of its own, which cannot be run yet");
    };
    TaskFolder taskFolder = taskFolder(name);
    Files.createDirectories(taskFolder.path());
    TaskRun run = new TaskRun(
        name, task, component, pipeline.executors().get(label), in, taskFolder);
    try (TaskConsole console = new TaskConsole(name, taskFolder.log(), terminal)) {
      try {
        return new Ended(name, run.run(launcher, reuse, console));
      } catch (Exception e) {
        console.failure(e);
        throw e;
      }
    }
  }

  private TaskFolder taskFolder(String name) {
    return new TaskFolder(folder.resolve("steps").resolve(name));
  }
}
