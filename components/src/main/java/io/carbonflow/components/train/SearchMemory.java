// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.train;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.learn.Estimator;

/// Whether the memory of this JVM is enough to train on so many rows, said before it is tried.
///
/// @param rows training rows
/// @param folds folds of the cross-validation
/// @param threads how many fits run at a time
public record SearchMemory(int rows, int folds, int threads) {
  /// What a training holds whatever its rows, and for each of them, measured: docs/design/preflight.md.
  private static final double BASE = 32 << 20;
  private static final double PER_ROW = 8 << 10;
  private static final double MEGABYTE = 1 << 20;

  /// How many megabytes the heap must have.
  public long megabytes(Estimator estimator) {
    return (long) Math.ceil((BASE + PER_ROW * rows + estimator.bytes(rows, folds, threads)) / MEGABYTE);
  }

  /// Checks that they are there.
  ///
  /// @param what the rows, as a message names them
  /// @param heap the most bytes that the heap may grow to, as [Runtime#maxMemory()] says
  /// @throws Problem if they are not
  public void require(Estimator estimator, String what, long heap) {
    long needed = megabytes(estimator);
    if (needed * MEGABYTE > heap) {
      throw new Problem(Place.of(what), String.format(Locale.ROOT,
          "%,d training rows on %d threads take %,d MB of memory for %s, and this process may use %,.0f MB",
          rows, threads, needed, estimator.name(), heap / MEGABYTE), remedy(estimator, heap));
    }
  }

  private String remedy(Estimator estimator, long heap) {
    long alone = new SearchMemory(rows, folds, 1).megabytes(estimator);
    long all = megabytes(estimator);
    return "set CARBONFLOW_JAVA_OPTIONS=-Xmx" + (all + all / 10) + "m, on Kubeflow the task's memory"
        + (alone * MEGABYTE <= heap ? ", or --threads=1" : "");
  }
}
