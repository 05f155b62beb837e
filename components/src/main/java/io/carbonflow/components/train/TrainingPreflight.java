// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.train;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.components.page.Fonts;
import io.carbonflow.components.storage.BucketUri;
import io.carbonflow.components.storage.Destination;
import io.carbonflow.components.storage.KeyInput;
import io.carbonflow.components.storage.SourceTables;
import io.carbonflow.components.storage.StoreInputs;
import io.carbonflow.components.storage.StoreTrial;
import io.carbonflow.kfp.run.Preflight;
import io.carbonflow.kfp.step.Declaration;
import io.carbonflow.kfp.step.LongRunning;
import io.carbonflow.kfp.step.Value;
import io.carbonflow.learn.Estimator;
import io.carbonflow.learn.boost.GradientBoosting;

/// What a run on this machine that trains looks at before its first task: XGBoost's library, a font, memory, and the
/// store. Other pipelines reach what they need with their first task.
public final class TrainingPreflight implements Preflight {
  /// The parameters that name tables, as a text or a list of texts.
  private static final List<String> TABLES = List.of("data", "data_2015", "data_2016");

  /// Of the rows of Seattle's tables a third becomes training rows: the others are homes, incomplete or held out. Of
  /// other tables it may be more; a search knows, and looks again.
  private static final double LEAST_SHARE = 1.0 / 3;

  @Override
  public void check(Planned run) {
    if (run.commands().stream().noneMatch(TrainingPreflight::trains)) {
      return;
    }
    StoreInputs at = store(run);
    run.threads().ifPresent(threads -> {
      requireMemory(run, at, threads);
      GradientBoosting.requireLibrary();
      Fonts.require();
    });
    StoreTrial.of(at);
  }

  /// Whether a command trains: a step that computes for long, or a pipeline as one task.
  private static boolean trains(List<String> words) {
    return words.size() > 1 && (words.get(1).equals("run") || Declaration.named(words.get(1))
        .filter(step -> step.step().getClass().isAnnotationPresent(LongRunning.class)).isPresent());
  }

  private static StoreInputs store(Planned run) {
    try {
      return new StoreInputs(Value.of(new BucketUri(run.text("bucket"))), Value.of(new KeyInput(run.text("subfolder"))),
          Value.of(new Destination(run.text("store"))), Value.of(run.text("s3_endpoint")));
    } catch (IllegalArgumentException e) {
      throw new Problem(Place.of("the run's store"), e.getMessage(), "correct the pipeline's parameter", e);
    }
  }

  private static void requireMemory(Planned run, StoreInputs at, int threads) {
    List<String> places = TABLES.stream().map(name -> run.parameters().getOrDefault(name, ""))
        .flatMap(given -> given instanceof List<?> list ? list.stream() : Stream.of(given))
        .map(Object::toString).filter(Predicate.not(String::isBlank)).toList();
    long rows = SourceTables.local(places, at.bucket().get()).stream().mapToLong(TrainingPreflight::rows).sum();
    int trained = (int) Math.min(Integer.MAX_VALUE, rows * LEAST_SHARE);
    int folds = run.parameters().get("folds") instanceof Number number ? number.intValue() : 2;
    SearchMemory few = new SearchMemory(trained, folds, threads);
    SearchMemory all = new SearchMemory((int) Math.min(Integer.MAX_VALUE, rows), folds, threads);
    for (EstimatorName name : EstimatorName.values()) {
      Estimator estimator = name.step().estimator();
      // more rows may take less: where they are too many for an exact fit
      SearchMemory least = all.megabytes(estimator) < few.megabytes(estimator) ? all : few;
      least.require(estimator, "the tables", Runtime.getRuntime().maxMemory());
    }
  }

  /// How many lines a table on this machine has; none of one that cannot be read, which its task says better.
  private static long rows(Path table) {
    if (!Files.isRegularFile(table)) {
      return 0;
    }
    try (InputStream in = Files.newInputStream(table)) {
      byte[] buffer = new byte[1 << 16];
      long lines = 0;
      for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
        for (int i = 0; i < read; i++) {
          lines += buffer[i] == '\n' ? 1 : 0;
        }
      }
      return lines;
    } catch (IOException _) {
      return 0;
    }
  }
}
