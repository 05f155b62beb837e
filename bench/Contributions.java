// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.explain.Contribution;
import io.carbonflow.model.explain.Explanation;
import io.carbonflow.model.bundle.Bundle;
import io.carbonflow.model.regressor.Mean;
import io.carbonflow.model.regressor.Regressor;
import io.carbonflow.base.table.Csv;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

// Shows that contributions add up, for each member of a bundle and for the whole, and their cost:
//
//   java -cp 'pipeline/target/lib/*' bench/Contributions.java BUNDLE ROWS
//
// with JDK 25, after a build. A table of the first row's contributions, then the greatest gap among
// all rows and the CPU seconds on one thread.

record Model(String name, List<Explanation> explanations, double seconds) {}

void main(String[] args) {
  Bundle bundle = Bundle.load(Path.of(args[0]));
  List<ModelRow> rows = bundle.rows(Csv.read(Path.of(args[1]))).rows();
  List<Model> models = new ArrayList<>();
  if (bundle.regressor() instanceof Mean mean) {
    for (int i = 0; i < mean.members().size(); i++) {
      models.add(explained(
          bundle.members().get(i).estimator(), with(bundle, mean.members().get(i)), rows));
    }
  }
  models.add(explained(bundle.name(), bundle, rows));
  first(models);
  all(models);
}

Bundle with(Bundle bundle, Regressor regressor) {
  return new Bundle(bundle.name(), bundle.members(), bundle.transformer(), bundle.scale(),
      regressor, bundle.intervals(), bundle.trainingRows(), bundle.provenance());
}

Model explained(String name, Bundle bundle, List<ModelRow> rows) {
  var threads = ManagementFactory.getThreadMXBean();
  long before = threads.getCurrentThreadCpuTime();
  List<Explanation> explanations = bundle.explain(rows);
  return new Model(name, explanations, (threads.getCurrentThreadCpuTime() - before) / 1e9);
}

void first(List<Model> models) {
  List<Explanation> rows = models.stream().map(m -> m.explanations().getFirst()).toList();
  IO.println("Building " + rows.getFirst().key().building() + " in "
      + rows.getFirst().key().year() + "\n");
  line("feature", "value", models.stream().map(Model::name));
  line("---", "---", models.stream().map(_ -> "---:"));
  line("base", "", rows.stream().map(row -> number(row.base())));
  for (int f = 0; f < rows.getFirst().contributions().size(); f++) {
    int at = f;
    Contribution feature = rows.getFirst().contributions().get(f);
    line(feature.feature().title(), feature.value(),
        rows.stream().map(row -> cell(row.contributions().get(at))));
  }
  line("**sum**", "", rows.stream().map(row -> number(row.sum())));
  line("**prediction**", "", rows.stream().map(row -> number(row.prediction())));
}

void line(String first, String second, Stream<String> cells) {
  IO.println("| " + first + " | " + second + " | " + String.join(" | ", cells.toList()) + " |");
}

String cell(Contribution of) {
  return number(of.amount()) + (of.standardError() == 0 ? ""
      : String.format(Locale.ROOT, " ± %.4f", of.standardError()));
}

String number(double value) {
  return String.format(Locale.ROOT, "%+.6f", value);
}

void all(List<Model> models) {
  IO.println("\n| model | rows | greatest gap | mean standard error | greatest | CPU s |\n"
      + "| --- | ---: | ---: | ---: | ---: | ---: |");
  for (Model model : models) {
    double gap = model.explanations().stream()
        .mapToDouble(row -> Math.abs(row.sum() - row.prediction())).max().orElse(0);
    DoubleSummaryStatistics errors = model.explanations().stream()
        .flatMap(row -> row.contributions().stream())
        .mapToDouble(Contribution::standardError).summaryStatistics();
    IO.println(String.format(Locale.ROOT, "| %s | %,d | %.1e | %.3f | %.3f | %.1f |", model.name(),
        model.explanations().size(), gap, errors.getAverage(), errors.getMax(),
        model.seconds()));
  }
}
