// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

import io.carbonflow.base.fault.Place;
import io.carbonflow.base.file.Sha256;
import io.carbonflow.components.prepare.LearnedRows;
import io.carbonflow.components.publish.Comparison;
import io.carbonflow.components.publish.Evidence;
import io.carbonflow.components.publish.PromotionGate;
import io.carbonflow.components.score.ScoredRows;
import io.carbonflow.components.train.TrainingData;
import io.carbonflow.learn.Dataset;
import io.carbonflow.learn.Hyperparameters;
import io.carbonflow.learn.boost.GradientBoosting;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.bundle.Prediction;
import io.carbonflow.model.feature.BoxCox;
import io.carbonflow.model.feature.FeatureSet;
import io.carbonflow.model.feature.Matrix;
import io.carbonflow.model.feature.Scale;
import io.carbonflow.model.transform.Transformer;
import io.carbonflow.published.RowsDecisions;
import module java.base;

// Shows how far what the gate promises after twenty retrainings lies above the R² of the same model on
// buildings that no gate ever saw:
//
//   java -cp 'pipeline/target/lib/*' bench/PromotionGates.java ROWS FOLDER metered FROM TO
//
// with JDK 25, after a build. ROWS are clean rows, such as runs/training/steps/clean/rows.csv of a
// training on the real tables; predictions are kept in FOLDER, and taken from there by the next call. Repeats are numbered; TO is not done.
//
// In each repeat 40% of the buildings are learned from. The others are two halves: the first is held
// out for the gate and the second never seen by it, and then the other way round, so that what makes one
// half easier than the other cancels out. Nothing but the seed, the rows (tables that grow from half of
// their buildings to all) or the settings differs from one retraining to the next.

static final int RETRAININGS = 20;

static final List<Double> MARGINS = List.of(0.005, 0.0, -0.01);

enum Kind { SEEDS, ROWS, SETTINGS }

/// What was measured of the last champion when it was published, and what it promises in the end, both
/// beyond its R² on the other half.
record Excess(double measured, double promised, double published) {}

static long seed(Object... parts) {
  return ByteBuffer.wrap(Sha256.digest().digest(
      Arrays.toString(parts).getBytes(StandardCharsets.UTF_8))).getLong();
}

static double draw(Object... parts) {
  return new Random(seed(parts)).nextDouble();
}

static double arrives(int repeat, ModelRow row) {
  return draw("arrives", repeat, row.key().building());
}

static double share(Kind kind, int retraining) {
  return kind == Kind.ROWS ? 0.5 + 0.5 * retraining / RETRAININGS : 1;
}

static Hyperparameters settings(long seed) {
  Random random = new Random(seed);
  Map<String, Object> values = new LinkedHashMap<>();
  values.put("rounds", 15 + random.nextLong(26));
  values.put("learning_rate", 0.15 + 0.2 * random.nextDouble());
  values.put("max_depth", 2 + random.nextLong(3));
  values.put("min_child_weight", Math.pow(30, random.nextDouble()));
  values.put("subsample", 0.5 + 0.5 * random.nextDouble());
  values.put("colsample_bytree", 0.3 + 0.7 * random.nextDouble());
  return new Hyperparameters(values);
}

static ModelRow sided(ModelRow row, boolean inTrain) {
  return new ModelRow(row.key(), inTrain, row.tonnes(), row.siteEnergy(), row.area(), row.features(),
      row.categories(), row.uses());
}

record Prepared(Matrix train, Matrix judged) {
  static Prepared of(List<ModelRow> known, List<ModelRow> judged, FeatureSet features) {
    Transformer transformer = Transformer.fit(features, known, Place.of("rows"));
    return new Prepared(transformer.apply(known.stream().filter(ModelRow::inTrain).toList()),
        transformer.apply(judged));
  }
}

static double[] candidate(Kind kind, int repeat, int retraining, Prepared rows) {
  Dataset data = TrainingData.of(rows.train());
  var model = new GradientBoosting().prepare(data).fit(
      settings(seed("settings", repeat, kind == Kind.SETTINGS ? retraining : 0)),
      IntStream.range(0, data.rows()).toArray(), seed("fit", repeat, kind == Kind.SEEDS ? retraining : 0));
  return Scale.of(rows.train()).boxCox(model.predict(rows.judged().values()), rows.judged());
}

static double[][] predictions(Path kept, Kind kind, int repeat, List<ModelRow> all, List<ModelRow> judged,
    FeatureSet features) throws IOException {
  if (!Files.exists(kept)) {
    StringBuilder text = new StringBuilder();
    Prepared rows = Prepared.of(all, judged, features);
    for (int retraining = 0; retraining <= RETRAININGS; retraining++) {
      double share = share(kind, retraining);
      double[] predicted = candidate(kind, repeat, retraining, share == 1 ? rows : Prepared.of(
          all.stream().filter(row -> arrives(repeat, row) < share).toList(), judged, features));
      text.append(DoubleStream.of(predicted).mapToObj(Double::toString).collect(Collectors.joining(",", "", "\n")));
    }
    Files.writeString(kept, text);
  }
  return Files.readAllLines(kept).stream()
      .map(line -> Stream.of(line.split(",")).mapToDouble(Double::parseDouble).toArray()).toArray(double[][]::new);
}

/// The gate's half of the judged rows, the other one, and what each retraining's model predicts of them.
record Halves(List<ModelRow> gate, List<ModelRow> fresh, Map<ModelRow, double[]> predicted, int repeat, Kind kind) {

  ScoredRows scored(int retraining, List<ModelRow> rows) {
    return new ScoredRows(rows, rows.stream().map(row -> new Prediction(row.key(),
        BoxCox.inverse(predicted.get(row)[retraining]), Optional.empty(), List.of())).toList());
  }

  List<ModelRow> known(int retraining) {
    double share = share(kind, retraining);
    return gate.stream().filter(row -> arrives(repeat, row) < share).toList();
  }

  Excess through(PromotionGate gate) {
    int champion = 0;
    int published = 0;
    ScoredRows judged = scored(0, known(0));
    ScoredRows renewed = judged;
    RowsDecisions decisions = new RowsDecisions(List.of());
    for (int retraining = 1; retraining <= RETRAININGS; retraining++) {
      List<ModelRow> known = known(retraining);
      Comparison both = new Comparison(scored(retraining, known), scored(champion, known));
      decisions = Evidence.of(both, "model " + retraining, "model " + champion, decisions).decisions();
      if (gate.lets(both.difference())) {
        champion = retraining;
        judged = both.challenger();
        renewed = judged;
        published++;
      } else {
        renewed = both.champion();
      }
    }
    double truth = scored(champion, fresh).boxCox().r2();
    return new Excess(judged.boxCox().r2() - truth, renewed.boxCox().r2() - truth
        - decisions.optimism("model " + champion, renewed.rows().size()), published);
  }
}

static Halves halves(boolean swapped, List<ModelRow> judged, double[][] predictions, int repeat, Kind kind) {
  Map<ModelRow, double[]> predicted = new IdentityHashMap<>();
  for (int row = 0; row < judged.size(); row++) {
    int at = row;
    predicted.put(judged.get(row), Stream.of(predictions).mapToDouble(of -> of[at]).toArray());
  }
  var sides = judged.stream().collect(Collectors.partitioningBy(
      row -> draw("side", repeat, row.key().building()) < 0.7 != swapped));
  return new Halves(sides.get(true), sides.get(false), predicted, repeat, kind);
}

static String mean(List<Excess> all, ToDoubleFunction<Excess> of) {
  double mean = all.stream().mapToDouble(of).average().orElseThrow();
  double squares = all.stream().mapToDouble(of).map(one -> (one - mean) * (one - mean)).sum();
  return String.format(Locale.ROOT, "%+.4f ± %.4f", mean, Math.sqrt(squares / (all.size() - 1) / all.size()));
}

void main(String[] args) throws IOException {
  FeatureSet features = FeatureSet.valueOf(args[2].toUpperCase(Locale.ROOT));
  List<ModelRow> rows = LearnedRows.read(Path.of(args[0]), features);
  Path folder = Files.createDirectories(Path.of(args[1]));
  Map<Kind, Map<Double, List<Excess>>> found = new EnumMap<>(Kind.class);
  for (int repeat = Integer.parseInt(args[3]); repeat < Integer.parseInt(args[4]); repeat++) {
    int number = repeat;
    List<ModelRow> all = rows.stream()
        .map(row -> sided(row, draw("side", number, row.key().building()) < 0.4)).toList();
    List<ModelRow> judged = all.stream().filter(row -> !row.inTrain()).toList();
    for (Kind kind : Kind.values()) {
      double[][] predictions = predictions(folder.resolve(features.word() + "-"
          + kind.name().toLowerCase(Locale.ROOT) + "-" + repeat + ".csv"), kind, repeat, all, judged, features);
      for (double margin : MARGINS) {
        PromotionGate gate = new PromotionGate("margin=" + margin);
        Excess one = halves(false, judged, predictions, repeat, kind).through(gate);
        Excess other = halves(true, judged, predictions, repeat, kind).through(gate);
        found.computeIfAbsent(kind, _ -> new LinkedHashMap<>()).computeIfAbsent(margin, _ -> new ArrayList<>())
            .add(new Excess((one.measured() + other.measured()) / 2, (one.promised() + other.promised()) / 2,
                (one.published() + other.published()) / 2));
      }
    }
  }
  IO.println("| new | margin | published of 20 | measured − R² | promised − R² |\n| --- | ---: | ---: | ---: | ---: |");
  found.forEach((kind, margins) -> margins.forEach((margin, all) -> IO.println(String.format(Locale.ROOT,
      "| %s | %s | %.1f | %s | %s |", kind.name().toLowerCase(Locale.ROOT), margin,
      all.stream().mapToDouble(Excess::published).average().orElseThrow(), mean(all, Excess::measured),
      mean(all, Excess::promised)))));
}
