package io.carbonflow.ir;

import java.util.SortedMap;
import java.util.SortedSet;

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

  /// Where an input parameter comes from.
  public sealed interface ParameterSource {}

  /// Where an input artifact comes from.
  public sealed interface ArtifactSource {}

  /// A value that is written into the pipeline: a string, number, boolean, list or map.
  public record Constant(Object value) implements ParameterSource {}

  /// An input of the component that the DAG belongs to.
  public record ComponentInput(String name) implements ParameterSource, ArtifactSource {}

  /// An output of another task of the DAG.
  public record Output(Component.TaskOutput of) implements ParameterSource, ArtifactSource {}
}
