package io.carbonflow.kubeflow;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Follows a run to its end.
///
/// @param kubeflow the server
/// @param show takes a line for each task that has changed its state
public record RunWatch(Kubeflow kubeflow, Consumer<String> show) {

  /// Waits until a run has ended.
  ///
  /// @param limit how long, if not for ever
  /// @return the run, which has not ended if the time was too short
  public Run until(Run start, Optional<Duration> limit) throws InterruptedException {
    Runs runs = kubeflow.followedRuns();
    Set<String> names = kubeflow.taskNames(start);
    Map<String, RunState> shown = new HashMap<>();
    long from = System.nanoTime();
    Run run = runs.get(start.id());
    while (true) {
      show(run, names, shown);
      Duration passed = Duration.ofNanos(System.nanoTime() - from);
      Duration poll = kubeflow.patience().poll();
      if (run.state().isFinal() || limit.filter(most -> passed.compareTo(most) >= 0).isPresent()) {
        return run;
      }
      Duration left = limit.map(most -> most.minus(passed)).orElse(poll);
      Thread.sleep(left.compareTo(poll) < 0 ? left : poll);
      run = runs.get(start.id());
    }
  }

  private void show(Run run, Set<String> names, Map<String, RunState> shown) {
    for (TaskDetail task : RunTasks.of(run, names).all()) {
      if (shown.put(task.id(), task.state()) != task.state()) {
        show.accept(task.name() + ": " + task.state());
      }
    }
  }
}
