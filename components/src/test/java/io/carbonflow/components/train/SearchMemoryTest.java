// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.carbonflow.base.fault.Problem;
import io.carbonflow.learn.Estimator;
import org.junit.jupiter.api.Test;

/// What memory a search asks for.
class SearchMemoryTest {
  private static final Estimator SVM = EstimatorName.SVM.estimator();
  private static final Estimator FOREST = EstimatorName.RANDOM_FOREST.estimator();
  private static final long MEGABYTE = 1 << 20;

  @Test
  void seattlesRowsFitIntoWhatTheLauncherGivesOnSixteenCores() {
    new SearchMemory(2060, 5, 16).require(SVM, "rows", 640 * MEGABYTE);
  }

  @Test
  void theKernelsOfAllPairsOfRowsCount() {
    // Half a square of doubles and a square of floats, 8,000 rows each way: 256 MB each.
    assertEquals(2.56e8 + 2.56e8, SVM.bytes(8000, 2, 1));
    assertEquals(2.56e8 + 2.56e8 * 8 * 0.64, SVM.bytes(8000, 5, 8), 1);
    assertEquals(0, FOREST.bytes(8000, 5, 8));
  }

  @Test
  void beyondThatTheFeaturesOfLandmarksGrowWithTheRows() {
    // What is kept has 1,024 features a row, a trial half as many; beside them stand those of four candidates a landmark.
    assertEquals(2e5 * 1024 * 4 + 4096 * 1024 * 8, SVM.bytes(200_000, 5, 1));
    assertEquals(16 * (1.6e5 * 512 * 4 + 2048 * 512 * 8), SVM.bytes(200_000, 5, 16));
    assertTrue(SVM.bytes(200_000, 5, 2) < 1e9);
    assertTrue(SVM.bytes(8001, 5, 2) < SVM.bytes(8000, 5, 2) / 5);
  }

  @Test
  void eighteenThousandRowsFitIntoWhatTheLauncherGives() {
    new SearchMemory(18_883, 5, 2).require(SVM, "rows", 640 * MEGABYTE);
  }

  @Test
  void tooManyRowsAreReportedWithWhatIsNeededAndWhatToDo() {
    SearchMemory memory = new SearchMemory(8000, 5, 8);
    long needed = memory.megabytes(SVM);
    String message = assertThrows(Problem.class, () -> memory.require(SVM, "the tables", 640 * MEGABYTE)).getMessage();
    assertTrue(message.startsWith("the tables: 8,000 training rows on 8 threads take "
        + String.format(java.util.Locale.ROOT, "%,d", needed) + " MB of memory for svm, and this process may use 640 MB;"
        + " set CARBONFLOW_JAVA_OPTIONS=-Xmx"), message);
    memory.require(SVM, "the tables", needed * MEGABYTE);
    memory.require(FOREST, "the tables", 640 * MEGABYTE);
  }

  @Test
  void fewerThreadsAreNamedWhereTheyHelp() {
    assertTrue(assertThrows(Problem.class, () -> new SearchMemory(6000, 5, 16)
        .require(SVM, "rows", 640 * MEGABYTE)).getMessage().endsWith(", or --threads=1"));
    assertTrue(assertThrows(Problem.class, () -> new SearchMemory(90_000, 5, 16)
        .require(SVM, "rows", 640 * MEGABYTE)).getMessage().endsWith("the task's memory"));
  }
}
