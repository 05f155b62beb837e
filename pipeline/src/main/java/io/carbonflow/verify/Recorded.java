// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.verify;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.components.prepare.Factors;
import io.carbonflow.kfp.step.ParameterType;
import io.carbonflow.model.building.TableFault;
import io.carbonflow.model.bundle.Bundle;
import io.carbonflow.model.bundle.Provenance;
import io.carbonflow.model.bundle.Searched;

/// A bundle with all that is needed to train it again.
///
/// @param bundle the bundle
/// @param parts the SHA-256 of each part of its file
/// @param search how all of its estimators were searched
public record Recorded(Bundle bundle, SortedMap<String, String> parts, Searched search) {
  /// How many tables a training takes.
  private static final int TABLES = 2;

  /// Reads a bundle.
  ///
  /// @param file all bytes of its file
  /// @param source where they come from, for messages
  /// @throws Problem if they are no bundle, do not tell how it was trained, or are of a release that
  ///     trained other bundles than this one
  public static Recorded of(byte[] file, String source) {
    Bundle bundle = Bundle.read(file, source);
    Place place = Place.of(source);
    int version = Bundle.version(file, source);
    Set<Searched> searches = Set.copyOf(bundle.provenance().searches().values());
    if (searches.isEmpty()) {
      throw new Problem(place, "has bundle version " + version + " and does not say how its hyperparameters"
          + " were searched, so nothing can train it again",
          "train again with this carbonflow, then verify that bundle");
    }
    if (version < Bundle.VERSION) {
      throw new Problem(place, "has bundle version " + version + ", and this carbonflow trains version "
          + Bundle.VERSION + ": training again here would not give the same",
          "verify it with the release that trained it, carbonflow " + bundle.provenance().carbonflow()
              + ", revision " + bundle.provenance().revision());
    }
    if (searches.size() > 1) {
      throw new Problem(place, "was chosen among estimators that were searched in different ways, "
          + new TreeMap<>(bundle.provenance().searches()),
          "verify bundles of a training run; its steps were run by hand here");
    }
    if (bundle.provenance().data().size() != TABLES) {
      throw new Problem(place, "was trained on " + bundle.provenance().data().size() + " tables, not 2",
          "verify bundles of a training run");
    }
    return new Recorded(bundle, Bundle.hashes(file, source), searches.iterator().next());
  }

  /// The tables beside those that it was trained on.
  ///
  /// @param found the SHA-256 of each table that is here
  public List<Agreement> tables(List<String> found) {
    return IntStream.range(0, TABLES).mapToObj(i -> new Agreement(
        "table of " + (2015 + i), Optional.of(bundle.provenance().data().get(i)),
        Optional.of(found.get(i)))).toList();
  }

  /// The parameters of the pipeline `training` that train it again.
  ///
  /// @param tables where its tables are
  public Map<String, String> parameters(List<String> tables) {
    Provenance from = bundle.provenance();
    Map<String, String> parameters = new TreeMap<>(Map.of(
        "data_2015", tables.get(0),
        "data_2016", tables.get(1),
        "seed", Long.toString(from.seed()),
        "split_seed", Long.toString(from.splitSeed()),
        "features", ParameterType.format(bundle.scale().features()),
        "search", search.sampling(),
        "hyperopt_iterations", Integer.toString(search.trials()),
        "folds", Integer.toString(search.folds()),
        "halving", Boolean.toString(search.halving()),
        "as_published", from.asPublished().stream().map(TableFault::id).collect(Collectors.joining(","))));
    parameters.put("factors", ParameterType.format(Factors.of(bundle.factors())));
    return parameters;
  }

  /// The part that says what the bundle is and came from.
  public static final String RECORD = "manifest.json";

  /// Its parts beside those of the bundle that was trained now. That other code or other versions of
  /// libraries have trained it is no difference between models, so what is recorded of them is taken
  /// from here.
  public List<Agreement> parts(Bundle now) {
    Bundle renamed = now.from(now.provenance().by(bundle.provenance()));
    SortedMap<String, String> found = Bundle.hashes(renamed.toBytes(), "the bundle of now");
    Set<String> names = new TreeSet<>(parts.keySet());
    names.addAll(found.keySet());
    return names.stream().map(name -> new Agreement(name,
        Optional.ofNullable(parts.get(name)),
        Optional.ofNullable(found.get(name)))).toList();
  }
}
