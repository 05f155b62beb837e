// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components;

import module java.base;
import io.carbonflow.components.train.EstimatorName;
import io.carbonflow.kfp.step.Declaration;

/// The pipeline on the sample tables, step by step: each step's command line, and what it has made,
/// which is made once in a JVM.
public final class SampleFiles {
  /// The sample table of 2015.
  public static final Path DATA_2015 = data("2015");
  /// The sample table of 2016.
  public static final Path DATA_2016 = data("2016");
  /// The train steps in the pipeline's order.
  public static final List<String> TRAIN_STEPS =
      Stream.of(EstimatorName.values()).map(one -> Declaration.of(one.step()).name()).toList();
  /// The models that are compared, in the order of reports.
  public static final List<String> MODELS = Stream.concat(
      Stream.of(EstimatorName.values()).map(one -> one.estimator().name()),
      Stream.of("ensemble")).toList();
  /// All steps in the pipeline's order, with those that share a search.
  public static final List<String> STEPS = Stream.of(
      List.of("merge", "validate", "clean", "prepare"), TRAIN_STEPS,
      List.of("screen-trials", "gather-screenings", "complete-trials", "gather-trials"),
      List.of("evaluate", "train-best", "predict", "publish", "infer", "monitor"))
      .flatMap(List::stream).toList();

  private static final Path FOLDER = folder();

  private SampleFiles() {}

  /// A step's command line without outputs, fed with what the steps before it have made.
  public static StepCall call(String step) {
    StepCall call = StepCall.of(step);
    return TRAIN_STEPS.contains(step)
        ? call.with("--train", made("prepare", "train.csv")).with("--iterations", 4)
            .with("--folds", 2)
        : other(step, call);
  }

  private static StepCall other(String step, StepCall call) {
    return switch (step) {
      case "merge" -> call.with("--data-2015", DATA_2015).with("--data-2016", DATA_2016);
      case "validate", "clean" -> call.with("--table", made("merge", "merged.csv"));
      case "prepare" -> call.with("--rows", made("clean", "rows.csv"));
      case "screen-trials" -> call("train-svm", call).with("--estimator", "svm")
          .with("--shard", 0).with("--shards", "[0]");
      case "gather-screenings" -> call("train-svm", call).with("--estimator", "svm")
          .with("--screenings", made("screen-trials", "screening.json"));
      case "complete-trials" -> call("screen-trials", call)
          .with("--screenings", made("gather-screenings", "screenings.json"));
      case "gather-trials" -> call("complete-trials", call)
          .without("--shard").without("--shards")
          .with("--completions", made("complete-trials", "completion.json"));
      case "evaluate" -> searches(models(call.with("--train", made("prepare", "train.csv"))
          .with("--test", made("prepare", "test.csv"))
          .with("--rows", made("clean", "rows.csv"))
          .with("--transformer", made("prepare", "transformer.json"))
          .with("--sources", made("merge", "sources.json"))
          .with("--validation", made("validate", "validation.json"))));
      case "train-best" -> models(call.with("--train", made("prepare", "train.csv"))
          .with("--transformer", made("prepare", "transformer.json"))
          .with("--choice", made("evaluate", "choice.json"))
          .with("--calibration", made("evaluate", "calibration.json"))
          .with("--sources", made("merge", "sources.json")));
      case "predict" -> call.with("--bundle", made("train-best", "model.carbonflow"))
          .with("--rows", made("prepare", "held-out.csv"));
      case "publish" -> call.with("--bundle", made("train-best", "model.carbonflow"))
          .with("--metrics", made("evaluate", "metrics.json"))
          .with("--rows", made("clean", "rows.csv"));
      case "infer", "monitor" -> call.with("--rows", DATA_2016).with("--store", published());
      default -> throw new IllegalArgumentException(step);
    };
  }

  /// With what another step takes.
  private static StepCall call(String other, StepCall call) {
    return new StepCall(call.step(), call(other).options());
  }

  private static StepCall searches(StepCall call) {
    StepCall filled = call;
    for (String step : TRAIN_STEPS) {
      filled = filled.with(step.replace("train", "-") + "-search", made(step, "search.json"));
    }
    return filled;
  }

  private static StepCall models(StepCall call) {
    StepCall filled = call;
    for (String step : TRAIN_STEPS) {
      filled = filled.with(step.replace("train", "-") + "-model", made(step, "model.bin"));
    }
    return filled;
  }

  /// A store in which the pipeline's model is published.
  public static synchronized Path published() {
    Path store = FOLDER.resolve("store");
    if (!Files.exists(store)) {
      call("publish").with("--store", store).into(FOLDER.resolve("published")).run().ok();
    }
    return store;
  }

  /// A file that a step has made.
  public static synchronized Path made(String step, String file) {
    Path folder = FOLDER.resolve(step);
    if (!Files.exists(folder)) {
      call(step).into(folder).run().ok();
    }
    return folder.resolve(file);
  }

  private static Path data(String year) {
    return Path.of("..", "data-samples", year + "-building-energy-benchmarking.csv")
        .toAbsolutePath().normalize();
  }

  private static Path folder() {
    try {
      Path folder = Files.createTempDirectory("carbonflow-samples");
      Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> delete(folder)));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
