package io.carbonflow.components.evaluate;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.carbonflow.base.file.AtomicFile;
import io.carbonflow.base.json.StrictJson;
import io.carbonflow.learn.Hyperparameters;
import io.carbonflow.model.bundle.Searched;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/// Writes and reads `choice.json`.
public final class ChoiceJson {
  private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

  private ChoiceJson() {}

  static void write(ChosenModel choice, Path file) {
    AtomicFile.write(file, GSON.toJson(choice) + "\n");
  }

  /// Reads a choice.
  ///
  /// @throws io.carbonflow.base.fault.Problem if the file cannot be read or is no choice
  public static ChosenModel read(Path file) {
    StrictJson json = StrictJson.read(file).only("best", "members", "searches");
    return json.made(() -> new ChosenModel(json.field("best").text(),
        json.field("members").items().stream().map(ChoiceJson::member).toList(),
        searches(json.field("searches"))));
  }

  private static SortedMap<String, Searched> searches(StrictJson json) {
    SortedMap<String, Searched> searches = new TreeMap<>();
    for (String estimator : json.names()) {
      StrictJson one = json.field(estimator).only("sampling", "trials", "folds", "halving");
      searches.put(estimator, new Searched(one.field("sampling").text(),
          one.field("trials").integer(), one.field("folds").integer(),
          one.field("halving").truth()));
    }
    return searches;
  }

  private static ChosenModel.Member member(StrictJson json) {
    json.only("estimator", "hyperparameters", "seed");
    return json.made(() -> new ChosenModel.Member(
        json.field("estimator").text(),
        Hyperparameters.of(json.field("hyperparameters").only("values").field("values")),
        json.field("seed").whole()));
  }
}
