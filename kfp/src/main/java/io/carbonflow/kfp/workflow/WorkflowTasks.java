// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.workflow;

import module java.base;
import io.carbonflow.kfp.workflow.NodePlace.Role;
import io.carbonflow.kfp.workflow.WorkflowTask.Round;

/// The tasks of a run as its pipeline names them, put together from the nodes of its workflow.
///
/// @param all the tasks, in the order of their start; those that were not started come last. What
///     Kubeflow does for the pipeline as a whole is the task `root-driver` as long as it keeps the
///     run from starting
public record WorkflowTasks(List<WorkflowTask> all) {
  private static final String ROOT_DRIVER = "root-driver";
  /// What each pod waits for on its way, and not for long.
  private static final Set<String> ON_ITS_WAY = Set.of("PodInitializing", "ContainerCreating");
  private static final Comparator<WorkflowTask> BY_START =
      Comparator.comparing((WorkflowTask task) -> task.started().orElse(Instant.MAX))
          .thenComparingInt(task -> task.tasks().size()).thenComparing(WorkflowTask::label);
  private static final Comparator<WorkflowTask> BY_FAILURE =
      Comparator.comparing((WorkflowTask task) ->
          task.telling().flatMap(Node::finished).orElse(Instant.MAX)).thenComparing(BY_START);

  /// A task in one round of the loops around it.
  private record Key(List<String> tasks, List<Integer> rounds) {
    Key outOfRound() {
      return new Key(tasks, rounds.subList(0, rounds.size() - 1));
    }
  }

  /// The tasks of a workflow.
  public static WorkflowTasks of(Workflow workflow) {
    Map<Key, List<Node>> nodes = new LinkedHashMap<>();
    workflow.nodes().stream().filter(node -> !node.place().tasks().isEmpty()).forEach(node ->
        nodes.computeIfAbsent(new Key(node.place().tasks(), node.place().rounds()),
            _ -> new ArrayList<>()).add(node));
    Map<Key, Set<Integer>> loops = loops(nodes);
    List<WorkflowTask> tasks = new ArrayList<>();
    nodes.forEach((key, own) -> tasks.add(WorkflowTask.of(key.tasks(), rounds(key, loops),
        nodes.keySet().stream().anyMatch(other -> isWithin(other, key)), own)));
    root(workflow).ifPresent(tasks::add);
    tasks.sort(BY_START);
    return new WorkflowTasks(List.copyOf(tasks));
  }

  /// The driver of the pipeline as a whole, if it is in the way of the run.
  private static Optional<WorkflowTask> root(Workflow workflow) {
    List<Node> driver = workflow.nodes().stream().filter(node ->
        node.place().tasks().isEmpty() && node.place().role() == Role.DRIVER).toList();
    return driver.isEmpty() ? Optional.empty()
        : Optional.of(WorkflowTask.of(List.of(ROOT_DRIVER), List.of(), false, driver))
            .filter(task -> task.state() == TaskState.FAILED || !task.message().isEmpty());
  }

  /// The rounds of each loop. What a round is made of, other than its tasks, becomes the loop's.
  private static Map<Key, Set<Integer>> loops(Map<Key, List<Node>> nodes) {
    Map<Key, Set<Integer>> loops = new HashMap<>();
    for (Key key : List.copyOf(nodes.keySet())) {
      if (!key.rounds().isEmpty() && nodes.containsKey(key.outOfRound())) {
        loops.computeIfAbsent(key.outOfRound(), _ -> new TreeSet<>()).add(key.rounds().getLast());
        nodes.get(key.outOfRound()).addAll(nodes.remove(key));
      }
    }
    return loops;
  }

  private static List<Round> rounds(Key key, Map<Key, Set<Integer>> loops) {
    List<Round> rounds = new ArrayList<>();
    for (int depth = 0; depth < key.rounds().size(); depth++) {
      List<Integer> outer = key.rounds().subList(0, depth);
      int number = key.rounds().get(depth);
      int of = loops.entrySet().stream()
          .filter(loop -> loop.getKey().rounds().equals(outer) && isWithin(key, loop.getKey()))
          .mapToInt(loop -> loop.getValue().size()).max().orElse(number + 1);
      rounds.add(new Round(number + 1, of));
    }
    return rounds;
  }

  private static boolean isWithin(Key inner, Key outer) {
    return inner.tasks().size() > outer.tasks().size()
        && inner.tasks().subList(0, outer.tasks().size()).equals(outer.tasks());
  }

  /// The task that was the first to fail; of a part and a task within, the task. What was ended
  /// because somebody had the run stopped counts too.
  public Optional<WorkflowTask> failed() {
    return all.stream()
        .filter(task -> task.state() == TaskState.FAILED && task.telling().isPresent())
        .min(BY_FAILURE);
  }

  /// The tasks that wait for something out of the ordinary, with what Argo says of it: a pod that no
  /// node has room for, an image that is not there.
  public List<WorkflowTask> waiting() {
    return in(TaskState.PENDING).stream().filter(task -> !task.message().isEmpty()
        && !ON_ITS_WAY.contains(task.message())).toList();
  }

  /// The tasks of a state.
  public List<WorkflowTask> in(TaskState state) {
    return all.stream().filter(task -> task.state() == state).toList();
  }

  /// The tasks that a person means: of a name, all its rounds; of a label, such as
  /// `screen-svm, 2 of 3`, that one.
  public List<WorkflowTask> meant(String nameOrLabel) {
    return all.stream().filter(task ->
        task.name().equals(nameOrLabel) || task.label().equals(nameOrLabel)).toList();
  }
}
