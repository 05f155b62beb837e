// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.table;

import io.carbonflow.base.fault.Problem;

/// How much of the memory may be taken by what is kept of a table that is read row by row. Such a table may be of any
/// size, but what is kept of it has to leave room for whatever is done with it.
///
/// ```java
/// RowBudget budget = RowBudget.ofThisProcess();
/// List<Double> areas = Csv.read(file, rows -> {
///   List<Double> kept = new ArrayList<>();
///   rows.forEachRemaining(row -> {
///     kept.add(row.number("PropertyGFATotal"));
///     budget.take(row, Double.BYTES);
///   });
///   return kept;
/// });
/// ```
public final class RowBudget {
  private static final int MB = 1 << 20;

  private final long most;
  private long taken;

  /// @param most how many bytes may be taken
  public RowBudget(long most) {
    this.most = most;
  }

  /// Half of the memory that this JVM may use.
  public static RowBudget ofThisProcess() {
    return new RowBudget(Runtime.getRuntime().maxMemory() / 2);
  }

  /// Counts what is kept of a row.
  ///
  /// @param bytes how many bytes that takes, about
  /// @throws Problem if all rows take more than they may
  public void take(Row row, long bytes) {
    taken += bytes;
    if (taken > most) {
      throw new Problem(row.start(), "the rows up to here take more than " + most / MB
          + " MB of the memory, and this process has no more for them",
          "give it more (-Xmx, CARBONFLOW_JAVA_OPTIONS; on Kubeflow the task's memory), or fewer rows");
    }
  }
}
