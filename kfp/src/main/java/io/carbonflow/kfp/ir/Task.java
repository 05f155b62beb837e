// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.ir;

import module java.base;
import io.carbonflow.kfp.step.RunVariable;

/// One use of a component in a DAG.
///
/// @param label the name that Kubeflow's page shows
/// @param component the component's name
/// @param parameters where each input parameter comes from
/// @param artifacts where each input artifact comes from
/// @param dependentTasks the tasks that have to end before this one starts
/// @param policy when, how often, and over which items it runs
public record Task(
    String label,
    String component,
    SortedMap<String, ParameterSource> parameters,
    SortedMap<String, ArtifactSource> artifacts,
    SortedSet<String> dependentTasks,
    Policy policy) {

  /// Adds the producers of inputs to the tasks that have to end before.
  public Task {
    dependentTasks = new TreeSet<>(dependentTasks);
    Stream.concat(
            parameters.values().stream().map(Task::producer),
            artifacts.values().stream().map(Task::producer))
        .filter(Objects::nonNull)
        .forEach(dependentTasks::add);
  }

  private static String producer(Object source) {
    return switch (source) {
      case Output output -> output.of().task();
      case EndOf end -> end.task();
      default -> null;
    };
  }

  /// How a task runs.
  ///
  /// @param cached whether it may be skipped where an earlier run had the same inputs
  /// @param trigger when it runs
  /// @param loop what it is repeated over; empty if it runs once
  /// @param retries how often it is tried again
  public record Policy(
      boolean cached, TriggerPolicy trigger, Optional<Loop> loop, Optional<Retries> retries) {
    /// Runs once, after those that come before have succeeded, and each time again.
    public static final Policy PLAIN =
        new Policy(false, TriggerPolicy.ALWAYS, Optional.empty(), Optional.empty());

    /// This policy, with another choice of whether an earlier run's outputs may be taken.
    public Policy withCached(boolean other) {
      return new Policy(other, trigger, loop, retries);
    }

    /// This policy, with another trigger.
    public Policy withTrigger(TriggerPolicy other) {
      return new Policy(cached, other, loop, retries);
    }

    /// This policy, over items.
    public Policy withLoop(Loop other) {
      return new Policy(cached, trigger, Optional.of(other), retries);
    }

    /// This policy, tried again.
    public Policy withRetries(Optional<Retries> other) {
      return new Policy(cached, trigger, loop, other);
    }
  }

  /// When a task runs, once all tasks before it have ended.
  ///
  /// @param condition what has to hold; empty if nothing
  /// @param evenAfterFailure whether it also runs where one of them has failed, as an exit handler
  public record TriggerPolicy(Optional<Condition> condition, boolean evenAfterFailure) {
    /// Where all have succeeded.
    public static final TriggerPolicy ALWAYS = new TriggerPolicy(Optional.empty(), false);
    /// Where all have ended, well or not.
    public static final TriggerPolicy AT_THE_END = new TriggerPolicy(Optional.empty(), true);

    /// Where a condition holds.
    public static TriggerPolicy when(Condition condition) {
      return new TriggerPolicy(Optional.of(condition), false);
    }
  }

  /// A repetition, side by side, of a sub-DAG for each item of a list.
  ///
  /// @param itemInput the input of the sub-DAG that takes the item
  /// @param items the list
  /// @param parallelism how many run at a time; 0 for all
  public record Loop(String itemInput, Items items, int parallelism) {}

  /// What a loop goes over.
  public sealed interface Items {}

  /// The list that is an input of the task.
  public record ItemsOf(String input) implements Items {}

  /// A list that is written into the pipeline.
  public record ItemList(List<?> values) implements Items {
    /// Brings the values into the form they have after writing and reading.
    public ItemList {
      values = (List<?>) Literal.of(values);
    }
  }

  /// Further attempts where Kubeflow could not run a pod; durations as `2s`. A container that ends
  /// with an error is not started again, but its failure is reported only after the first wait.
  ///
  /// @param count how many
  /// @param backoff the wait before the first
  /// @param factor what each further wait is multiplied by
  /// @param longest the time from the first start after which no attempt is made
  public record Retries(int count, String backoff, double factor, String longest) {
    private static final String DURATION = "[0-9]+s";

    /// Checks the ranges.
    ///
    /// @throws IllegalArgumentException if one is left
    public Retries {
      if (count < 0 || factor < 1 || !backoff.matches(DURATION) || !longest.matches(DURATION)) {
        throw new IllegalArgumentException("retries " + count + " after " + backoff + " times "
            + factor + " up to " + longest + " are none; write 2, 2s, 2.0 and 3600s");
      }
    }
  }

  /// Where an input parameter comes from.
  public sealed interface ParameterSource {}

  /// Where an input artifact comes from.
  public sealed interface ArtifactSource {}

  /// A value that is written into the pipeline: a string, number, boolean, list or map.
  public record Constant(Object value) implements ParameterSource {
    /// Brings the value into the form it has after writing and reading.
    ///
    /// @throws IllegalArgumentException if no pipeline can hold it
    public Constant {
      value = Literal.of(value);
    }
  }

  /// An input of the component that the DAG belongs to.
  public record ComponentInput(String name) implements ParameterSource, ArtifactSource {}

  /// A field of a mapping that is an input of the component that the DAG belongs to.
  public record InputField(String name, String field) implements ParameterSource {}

  /// An output of another task of the DAG.
  public record Output(Component.TaskOutput of) implements ParameterSource, ArtifactSource {}

  /// How another task of the DAG has ended.
  public record EndOf(String task) implements ParameterSource {}

  /// What the run is called that the task is part of.
  public record OfRun(RunVariable fact) implements ParameterSource {}
}
