// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

import com.sun.management.OperatingSystemMXBean;
import io.carbonflow.base.table.Cell;
import io.carbonflow.base.table.Csv;
import io.carbonflow.model.bundle.Bundle;
import io.carbonflow.model.bundle.Prediction;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;

/// Predicts a table again and again in one JVM, as a service does that has been up for a while.
///
/// `java -cp JARS bench/Warm.java BUNDLE ROWS PREDICTIONS TURNS` reads the table and writes its predictions in each
/// turn, and prints the CPU seconds of each, those of compilers and collector included.
final class Warm {
  private static final List<String> HEADER = List.of("OSEBuildingID", "DataYear", "predicted_tonnes");
  private static final double NANOSECONDS = 1e9;

  private Warm() {}

  public static void main(String[] args) {
    Bundle bundle = Bundle.load(Path.of(args[0]));
    for (int turn = 0; turn < Integer.parseInt(args[3]); turn++) {
      double before = cpu();
      List<Prediction> predicted = bundle.predict(Csv.read(Path.of(args[1]))).predicted();
      Csv.write(Path.of(args[2]), HEADER, () -> predicted.stream().map(Warm::cells).iterator());
      System.out.println(cpu() - before);
    }
  }

  private static List<String> cells(Prediction one) {
    return List.of(one.key().building(), Integer.toString(one.key().year()), Cell.format(one.tonnes()));
  }

  private static double cpu() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / NANOSECONDS;
  }
}
