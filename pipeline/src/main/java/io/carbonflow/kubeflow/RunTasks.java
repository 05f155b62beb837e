package io.carbonflow.kubeflow;

import io.carbonflow.json.ServerJson;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The tasks of a run as its pipeline names them, out of the nodes that Kubeflow makes of them
/// (backend/src/v2/compiler/argocompiler/dag.go): a task `clean` becomes the nodes `clean-driver`,
/// `clean` and, within that, `executor`.
///
/// @param all the tasks, in the order of their start; rounds of a loop after the first are numbered
public record RunTasks(List<TaskDetail> all) {
  private static final String DRIVER = "-driver";
  private static final Comparator<TaskDetail> BY_START =
      Comparator.comparing((TaskDetail node) -> node.started().orElse(Instant.MAX))
          .thenComparing(TaskDetail::name).thenComparing(TaskDetail::id);

  /// The tasks of a run.
  ///
  /// @param names the names of the pipeline's tasks; empty if they are not known
  public static RunTasks of(Run run, Set<String> names) {
    Set<String> there = names.isEmpty() ? guessed(run) : names;
    List<TaskDetail> tasks = new ArrayList<>();
    there.forEach(name -> tasks.addAll(named(run, name)));
    tasks.sort(BY_START);
    return new RunTasks(tasks);
  }

  /// All that a task of one name was. Where its driver has failed, Argo leaves out the task itself.
  private static List<TaskDetail> named(Run run, String name) {
    Deque<TaskDetail> failed = new ArrayDeque<>(nodes(run, name + DRIVER).stream()
        .filter(driver -> driver.state() == RunState.FAILED).toList());
    List<TaskDetail> rounds = new ArrayList<>();
    for (TaskDetail node : nodes(run, name)) {
      boolean leftOut = node.state() == RunState.UNKNOWN;
      rounds.add(leftOut && !failed.isEmpty() ? failed.removeFirst() : leftOut
          ? node.in(run.state().isFinal() ? RunState.SKIPPED : RunState.PENDING) : node);
    }
    rounds.addAll(failed);
    List<TaskDetail> numbered = new ArrayList<>();
    for (TaskDetail round : rounds) {
      numbered.add(round.called(
          numbered.isEmpty() ? name : name + " (" + (numbered.size() + 1) + ")"));
    }
    return numbered;
  }

  private static List<TaskDetail> nodes(Run run, String name) {
    return run.tasks().stream().filter(node -> node.name().equals(name)).sorted(BY_START).toList();
  }

  private static Set<String> guessed(Run run) {
    Set<String> names = new TreeSet<>();
    for (TaskDetail node : run.tasks()) {
      if (node.name().endsWith(DRIVER) && !node.name().matches("(root|iteration.*)-driver")) {
        names.add(node.name().substring(0, node.name().length() - DRIVER.length()));
      }
    }
    return names;
  }

  /// The names of a pipeline's tasks, those in loops and conditions too.
  public static Set<String> names(PipelineVersion version) {
    Set<String> names = new TreeSet<>();
    ServerJson spec = new ServerJson(version.pipelineSpec());
    collect(spec.part("root"), names);
    ServerJson components = spec.part("components");
    components.object().keySet().forEach(name -> collect(components.part(name), names));
    return names;
  }

  private static void collect(ServerJson component, Set<String> names) {
    names.addAll(component.part("dag").part("tasks").object().keySet());
  }

  /// The task that has failed first; of a group and a task within, the task.
  public Optional<TaskDetail> failed() {
    return all.stream().filter(task -> task.state() == RunState.FAILED)
        .min(Comparator.comparing((TaskDetail task) -> task.finished().orElse(Instant.MAX))
            .thenComparing(BY_START.reversed()));
  }
}
