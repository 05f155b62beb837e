// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

import io.carbonflow.base.table.Csv;
import io.carbonflow.components.train.TrainingData;
import io.carbonflow.learn.Dataset;
import io.carbonflow.learn.Hyperparameters;
import io.carbonflow.learn.Scores;
import io.carbonflow.learn.svm.SupportVectorMachine;
import io.carbonflow.model.feature.BoxCox;
import io.carbonflow.model.feature.Matrix;
import io.carbonflow.model.feature.MatrixCsv;
import io.carbonflow.model.feature.Scale;
import module java.base;

// What support vector machines of many rows cost and reach, exact and by landmarks:
//
//   java -Xmx4g -cp 'pipeline/target/lib/*' bench/SupportVectors.java TRAIN TEST ROWS WAYS NAME=VALUE...
//
// TRAIN and TEST are prepared matrices, as the step prepare writes them. ROWS are numbers of training rows, divided by
// commas; they are taken evenly out of TRAIN. WAYS are `exact` or numbers of landmarks. NAME=VALUE are hyperparameters
// of the machine, instead of an RBF kernel with C 4.2, gamma .002 and epsilon .17; a further `--` begins another
// choice. A fit is on one thread. Standard output has a line for each: CPU seconds of the process, how many
// support vectors the machine has, R² of the first 10,000 held-out rows on the Box-Cox scale. Memory is that of -Xmx:
// the least with which it ends.
// With JDK 25, after a build.

void main(String[] args) throws Exception {
  Matrix train = MatrixCsv.read(Csv.read(Path.of(args[0])));
  Matrix test = MatrixCsv.read(Csv.read(Path.of(args[1])));
  Dataset all = TrainingData.of(train);
  IO.println("kernel,rows,way,cpu_s,vectors,r2");
  for (Hyperparameters chosen : choices(Arrays.asList(args).subList(4, args.length))) {
    for (String rows : args[2].split(",")) {
      Dataset part = evenly(all, Math.min(Integer.parseInt(rows), all.rows()));
      for (String way : args[3].split(",")) {
        tell(chosen, part, way, test);
      }
    }
  }
}

List<Hyperparameters> choices(List<String> words) {
  List<Hyperparameters> choices = new ArrayList<>();
  Map<String, Object> values = new TreeMap<>();
  for (String word : words) {
    if (word.equals("--")) {
      choices.add(new Hyperparameters(values));
      values.clear();
    } else {
      String[] parts = word.split("=", 2);
      values.put(parts[0], switch (parts[0]) {
        case "kernel" -> parts[1];
        case "degree" -> Long.valueOf(parts[1]);
        default -> Double.valueOf(parts[1]);
      });
    }
  }
  choices.add(new Hyperparameters(values.isEmpty()
      ? Map.of("kernel", "rbf", "C", 4.2, "gamma", .002, "epsilon", .17) : values));
  return choices;
}

Dataset evenly(Dataset all, int count) {
  return all.subset(IntStream.range(0, count).map(i -> (int) ((long) i * all.rows() / count)).toArray());
}

void tell(Hyperparameters chosen, Dataset part, String way, Matrix test) {
  var machine = way.equals("exact") ? new SupportVectorMachine(Integer.MAX_VALUE, 1)
      : new SupportVectorMachine(0, Integer.parseInt(way));
  var process = (com.sun.management.OperatingSystemMXBean)
      java.lang.management.ManagementFactory.getOperatingSystemMXBean();
  long before = process.getProcessCpuTime();
  var model = (io.carbonflow.model.regressor.SupportVectors) machine.prepare(part).fit(chosen, IntStream.range(0, part.rows()).toArray(), 1);
  double cpu = (process.getProcessCpuTime() - before) / 1e9;
  int[] held = IntStream.range(0, Math.min(10_000, test.rows())).toArray();
  double[] labels = new double[test.rows()];
  for (int row : held) {
    labels[row] = model.predict(test.values()[row]);
  }
  double[] scaled = Scale.of(test).boxCox(labels, test);
  double r2 = Scores.of(BoxCox.of(Arrays.copyOf(test.tonnes(), held.length)), Arrays.copyOf(scaled, held.length)).r2();
  IO.println(String.format(Locale.ROOT, "%s,%d,%s,%.2f,%d,%.5f", chosen.text("kernel"), part.rows(), way, cpu,
      model.vectors().length, r2));
}
