package io.carbonflow.pipeline;

/// A pipeline: tasks that are wired to each other and to parameters. A class with a constructor
/// without arguments, described by [io.carbonflow.step.About].
///
/// @param <P> the parameters: components of type [io.carbonflow.step.Value]
/// @param <R> the results: components of type [io.carbonflow.step.Output]
public interface Pipeline<P extends Record, R extends Record> {

  /// Adds the pipeline's tasks to a DAG.
  ///
  /// @param parameters references to the parameters
  /// @param dag takes the tasks
  /// @return the outputs of tasks that are the pipeline's own
  R describe(P parameters, Dag dag);
}
