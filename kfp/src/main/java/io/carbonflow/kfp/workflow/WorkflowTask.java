// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.workflow;

import module java.base;
import io.carbonflow.kfp.workflow.NodePlace.Role;

/// A task of a run; of a task within a loop, one round.
///
/// @param tasks its name and those of the parts around it, from the outside in
/// @param rounds which rounds of the loops around it, from the outside in
/// @param isPart whether it has tasks of its own
/// @param state how it is getting on
/// @param message why it waits or why it has failed, as Argo says; may be empty
/// @param started when it was started; empty if it was not
/// @param finished when it has ended; empty if it has not
/// @param pods the pods of its container, one for each attempt, in the order of their start
/// @param drivers the pods of its driver, and of a loop those of its rounds' drivers, likewise
public record WorkflowTask(
    List<String> tasks,
    List<Round> rounds,
    boolean isPart,
    TaskState state,
    String message,
    Optional<Instant> started,
    Optional<Instant> finished,
    List<Node> pods,
    List<Node> drivers) {
  private static final Comparator<Node> BY_START =
      Comparator.comparing((Node node) -> node.started().orElse(Instant.MAX))
          .thenComparing(Node::id);

  /// One round of a loop.
  ///
  /// @param number its number, from 1
  /// @param of how many there are
  public record Round(int number, int of) {
    @Override
    public String toString() {
      return number + " of " + of;
    }
  }

  static WorkflowTask of(
      List<String> tasks, List<Round> rounds, boolean isPart, List<Node> nodes) {
    List<Node> pods = pods(nodes, Role.CONTAINER);
    List<Node> drivers = pods(nodes, Role.DRIVER);
    Optional<Node> driver = last(nodes, Role.DRIVER);
    // Where its driver has failed, Argo leaves out the task itself.
    Optional<Node> own = driver.filter(node -> node.phase().isFailure())
        .or(() -> last(nodes, Role.WHOLE)).or(() -> last(nodes, Role.ATTEMPT));
    Optional<Node> newest = newest(pods).or(() -> newest(drivers));
    TaskState state = own.map(node -> state(node, newest)).orElse(TaskState.PENDING);
    Optional<Instant> started = nodes.stream().flatMap(node -> node.started().stream())
        .min(Comparator.naturalOrder());
    return new WorkflowTask(tasks, rounds, isPart, state,
        switch (state) {
          case PENDING -> newest.map(Node::message).orElse("");
          case FAILED -> told(pods, drivers, own);
          case RUNNING, SUCCEEDED, SKIPPED, OMITTED -> "";
        },
        state == TaskState.OMITTED ? Optional.empty() : started,
        state.isFinal() ? own.flatMap(Node::finished) : Optional.empty(), pods, drivers);
  }

  private static TaskState state(Node own, Optional<Node> newest) {
    return switch (own.phase()) {
      case SUCCEEDED -> TaskState.SUCCEEDED;
      case SKIPPED -> TaskState.SKIPPED;
      case OMITTED -> TaskState.OMITTED;
      case FAILED, ERROR -> TaskState.FAILED;
      case PENDING, RUNNING, UNKNOWN -> newest.filter(pod -> pod.phase() == Phase.PENDING)
          .isPresent() ? TaskState.PENDING : TaskState.RUNNING;
    };
  }

  /// What a pod says of its end says more than what Argo says of the task.
  private static String told(List<Node> pods, List<Node> drivers, Optional<Node> own) {
    return failing(pods).or(() -> failing(drivers)).map(Node::message)
        .filter(text -> !text.isEmpty()).or(() -> own.map(Node::message)).orElse("");
  }

  private static List<Node> pods(List<Node> nodes, Role role) {
    return nodes.stream().filter(node -> node.isPod() && node.place().role() == role)
        .sorted(BY_START).toList();
  }

  private static Optional<Node> last(List<Node> nodes, Role role) {
    return newest(nodes.stream().filter(node -> node.place().role() == role)
        .sorted(BY_START).toList());
  }

  private static Optional<Node> newest(List<Node> nodes) {
    return nodes.reversed().stream().findFirst();
  }

  private static Optional<Node> failing(List<Node> pods) {
    return newest(pods.stream().filter(pod -> pod.phase().isFailure()).toList());
  }

  /// The pod that has failed, the last of several; empty if none has.
  public Optional<Node> telling() {
    return failing(pods).or(() -> failing(drivers));
  }

  /// Its name in the pipeline.
  public String name() {
    return tasks.getLast();
  }

  /// Its name, and which round it is: `screen-svm, 2 of 3`.
  public String label() {
    StringBuilder label = new StringBuilder(name());
    rounds.forEach(round -> label.append(", ").append(round));
    return label.toString();
  }
}
