// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.ir;

import module java.base;
import io.carbonflow.kfp.step.ParameterType;
import io.carbonflow.kfp.step.Port;

/// A component: its interface, and what it runs.
///
/// @param inputs what it takes
/// @param outputs what it gives
/// @param body what it runs
public record Component(Interface inputs, Interface outputs, Body body) {

  /// One side of a component.
  ///
  /// @param parameters its parameters by name
  /// @param artifacts its artifacts by name
  public record Interface(
      SortedMap<String, ParameterSpec> parameters, SortedMap<String, ArtifactSpec> artifacts) {}

  /// A parameter of an interface.
  ///
  /// @param type its type
  /// @param orElse its default; empty if it has none
  /// @param optional whether it may be left out
  /// @param description what it is
  public record ParameterSpec(
      ParameterType type, Optional<Object> orElse, boolean optional, String description) {
    /// Brings the default into the form it has after writing and reading. Who has one is optional.
    public ParameterSpec {
      ParameterType own = type;
      orElse = orElse.map(value -> Literal.of(own, value));
      optional |= orElse.isPresent();
    }
  }

  /// An artifact of an interface.
  ///
  /// @param schemaTitle its type, such as `system.Dataset`
  /// @param list whether it is a list
  /// @param metadata what is known of an output before it exists: its natural `file_name`; an
  ///     input has none, nor have metrics
  /// @param description what it is
  public record ArtifactSpec(
      String schemaTitle, boolean list, Map<String, Object> metadata, String description) {
    /// The key of the metadata that names the file.
    public static final String FILE_NAME = "file_name";
    private static final String ANY = "system.Artifact";
    private static final String METRICS = "system.Metrics";

    /// The natural name of an output's file. Kubeflow shows all metadata of metrics as metrics, so
    /// theirs does not stand there: they are JSON, called as the output is.
    ///
    /// @param output the output's name
    public String fileName(String output) {
      return metadata.get(FILE_NAME) instanceof String own ? own
          : schemaTitle.equals(METRICS) ? output.replace('_', '-') + ".json" : output;
    }

    /// What a file is.
    public static ArtifactSpec of(Port.Kind.File file) {
      return new ArtifactSpec(file.type().schemaTitle(), file.list(), Map.of(), "");
    }

    /// Whether an input of this kind can be given an output of another.
    public boolean accepts(ArtifactSpec given) {
      return (schemaTitle.equals(ANY) || schemaTitle.equals(given.schemaTitle))
          && list == given.list;
    }

    /// A list of what this is.
    ArtifactSpec asList() {
      return new ArtifactSpec(schemaTitle, true, metadata, description);
    }

    /// The kind in words, for messages.
    public String words() {
      return (list ? "a list of " : "") + schemaTitle;
    }
  }

  /// What a component runs.
  public sealed interface Body {}

  /// A container.
  ///
  /// @param label its label among the executors
  public record Executor(String label) implements Body {}

  /// Tasks.
  ///
  /// @param tasks the tasks by name
  /// @param parameters for each output parameter the task's output that it is; of several, all but
  ///     one of which a condition keeps from running, the one that is there
  /// @param artifacts for each output artifact the tasks' outputs that it consists of
  public record Dag(
      SortedMap<String, Task> tasks,
      SortedMap<String, List<TaskOutput>> parameters,
      SortedMap<String, List<TaskOutput>> artifacts)
      implements Body {}

  /// An output of a task of the same DAG.
  ///
  /// @param task the producer
  /// @param key the output's name
  public record TaskOutput(String task, String key) {}
}
