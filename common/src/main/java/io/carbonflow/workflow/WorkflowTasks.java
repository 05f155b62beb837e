package io.carbonflow.workflow;

import io.carbonflow.workflow.WorkflowTask.Round;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The tasks of a run as its pipeline names them, put together from the nodes of its workflow.
///
/// @param all the tasks, in the order of their start; those that were not started come last
public record WorkflowTasks(List<WorkflowTask> all) {
  private static final Comparator<WorkflowTask> BY_START =
      Comparator.comparing((WorkflowTask task) -> task.started().orElse(Instant.MAX))
          .thenComparing(task -> task.tasks().size()).thenComparing(WorkflowTask::label);
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
    tasks.sort(BY_START);
    return new WorkflowTasks(List.copyOf(tasks));
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

  /// The tasks that wait for something, with what Argo says of it: a pod that no node has room for, an
  /// image that is not there.
  public List<WorkflowTask> waiting() {
    return all.stream()
        .filter(task -> task.state() == TaskState.PENDING && !task.message().isEmpty()).toList();
  }
}
