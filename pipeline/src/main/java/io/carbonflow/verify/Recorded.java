// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.verify;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.components.city.CityInput;
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
  /// Reads a bundle.
  ///
  /// @param file all bytes of its file
  /// @param source where they come from, for messages
  /// @throws Problem if they are not a bundle, do not tell how it was trained, or are of a release that
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
    if (bundle.provenance().data().isEmpty()) {
      throw new Problem(place, "does not say which tables it was trained on", "verify bundles of a training run");
    }
    return new Recorded(bundle, Bundle.hashes(file, source), searches.iterator().next());
  }

  /// A table that is here.
  ///
  /// @param place its path or URI
  /// @param sha256 the hash of its bytes
  public record Here(String place, String sha256) {
    /// The last part of its name.
    String name() {
      return "table " + place.substring(place.lastIndexOf('/') + 1);
    }
  }

  /// The tables that are here, in the order of those that it was trained on: each is known by its hash. Where one is
  /// another, the next that is not one of them stands in its place, and those that are left over come last.
  public List<Here> inOrder(List<Here> found) {
    List<Here> left = new ArrayList<>(found);
    List<Optional<Here>> same = bundle.provenance().data().stream().map(hash -> left.stream()
        .filter(table -> table.sha256().equals(hash)).findFirst().filter(left::remove)).toList();
    Iterator<Here> others = List.copyOf(left).iterator();
    List<Here> ordered = new ArrayList<>();
    same.forEach(one -> one.or(() -> others.hasNext() ? Optional.of(others.next()) : Optional.empty())
        .ifPresent(ordered::add));
    others.forEachRemaining(ordered::add);
    return ordered;
  }

  /// The tables beside those that it was trained on.
  ///
  /// @param found the tables that are here, as [#inOrder] gives them
  public List<Agreement> tables(List<Here> found) {
    List<String> recorded = bundle.provenance().data();
    return IntStream.range(0, Math.max(recorded.size(), found.size())).mapToObj(i -> new Agreement(
        i < found.size() ? found.get(i).name() : "table " + (i + 1),
        i < recorded.size() ? Optional.of(recorded.get(i)) : Optional.empty(),
        i < found.size() ? Optional.of(found.get(i).sha256()) : Optional.empty())).toList();
  }

  /// The parameters of the pipeline `training` that train it again.
  ///
  /// @param tables its tables, in the order of those that it was trained on
  public Map<String, String> parameters(List<Here> tables) {
    Provenance from = bundle.provenance();
    Map<String, String> parameters = new TreeMap<>(Map.of(
        "data", ParameterType.format(tables.stream().map(Here::place).toList()),
        "years", from.years().stream().map(String::valueOf).collect(Collectors.joining(",")),
        "seed", Long.toString(from.seed()),
        "split_seed", Long.toString(from.splitSeed()),
        "features", ParameterType.format(bundle.scale().features()),
        "search", search.sampling(),
        "hyperopt_iterations", Integer.toString(search.trials()),
        "folds", Integer.toString(search.folds()),
        "halving", Boolean.toString(search.halving()),
        "as_published", from.asPublished().stream().map(TableFault::id).collect(Collectors.joining(","))));
    parameters.put("city", CityInput.of(bundle.city()).text());
    parameters.put("factors", ParameterType.format(Factors.of(bundle.factors())));
    return parameters;
  }

  /// The part that says what the bundle is and came from.
  public static final String RECORD = "manifest.json";

  /// Its parts beside those of the bundle that was trained now. That other code or other versions of
  /// libraries have trained it is not a difference between models, so what is recorded of them is taken
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
