package io.carbonflow.components.evaluate;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.carbonflow.file.WholeFile;
import io.carbonflow.json.StrictJson;
import io.carbonflow.learn.Hyperparameters;
import java.nio.file.Path;

/// Writes and reads `choice.json`.
public final class ChoiceJson {
  private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

  private ChoiceJson() {}

  static void write(ChosenModel choice, Path file) {
    WholeFile.write(file, GSON.toJson(choice) + "\n");
  }

  /// Reads a choice.
  ///
  /// @throws io.carbonflow.fault.Problem if the file cannot be read or is no choice
  public static ChosenModel read(Path file) {
    StrictJson json = StrictJson.read(file).only("best", "members");
    return json.made(() -> new ChosenModel(json.field("best").text(),
        json.field("members").items().stream().map(ChoiceJson::member).toList()));
  }

  private static ChosenModel.Member member(StrictJson json) {
    json.only("estimator", "hyperparameters", "seed");
    return json.made(() -> new ChosenModel.Member(
        json.field("estimator").text(),
        Hyperparameters.of(json.field("hyperparameters").only("values").field("values")),
        json.field("seed").whole()));
  }
}
