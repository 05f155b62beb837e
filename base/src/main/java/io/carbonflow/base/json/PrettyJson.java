package io.carbonflow.base.json;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;

/// JSON for people and programs: indented, with a line break at its end. What is null is left out.
public final class PrettyJson {
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private PrettyJson() {}

  /// The text of a value: a tree of JSON, or a map of names to values.
  public static String of(Object value) {
    return GSON.toJson(value) + "\n";
  }
}
