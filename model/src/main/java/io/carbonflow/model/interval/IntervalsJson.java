package io.carbonflow.model.interval;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.model.regressor.Regressor;
import java.util.List;

/// Intervals as JSON, all but the model of the spread. Doubles read back to the last bit.
public final class IntervalsJson {
  private static final Gson GSON = new Gson();

  private IntervalsJson() {}

  private record Form(int sizeColumn, double[] edges, List<Group> groups) {}

  private record Group(double[] scores, double[] weights) {}

  /// The intervals as JSON, ending in a line break.
  public static String write(Intervals intervals) {
    return GSON.toJson(new Form(intervals.sizeColumn(), intervals.edges(),
        intervals.groups().stream()
            .map(group -> new Group(group.scores(), group.weights())).toList())) + "\n";
  }

  /// Reads what [#write] wrote.
  ///
  /// @param spread the model of the spread
  /// @param where the file or bundle that the text is from
  /// @throws Problem if the text is something else
  public static Intervals read(String text, Regressor spread, Place where) {
    try {
      Form form = GSON.fromJson(text, Form.class);
      return new Intervals(spread, form.sizeColumn(), form.edges(), form.groups().stream()
          .map(group -> new NonconformityScores(group.scores(), group.weights())).toList());
    } catch (JsonParseException | IllegalArgumentException | NullPointerException e) {
      throw new Problem(where, "holds no intervals (" + e.getMessage() + ")",
          "copy the bundle again from where it was written", e);
    }
  }
}
