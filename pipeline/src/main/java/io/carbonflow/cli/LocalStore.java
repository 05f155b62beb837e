// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli;

import module java.base;
import io.carbonflow.kfp.cli.Program;

/// Where the store is on this machine, if neither a store nor a bucket is named: in the folder of
/// the training that fills it. All conventions of it stand here.
final class LocalStore {
  private static final String STORE = "store";
  private static final String BUCKET = "bucket";
  private static final String TRAINING = "training";

  private LocalStore() {}

  /// The store of a training that was run with nothing named.
  static Path ofTraining() {
    return Program.RUNS.resolve(TRAINING).resolve(STORE);
  }

  /// Gives a run its store. A pipeline that is called as a training fills one of its own in the run's
  /// folder; another one works with the models of [#ofTraining].
  ///
  /// @param declared the names of the pipeline's parameters
  /// @param given the parameters that are given
  static void addTo(
      String pipeline, Set<String> declared, Path folder, Map<String, String> given) {
    if (declared.contains(STORE) && given.getOrDefault(BUCKET, "").isEmpty()) {
      Path store = pipeline.startsWith(TRAINING) ? folder.resolve(STORE) : ofTraining();
      given.putIfAbsent(STORE, store.toString());
    }
  }
}
