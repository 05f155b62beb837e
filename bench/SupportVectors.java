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
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;

// What support vector machines of many rows cost and reach, exact and by landmarks:
//
//   java -Xmx4g -cp 'pipeline/target/lib/*' bench/SupportVectors.java TRAIN TEST ROWS WAYS NAME=VALUE...
//
// TRAIN and TEST are prepared matrices, as the step prepare writes them; TRAIN may be parts of one, divided by commas,
// as no table of more than 256 MB is read. ROWS are numbers of training rows, divided by
// commas; they are taken evenly out of TRAIN. WAYS are `exact` or numbers of landmarks. NAME=VALUE are hyperparameters
// of the machine, instead of an RBF kernel with C 4.2, gamma .002 and epsilon .17; a further `--` begins another
// choice. A fit is on one thread. Standard output has a line for each: CPU seconds of the process, the most megabytes of
// the heap that the fit took beside the rows, garbage included, how many support vectors the machine has, and R² of the
// first 10,000 held-out rows on the Box-Cox scale.
// With JDK 25, after a build.

void main(String[] args) throws Exception {
  Dataset all = joined(Arrays.stream(args[0].split(",")).map(part -> TrainingData.of(matrix(part))).toList());
  Matrix test = matrix(args[1]);
  IO.println("kernel,rows,way,cpu_s,mb,vectors,r2");
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

Matrix matrix(String file) {
  return MatrixCsv.read(Csv.read(Path.of(file)));
}

Dataset joined(List<Dataset> parts) {
  Dataset first = parts.getFirst();
  return new Dataset(first.name(), first.columns(),
      parts.stream().flatMap(part -> Arrays.stream(part.values())).toArray(double[][]::new),
      numbers(parts, Dataset::labels), numbers(parts, Dataset::weights),
      parts.stream().flatMap(part -> part.groups().stream()).toList(),
      parts.stream().flatMap(part -> part.rowNames().stream()).toList(),
      new Dataset.Target(numbers(parts, part -> part.target().measured()),
          numbers(parts, part -> part.target().offsets()), first.target().transform()));
}

double[] numbers(List<Dataset> parts, Function<Dataset, double[]> numbers) {
  return parts.stream().flatMapToDouble(part -> Arrays.stream(numbers.apply(part))).toArray();
}

Dataset evenly(Dataset all, int count) {
  return all.subset(IntStream.range(0, count).map(i -> (int) ((long) i * all.rows() / count)).toArray());
}

void tell(Hyperparameters chosen, Dataset part, String way, Matrix test) {
  var machine = way.equals("exact") ? new SupportVectorMachine(Integer.MAX_VALUE, 1)
      : new SupportVectorMachine(0, Integer.parseInt(way));
  var process = (com.sun.management.OperatingSystemMXBean)
      ManagementFactory.getOperatingSystemMXBean();
  System.gc();
  double held = megabytes(MemoryPoolMXBean::getUsage);
  pools().forEach(MemoryPoolMXBean::resetPeakUsage);
  long before = process.getProcessCpuTime();
  var model = (io.carbonflow.model.regressor.SupportVectors) machine.prepare(part).fit(chosen, IntStream.range(0, part.rows()).toArray(), 1);
  double cpu = (process.getProcessCpuTime() - before) / 1e9;
  double taken = megabytes(MemoryPoolMXBean::getPeakUsage) - held;
  int judged = Math.min(10_000, test.rows());
  double[] labels = new double[test.rows()];
  for (int row = 0; row < judged; row++) {
    labels[row] = model.predict(test.values()[row]);
  }
  double[] scaled = Scale.of(test).boxCox(labels, test);
  double r2 = Scores.of(BoxCox.of(Arrays.copyOf(test.tonnes(), judged)), Arrays.copyOf(scaled, judged)).r2();
  IO.println(String.format(Locale.ROOT, "%s,%d,%s,%.2f,%.0f,%d,%.5f", chosen.text("kernel"), part.rows(), way, cpu,
      taken, model.vectors().length, r2));
}

List<MemoryPoolMXBean> pools() {
  return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP).toList();
}

double megabytes(Function<MemoryPoolMXBean, MemoryUsage> usage) {
  return pools().stream().mapToLong(pool -> usage.apply(pool).getUsed()).sum() / (double) (1 << 20);
}
