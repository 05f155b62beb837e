// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

import io.carbonflow.base.table.Csv;
import io.carbonflow.model.bundle.Bundle;
import io.carbonflow.model.bundle.Prediction;
import io.carbonflow.model.interval.Interval;
import io.carbonflow.model.total.Total;
import module java.base;

// What a bundle's predictions of some buildings add up to, for many portfolios at once:
//
//   java -cp 'pipeline/target/lib/*' bench/Portfolios.java BUNDLE ROWS PORTFOLIOS TOTALS
//
// with JDK 25, after a build. PORTFOLIOS has the columns portfolio and building, a line for each building
// of a portfolio; all rows of the building in ROWS are added up. `predict --total-by` gives the same, but
// predicts a row again for each portfolio that it is in, which takes minutes instead of seconds for all those
// of `bench/run totals`.

record Line(String portfolio, String building) {}

void main(String[] args) throws IOException {
  Bundle bundle = Bundle.load(Path.of(args[0]));
  Map<String, List<Prediction>> buildings = bundle.predict(Csv.read(Path.of(args[1]))).predicted().stream()
      .collect(Collectors.groupingBy(prediction -> prediction.key().building()));
  Map<String, List<Line>> portfolios = Csv.read(Path.of(args[2])).rows().stream()
      .map(row -> new Line(row.text("portfolio"), row.text("building")))
      .collect(Collectors.groupingBy(Line::portfolio, LinkedHashMap::new, Collectors.toList()));
  Stream<String> totals = portfolios.entrySet().stream().map(portfolio -> line(portfolio.getKey(),
      bundle.total(portfolio.getValue().stream()
          .flatMap(line -> buildings.get(line.building()).stream()).toList()).orElseThrow()));
  Files.write(Path.of(args[3]), Stream.concat(
      Stream.of("value,buildings,rows,total_tonnes,lower_tonnes,upper_tonnes"), totals).toList());
}

String line(String portfolio, Total total) {
  Interval interval = total.interval().orElseThrow();
  return String.join(",", portfolio, "" + total.buildings(), "" + total.rows(), "" + total.tonnes(),
      "" + interval.lower(), "" + interval.upper());
}
