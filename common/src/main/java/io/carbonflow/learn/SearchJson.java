package io.carbonflow.learn;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.ToNumberPolicy;
import io.carbonflow.fault.Place;
import io.carbonflow.fault.Problem;
import io.carbonflow.file.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes and reads finished searches: JSON for other steps, CSV for people.
public final class SearchJson {
  private static final Gson GSON = new GsonBuilder().setPrettyPrinting()
      .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE).create();

  private SearchJson() {}

  /// Writes a search as JSON.
  ///
  /// @throws Problem if the file cannot be written
  public static void write(SearchResult result, Path file) {
    WholeFile.write(file, GSON.toJson(result) + "\n");
  }

  /// Reads a search.
  ///
  /// @throws Problem if the file cannot be read or is no finished search
  public static SearchResult read(Path file) {
    try {
      SearchResult result = GSON.fromJson(Files.readString(file), SearchResult.class);
      if (result == null || result.plan() == null || result.outOfFold() == null) {
        throw new JsonParseException("it is incomplete");
      }
      result.bestTrial();
      return result;
    } catch (IOException | RuntimeException e) {
      throw new Problem(Place.of(file), "is no finished search (" + e.getMessage() + ")",
          "name the search.json that a train step has written", e);
    }
  }

  /// Writes the trials of a search as CSV: number, state, mean and standard deviation of R² over the
  /// folds, then a column for each hyperparameter.
  ///
  /// @throws Problem if the file cannot be written
  public static void writeTrials(SearchResult result, Path file) {
    TreeSet<String> names = result.trials().stream()
        .flatMap(trial -> trial.chosen().values().keySet().stream())
        .collect(Collectors.toCollection(TreeSet::new));
    StringBuilder csv = new StringBuilder("number,state,folds,r2,r2_sd");
    names.forEach(name -> csv.append(',').append(name));
    for (Trial trial : result.trials()) {
      Map<String, Object> values = new TreeMap<>(trial.chosen().values());
      boolean failed = trial.state() == Trial.State.FAILED;
      csv.append('\n').append(Stream.concat(
          Stream.of(trial.number(), trial.state().name().toLowerCase(java.util.Locale.ROOT),
              trial.foldR2().size(), failed ? "" : trial.r2().mean(), failed ? "" : trial.r2().sd()),
          names.stream().map(name -> values.getOrDefault(name, "")))
          .map(Object::toString).collect(Collectors.joining(",")));
    }
    WholeFile.write(file, csv.append('\n').toString());
  }
}
