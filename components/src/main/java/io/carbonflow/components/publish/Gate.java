package io.carbonflow.components.publish;

import io.carbonflow.feature.FeatureSet;
import io.carbonflow.step.Text;
import java.util.Map;
import java.util.TreeMap;

/// What a new model has to reach to be published, as `floor=0.8,margin=0.01`. A margin that is left
/// out is as in [#DEFAULT], a floor above what a model reaches that knows nothing but the mean.
///
/// @param text what was given
public record Gate(String text) implements Text {
  /// The gate where none is given; docs/design/published-models.md says what it was chosen by.
  public static final String DEFAULT = "margin=0.005";

  private static final String FLOOR = "floor";
  private static final String MARGIN = "margin";

  /// Refuses what is no gate.
  ///
  /// @throws IllegalArgumentException if a part is not `floor=NUMBER` or `margin=NUMBER` with a
  ///     number from -1 to 1, or is there twice
  public Gate {
    parts(text);
  }

  /// The least R² on the held-out rows, on the Box-Cox scale.
  ///
  /// @param features what the model knows of a building
  public double floor(FeatureSet features) {
    return parts(text).getOrDefault(FLOOR, switch (features) {
      case METERED -> 0.75;
      case UNMETERED -> 0.4;
    });
  }

  /// By how much R² has to be above that of the published model, on the same rows.
  public double margin() {
    return parts(text).getOrDefault(MARGIN, parts(DEFAULT).get(MARGIN));
  }

  private static Map<String, Double> parts(String text) {
    Map<String, Double> parts = new TreeMap<>();
    for (String part : text.isBlank() ? new String[0] : text.split(",", -1)) {
      String[] sides = part.strip().split("=", -1);
      if (sides.length != 2 || !sides[0].equals(FLOOR) && !sides[0].equals(MARGIN)) {
        throw wrong(text, "'" + part.strip() + "' is neither floor=NUMBER nor margin=NUMBER");
      }
      if (parts.put(sides[0], number(text, sides[1])) != null) {
        throw wrong(text, sides[0] + " is there twice");
      }
    }
    return parts;
  }

  private static double number(String text, String digits) {
    try {
      double number = Double.parseDouble(digits);
      if (number >= -1 && number <= 1) {
        return number;
      }
    } catch (NumberFormatException _) {
      // Answered below, as a number that is out of range.
    }
    throw wrong(text, "'" + digits + "' is not a number from -1 to 1");
  }

  private static IllegalArgumentException wrong(String text, String why) {
    return new IllegalArgumentException(
        "'" + text + "' is not a gate such as floor=0.8,margin=0.01: " + why);
  }
}
