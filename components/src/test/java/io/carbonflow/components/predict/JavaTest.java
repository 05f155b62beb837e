// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import com.google.gson.Gson;
import de.siegmar.fastcsv.reader.CsvReader;
import io.carbonflow.base.table.Csv;
import io.carbonflow.components.SampleFiles;
import io.carbonflow.components.Sheet;
import io.carbonflow.model.bundle.Bundle;
import io.carbonflow.model.bundle.Prediction;
import io.carbonflow.model.explain.Explanation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A bundle in somebody else's Java program.
class JavaTest {
  @TempDir Path folder;

  private static List<String> expected() {
    return Sheet.of(SampleFiles.made("predict", "predictions.csv")).rows().stream()
        .map(row -> String.join(" ", row.subList(0, 5))).toList();
  }

  @Test
  void aBundlePredictsATableInTwoLines() {
    Bundle bundle = Bundle.load(SampleFiles.made("train-best", "model.carbonflow"));
    List<Prediction> predicted =
        bundle.predict(Csv.read(SampleFiles.made("prepare", "held-out.csv"))).predicted();

    assertEquals(expected(), predicted.stream()
        .map(p -> p.key().building() + " " + p.key().year() + " " + p.tonnes()
            + " " + p.interval().orElseThrow().lower() + " " + p.interval().orElseThrow().upper())
        .toList());
  }

  @Test
  void aBundleExplainsWhatItPredicts() {
    Bundle bundle = Bundle.load(SampleFiles.made("train-best", "model.carbonflow"));
    var rows = bundle.rows(Csv.read(SampleFiles.made("prepare", "held-out.csv")));
    List<Explanation> explanations = bundle.explain(rows.rows());
    List<Prediction> predicted = bundle.predict(rows, 0.8).predicted();
    for (int i = 0; i < predicted.size(); i++) {
      assertEquals(predicted.get(i).key(), explanations.get(i).key());
      assertEquals(Math.log(predicted.get(i).tonnes()), explanations.get(i).sum(), 1e-5);
      assertEquals(0.8, predicted.get(i).interval().orElseThrow().level());
    }
  }

  /// As the module's documentation shows it, with the module and its two dependencies alone.
  @Test
  void itNeedsNothingBesideTheModulesModelAndBaseFastCsvAndGson() throws Exception {
    Path program = Files.writeString(folder.resolve("Example.java"), """
        import io.carbonflow.model.bundle.Bundle;
        import io.carbonflow.base.table.Csv;
        import java.nio.file.Path;

        void main(String[] args) {
          var bundle = Bundle.load(Path.of(args[0]));
          for (var p : bundle.predict(Csv.read(Path.of(args[1]))).predicted()) {
            var interval = p.interval().orElseThrow();
            IO.println(p.key().building() + " " + p.key().year() + " " + p.tonnes()
                + " " + interval.lower() + " " + interval.upper());
          }
        }
        """);
    Process process = new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp",
        Stream.of(Bundle.class, Csv.class, CsvReader.class, Gson.class).map(JavaTest::origin)
            .collect(Collectors.joining(File.pathSeparator)),
        program.toString(), SampleFiles.made("train-best", "model.carbonflow").toString(),
        SampleFiles.made("prepare", "held-out.csv").toString()).redirectErrorStream(true).start();
    List<String> out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
        .lines().toList();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertEquals(expected(), out);
  }

  private static String origin(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (java.net.URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
