// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.published;

import module java.base;
import io.carbonflow.base.file.TemporaryFolder;
import io.carbonflow.model.building.Feature;
import io.carbonflow.model.bundle.Bundle;
import io.carbonflow.model.bundle.Provenance;
import io.carbonflow.model.bundle.TrainingRows;
import io.carbonflow.model.feature.FeatureSet;
import io.carbonflow.model.feature.Scale;
import io.carbonflow.model.regressor.Kernel;
import io.carbonflow.model.regressor.SupportVectors;
import io.carbonflow.model.transform.Imputer;
import io.carbonflow.model.transform.TrainingRanges;
import io.carbonflow.model.transform.Transformer;
import io.carbonflow.model.transform.UseMedians;

/// Whole bundles that predict the same of every building.
final class SmallBundle {
  private SmallBundle() {}

  /// A candidate that differs from others by its seed.
  static Candidate candidate(int seed) {
    return new Candidate(bytes(seed),
        new PublishedMetrics("svm", FeatureSet.UNMETERED, 10, 0.5, 0.4, 100,
            seed % 2 == 0 ? OptionalDouble.empty() : OptionalDouble.of(0.9),
            List.of(new PublishedMetrics.OfType("Hotel \"of\" <x>", 10, 100))),
        new TreeMap<>(Map.of("metrics.json", ("{\"seed\": " + seed + "}").getBytes())));
  }

  private static byte[] bytes(int seed) {
    Map<Feature, Double> medians = new EnumMap<>(Feature.class);
    Map<Feature, UseMedians> byUse = new EnumMap<>(Feature.class);
    for (Feature feature : Feature.of(FeatureSet.UNMETERED)) {
      switch (feature.fill()) {
        case MEDIAN -> medians.put(feature, 0.0);
        case BY_USE -> byUse.put(feature, new UseMedians(1, Map.of(), Map.of()));
        case FROM_FLOORS, ZERO -> { }
      }
    }
    Transformer transformer = new Transformer(FeatureSet.UNMETERED, new Imputer(medians, byUse),
        List.of(), new TrainingRanges(new TreeSet<>(), new TreeSet<>(), Map.of()));
    Bundle bundle = new Bundle("svm", List.of(), transformer, new Scale(FeatureSet.UNMETERED, 5),
        new SupportVectors(
            new Kernel(Kernel.Kind.LINEAR, 1, 0, 1), new double[0][], new double[0], -5),
        Optional.empty(), new TrainingRows(new double[0][], 0), new Provenance(
            "0.1.0", "test", new TreeMap<>(), List.of(), seed, 0, 10, new TreeMap<>()));
    try (TemporaryFolder folder = TemporaryFolder.make("bundle-")) {
      Path file = folder.path().resolve("model.carbonflow");
      bundle.save(file);
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
