// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.pipeline;

import module java.base;

/// A pipeline: tasks that are wired to each other and to parameters. A class with a constructor
/// without arguments, described by [io.carbonflow.kfp.step.About].
///
/// ```java
/// @About("Counts wines")
/// @AutoService(Pipeline.class)
/// @SuppressWarnings("rawtypes") // a service is found by its class, which has no type arguments
/// public final class Count implements Pipeline<Count.Parameters, Count.Results> {
///   public record Parameters(@About("the table's file") Value<String> wines) {}
///
///   public record Results(@About("how many there are") Output<Integer> number) {}
///
///   @Override
///   public Results describe(Parameters p, Dag dag) {
///     var counted = dag.task(new CountWines(), new CountWines.In(p.wines()));
///     return new Results(counted.number());
///   }
/// }
/// ```
///
/// @param <P> the parameters: components of type [io.carbonflow.kfp.step.Value]
/// @param <R> the results: components of type [io.carbonflow.kfp.step.Output]
public interface Pipeline<P extends Record, R extends Record> {

  /// Adds the pipeline's tasks to a DAG.
  ///
  /// @param parameters references to the parameters
  /// @param dag takes the tasks
  /// @return the outputs of tasks that are the pipeline's own
  R describe(P parameters, Dag dag);

  /// Adds the tasks where the whole pipeline is one task of another. A pipeline that may end itself as
  /// failed leaves that to the one around it: a container that fails keeps none of its files.
  ///
  /// @param parameters references to the parameters
  /// @param dag takes the tasks
  /// @return the outputs of tasks that are the pipeline's own
  default R describeAsTask(P parameters, Dag dag) {
    return describe(parameters, dag);
  }

  /// How long a run may take on a cluster, all tasks and all waiting; what is left of it then is
  /// ended. Counted in whole seconds. Empty for as long as it takes.
  default Optional<Duration> deadline() {
    return Optional.empty();
  }

  /// Checks what the types of single parameters cannot say, before anything runs on this machine.
  /// Kubeflow's server does not look at values, so a step has to check it as well.
  ///
  /// @param parameters the values of the parameters
  /// @throws io.carbonflow.base.fault.Problem if the pipeline cannot run with them
  default void check(P parameters) {}
}
