// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

import io.carbonflow.base.concurrent.Workers;
import io.carbonflow.base.table.Csv;
import io.carbonflow.components.prepare.LearnedRows;
import io.carbonflow.components.train.TrainingData;
import io.carbonflow.learn.Dataset;
import io.carbonflow.learn.Estimator;
import io.carbonflow.learn.Folds;
import io.carbonflow.learn.Hyperparameters;
import io.carbonflow.learn.Scores;
import io.carbonflow.learn.SearchFiles;
import io.carbonflow.learn.SearchResult;
import io.carbonflow.learn.boost.GradientBoosting;
import io.carbonflow.learn.forest.RandomForest;
import io.carbonflow.learn.svm.SupportVectorMachine;
import io.carbonflow.model.building.Category;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.feature.BoxCox;
import io.carbonflow.model.feature.Matrix;
import io.carbonflow.model.feature.MatrixCsv;
import io.carbonflow.model.feature.RowKey;
import io.carbonflow.model.feature.Scale;
import module java.base;

// What other ways to fit the ensemble's members would gain, cross-validated on the training rows of a run:
//
//   java -cp 'pipeline/target/lib/*' bench/Members.java RUN [WAYS]
//
// WAYS is a regular expression for the names of the ways; all if it is not given.
// RUN is a folder that `carbonflow run training` has written. Each member is fitted with its best hyperparameters to
// all folds but one, as in a final fit, and predicts that one. Standard output has a line for each way: R² on the Box-Cox
// scale, mean absolute error in tonnes, and the CPU seconds of the fits. The held-out rows are not read. `weighted` fits
// to rows weighted by how far they are from the median of their largest use and from the building's other years. The
// last ways are for tables of many years: what the rows of a building, or of a year, count. Of such tables a line goes on
// with the same two scores for rows of the newest year, and of the first two.
// With JDK 25, after a build.

enum Weighed { EQUALLY, ODD_LESS, BY_BUILDING, AT_MOST_TWO, NEWEST_TWICE, RISING }

record Way(String name, String estimator, Weighed weighed, Map<String, Object> set) {}

record Found(double[] labels, double cpu) {}

final List<Way> WAYS = List.of(
    new Way("svm", "svm", Weighed.EQUALLY, Map.of()),
    new Way("forest", "random_forest", Weighed.EQUALLY, Map.of()),
    new Way("forest weighted", "random_forest", Weighed.ODD_LESS, Map.of()),
    new Way("hist 1", "xgboost", Weighed.EQUALLY, Map.of("tree_method", "hist", "boosters", 1L)),
    new Way("hist 3", "xgboost", Weighed.EQUALLY, Map.of("tree_method", "hist", "boosters", 3L)),
    new Way("hist 5", "xgboost", Weighed.EQUALLY, Map.of("tree_method", "hist", "boosters", 5L)),
    new Way("hist 256 bins 3", "xgboost", Weighed.EQUALLY, Map.of("tree_method", "hist", "boosters", 3L, "max_bin", 256L)),
    new Way("exact 1", "xgboost", Weighed.EQUALLY, Map.of("tree_method", "exact", "boosters", 1L)),
    new Way("exact 3", "xgboost", Weighed.EQUALLY, Map.of("tree_method", "exact", "boosters", 3L)),
    new Way("hist 3 weighted", "xgboost", Weighed.ODD_LESS, Map.of("tree_method", "hist", "boosters", 3L)),
    new Way("exact 3 weighted", "xgboost", Weighed.ODD_LESS, Map.of("tree_method", "exact", "boosters", 3L)));

final List<Weighed> OF_YEARS =
    List.of(Weighed.BY_BUILDING, Weighed.AT_MOST_TWO, Weighed.NEWEST_TWICE, Weighed.RISING);

void main(String[] args) throws Exception {
  Path run = Path.of(args[0]);
  Matrix train = MatrixCsv.read(Csv.read(run.resolve("steps/prepare/train.csv")));
  List<ModelRow> rows = LearnedRows.read(run.resolve("steps/clean/rows.csv"), train.features()).stream()
      .filter(ModelRow::inTrain).toList();
  Dataset data = TrainingData.of(train);
  Map<String, Found> found = new LinkedHashMap<>();
  Predicate<String> wanted = Pattern.compile(args.length > 1 ? args[1] : ".*").asMatchPredicate();
  List<Way> ways = Stream.concat(WAYS.stream(), OF_YEARS.stream().flatMap(weighed -> ofYears(weighed).stream()))
      .filter(way -> wanted.test(way.name())).toList();
  for (Way way : ways) {
    SearchResult search = SearchFiles.readResult(
        run.resolve("steps/train-" + way.estimator().replace('_', '-') + "/search.json"));
    Folds folds = Folds.of(data.groups(), search.plan().folds(), search.plan().seed());
    found.put(way.name(), fit(way, search, weighted(data, way.weighed(), train, rows), folds));
    tell(train, way.name(), found.get(way.name()).labels(), found.get(way.name()).cpu());
  }
  for (String boosted : List.of("hist 1", "hist 3", "hist 5", "hist 256 bins 3", "exact 1", "exact 3")) {
    together(train, found, "1/3 svm, forest, " + boosted, List.of("svm", "forest", boosted), new double[] {1, 1, 1});
  }
  for (String boosted : List.of("hist 3", "exact 3")) {
    together(train, found, ".4/.2/.4 svm, forest, " + boosted, List.of("svm", "forest", boosted),
        new double[] {.4, .2, .4});
    together(train, found, "1/3 svm, forest weighted, " + boosted + " weighted",
        List.of("svm", "forest weighted", boosted + " weighted"), new double[] {1, 1, 1});
    together(train, found, ".4/.2/.4 svm, forest weighted, " + boosted + " weighted",
        List.of("svm", "forest weighted", boosted + " weighted"), new double[] {.4, .2, .4});
  }
  for (Weighed weighed : OF_YEARS) {
    together(train, found, ".4/.2/.4 svm, forest, hist 3, " + weighed,
        ofYears(weighed).stream().map(Way::name).toList(), new double[] {.4, .2, .4});
  }
}

List<Way> ofYears(Weighed weighed) {
  return List.of(new Way("svm " + weighed, "svm", weighed, Map.of()),
      new Way("forest " + weighed, "random_forest", weighed, Map.of()),
      new Way("hist 3 " + weighed, "xgboost", weighed, Map.of("tree_method", "hist", "boosters", 3L)));
}

Dataset weighted(Dataset data, Weighed weighed, Matrix train, List<ModelRow> rows) {
  double[] weights = switch (weighed) {
    case EQUALLY -> data.weights();
    case ODD_LESS -> oddLess(train, rows);
    case BY_BUILDING -> weights(train, row -> 1.0 / years(train, row));
    case AT_MOST_TWO -> weights(train, row -> Math.min(1, 2.0 / years(train, row)));
    case NEWEST_TWICE -> weights(train, row -> year(train, row) == newest(train) ? 2 : 1);
    case RISING -> weights(train, row -> Math.pow(1.15, year(train, row)));
  };
  return new Dataset(data.name(), data.columns(), data.values(), data.labels(), weights, data.groups(),
      data.rowNames(), data.target());
}

/// With a mean of 1.
double[] weights(Matrix train, IntToDoubleFunction weight) {
  double[] weights = IntStream.range(0, train.rows()).mapToDouble(weight).toArray();
  double mean = Arrays.stream(weights).average().orElseThrow();
  return Arrays.stream(weights).map(one -> one / mean).toArray();
}

int year(Matrix train, int row) {
  return train.keys().get(row).year();
}

int newest(Matrix train) {
  return train.keys().stream().mapToInt(RowKey::year).max().orElseThrow();
}

/// How many years the building of a row has.
long years(Matrix train, int row) {
  return train.keys().stream().filter(key -> key.building().equals(train.keys().get(row).building())).count();
}

/// The study's: less for a row far from the median of its use, and for a building whose years are far apart.
double[] oddLess(Matrix train, List<ModelRow> rows) {
  String[] uses = rows.stream().map(row -> row.category(Category.LARGEST_USE)).toArray(String[]::new);
  Map<String, List<Double>> byUse = new HashMap<>();
  Map<String, List<Double>> byBuilding = new HashMap<>();
  for (int i = 0; i < train.rows(); i++) {
    byUse.computeIfAbsent(uses[i], _ -> new ArrayList<>()).add(train.label()[i]);
    byBuilding.computeIfAbsent(train.keys().get(i).building(), _ -> new ArrayList<>()).add(train.label()[i]);
  }
  return IntStream.range(0, train.rows()).mapToDouble(i -> {
    double far = Math.abs(train.label()[i] - median(byUse.get(uses[i])));
    List<Double> years = byBuilding.get(train.keys().get(i).building());
    double apart = Collections.max(years) - Collections.min(years);
    return 1 / (1 + 1.5 * Math.max(0, far - 1.2)) / (1 + Math.max(0, apart - .5));
  }).toArray();
}

double median(List<Double> values) {
  List<Double> sorted = values.stream().sorted().toList();
  return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
}

Found fit(Way way, SearchResult search, Dataset data, Folds folds) throws Exception {
  Map<String, Object> values = new LinkedHashMap<>(search.best().hyperparameters().values());
  values.putAll(way.set());
  Hyperparameters chosen = new Hyperparameters(values);
  var process = (com.sun.management.OperatingSystemMXBean)
      java.lang.management.ManagementFactory.getOperatingSystemMXBean();
  long before = process.getProcessCpuTime();
  Estimator estimator = switch (way.estimator()) {
    case "svm" -> new SupportVectorMachine();
    case "random_forest" -> new RandomForest();
    default -> new GradientBoosting();
  };
  var fitting = estimator.prepare(data);
  double[] labels = new double[data.rows()];
  try (Workers workers = new Workers(2)) {
    workers.all(IntStream.range(0, folds.count()).<Callable<Integer>>mapToObj(f -> () -> {
      var fold = folds.list().get(f);
      var model = fitting.fit(chosen, fold.fit(), search.plan().seed() * 31 + f);
      for (int row : fold.score()) {
        labels[row] = model.predict(data.values()[row]);
      }
      return f;
    }).toList());
  }
  return new Found(labels, (process.getProcessCpuTime() - before) / 1e9);
}

void together(Matrix train, Map<String, Found> found, String name, List<String> members, double[] weights) {
  if (!found.keySet().containsAll(members)) {
    return;
  }
  double all = Arrays.stream(weights).sum();
  tell(train, name, IntStream.range(0, train.rows()).mapToDouble(i -> IntStream.range(0, weights.length)
      .mapToDouble(m -> weights[m] * found.get(members.get(m)).labels()[i]).sum() / all).toArray(),
      members.stream().mapToDouble(member -> found.get(member).cpu()).sum());
}

void tell(Matrix train, String name, double[] labels, double cpu) {
  double[] scaled = Scale.of(train).boxCox(labels, train);
  List<Integer> years = train.keys().stream().map(RowKey::year).distinct().sorted().toList();
  String byYear = years.size() < 3 ? ""
      : "," + scores(train, scaled, row -> year(train, row) == years.getLast())
          + "," + scores(train, scaled, row -> year(train, row) <= years.get(1));
  IO.println(String.format(Locale.ROOT, "%s,%s,%.2f%s", name, scores(train, scaled, row -> true), cpu, byYear));
}

/// R² on the Box-Cox scale and the mean absolute error in tonnes of some rows.
String scores(Matrix train, double[] scaled, IntPredicate wanted) {
  int[] rows = IntStream.range(0, train.rows()).filter(wanted).toArray();
  double[] tonnes = Arrays.stream(rows).mapToDouble(row -> train.tonnes()[row]).toArray();
  double[] found = Arrays.stream(rows).mapToDouble(row -> scaled[row]).toArray();
  return String.format(Locale.ROOT, "%.5f,%.3f", Scores.of(BoxCox.of(tonnes), found).r2(),
      Scores.of(tonnes, Arrays.stream(found).map(BoxCox::inverse).toArray()).mae());
}
