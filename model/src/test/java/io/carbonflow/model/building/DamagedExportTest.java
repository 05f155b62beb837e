// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.table.Csv;
import io.carbonflow.base.table.Row;
import io.carbonflow.base.table.Table;
import io.carbonflow.model.feature.FeatureSet;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/// Whatever happens to a file on its way, it is read, or refused in one line: never an exception of
/// another kind.
class DamagedExportTest {
  private static final String MARKS = ",\"'\n\r{}[]():\\0-.e\u00e9";

  private static byte[] damaged(byte[] file, Random random) throws IOException {
    int start = random.nextInt(file.length);
    int end = Math.min(file.length, start + 1 + random.nextInt(8));
    var out = new ByteArrayOutputStream();
    out.write(file, 0, start);
    switch (random.nextInt(4)) {
      case 0 -> out.write(file, end, file.length - end);
      case 1 -> {
        out.write(MARKS.charAt(random.nextInt(MARKS.length())));
        out.write(file, start, file.length - start);
      }
      case 2 -> {
        out.write(random.nextInt(256));
        out.write(file, start + 1, file.length - start - 1);
      }
      default -> { } // cut off
    }
    return out.toByteArray();
  }

  private static void isReadOrRefused(byte[] bytes) throws IOException {
    try {
      Table table = Csv.read(new ByteArrayInputStream(bytes), "damaged.csv");
      PredictionRows rows = PredictionRows.of(table, FeatureSet.UNMETERED);
      assertEquals(table.rows().size(), rows.rows().size() + rows.skipped().size());
      MergeTables.of(List.of(table), 0);
    } catch (Problem problem) {
      assertFalse(problem.getMessage().contains("\n"), problem.getMessage());
    }
  }

  @RepeatedTest(100)
  void isReadOrRefused(RepetitionInfo info) throws IOException {
    Table table = info.getCurrentRepetition() % 2 == 0 ? Samples.of2015() : Samples.of2016();
    var few = new ByteArrayOutputStream();
    Csv.write(few, table.header().names(),
        table.rows().subList(0, 12).stream().map(Row::cells).toList());
    isReadOrRefused(damaged(few.toByteArray(), new Random(info.getCurrentRepetition())));
  }
}
