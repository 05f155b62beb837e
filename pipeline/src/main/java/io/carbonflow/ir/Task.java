package io.carbonflow.ir;

import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// One use of a component in a DAG.
///
/// @param component the component's name
/// @param parameters where each input parameter comes from
/// @param artifacts where each input artifact comes from
/// @param dependentTasks the tasks that have to end before this one starts
/// @param cached whether the task may be skipped where an earlier run had the same inputs
public record Task(
    String component,
    SortedMap<String, ParameterSource> parameters,
    SortedMap<String, ArtifactSource> artifacts,
    SortedSet<String> dependentTasks,
    boolean cached) {

  /// Adds the producers of inputs to the tasks that have to end before.
  public Task {
    dependentTasks = new TreeSet<>(dependentTasks);
    Stream.concat(parameters.values().stream(), artifacts.values().stream())
        .map(source -> source instanceof Output output ? output.of().task() : null)
        .filter(Objects::nonNull)
        .forEach(dependentTasks::add);
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

  /// An output of another task of the DAG.
  public record Output(Component.TaskOutput of) implements ParameterSource, ArtifactSource {}
}
