// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import module java.base;
import io.carbonflow.kfp.ir.ContainerSpec;
import io.carbonflow.kfp.step.Console;

/// Runs a task's container, or its substitute.
public interface Launcher {

  /// Runs a container to its end.
  ///
  /// @param job the container, its placeholders resolved, and its task
  /// @param console takes what it logs
  /// @throws io.carbonflow.base.fault.Problem for what a person can fix
  /// @throws Exception for what nobody foresaw
  void launch(Job job, Console console) throws Exception;

  /// What decides the results of a container besides its arguments and inputs: the code's version.
  ///
  /// @param container the container as the pipeline declares it
  /// @throws io.carbonflow.base.fault.Problem if there is no such code
  String version(ContainerSpec container) throws InterruptedException;

  /// On how many threads of this process containers compute; empty where they run elsewhere.
  default OptionalInt threads() {
    return OptionalInt.empty();
  }
}
