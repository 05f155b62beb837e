// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import module java.base;
import io.carbonflow.base.fault.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What may be kept of a table that is read row by row.
class RowBudgetTest {
  private static final int MB = 1 << 20;

  @TempDir Path folder;

  @Test
  void theRowThatDoesNotFitIsNamedWithTheLimitAndWhatToDo() throws IOException {
    Path file = Files.writeString(folder.resolve("t.csv"), "A\n1\n2\n3\n4\n");
    RowBudget budget = new RowBudget(2 * MB);
    try (CsvRows rows = Csv.open(file)) {
      Problem refused = assertThrows(Problem.class, () -> rows.forEachRemaining(row -> budget.take(row, MB)));
      assertEquals(file + ", line 4: the rows up to here take more than 2 MB of the memory, and this process has no more"
          + " for them; give it more (-Xmx, CARBONFLOW_JAVA_OPTIONS; on Kubeflow the task's memory), or fewer rows",
          refused.getMessage());
    }
  }

  @Test
  void halfOfTheMemoryIsLeftForWhatIsDoneWithTheRows() throws IOException {
    Path file = Files.writeString(folder.resolve("t.csv"), "A\n1\n");
    try (CsvRows rows = Csv.open(file)) {
      Row row = rows.next();
      long half = Runtime.getRuntime().maxMemory() / 2;
      RowBudget.ofThisProcess().take(row, half);
      assertThrows(Problem.class, () -> RowBudget.ofThisProcess().take(row, half + 1));
    }
  }
}
