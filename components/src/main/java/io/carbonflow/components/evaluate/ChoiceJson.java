package io.carbonflow.components.evaluate;

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

/// Writes and reads `choice.json`.
public final class ChoiceJson {
  private static final Gson GSON = new GsonBuilder().setPrettyPrinting()
      .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE).create();

  private ChoiceJson() {}

  static void write(ChosenModel choice, Path file) {
    WholeFile.write(file, GSON.toJson(choice) + "\n");
  }

  /// Reads a choice.
  ///
  /// @throws Problem if the file cannot be read or is no choice
  public static ChosenModel read(Path file) {
    try {
      ChosenModel choice = GSON.fromJson(Files.readString(file), ChosenModel.class);
      if (choice == null || choice.best() == null) {
        throw new JsonParseException("it is incomplete");
      }
      return choice;
    } catch (IOException | RuntimeException e) {
      throw new Problem(Place.of(file), "is no choice of a model (" + e.getMessage() + ")",
          "name the choice.json that evaluate has written", e);
    }
  }
}
