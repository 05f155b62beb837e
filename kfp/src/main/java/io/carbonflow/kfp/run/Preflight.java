// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import module java.base;
import io.carbonflow.kfp.ir.PipelineSpec;

/// What a project looks at before the first task of a run: whatever the run would fail for in the end, such as a store
/// that refuses writes, fails it at once. The runner itself looks at its folder.
@FunctionalInterface
public interface Preflight {
  /// Looks at nothing.
  Preflight NONE = _ -> {};

  /// Looks at what a run needs. Tasks of an earlier run that may be taken as they are do not change what is looked at.
  ///
  /// @throws io.carbonflow.base.fault.Problem if the run cannot end well; it says what to do
  void check(Planned run) throws InterruptedException;

  /// A run that is about to start.
  ///
  /// @param pipeline the compiled pipeline
  /// @param parameters the values of all its parameters
  /// @param folder the run's folder, absolute; it is there, and nobody else runs in it
  /// @param threads on how many threads of this process the tasks compute; empty where they run elsewhere, as in
  ///     containers, whose memory and libraries are not this process's
  record Planned(PipelineSpec pipeline, Map<String, Object> parameters, Path folder, OptionalInt threads) {
    /// Copies the parameters.
    public Planned {
      parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }

    /// A parameter as a text; empty if the pipeline has none of this name.
    public String text(String parameter) {
      return Objects.toString(parameters.get(parameter), "");
    }

    /// The words of each command that the pipeline may run.
    public List<List<String>> commands() {
      return pipeline.executors().values().stream().map(container ->
          Stream.concat(container.command().stream(), container.args().stream()).toList()).toList();
    }
  }
}
