// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.interval;

import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.json.Json;
import io.carbonflow.base.json.StrictJson;
import io.carbonflow.model.regressor.Regressor;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Intervals as JSON, all but the model of the spread. Doubles read back to the last bit.
public final class IntervalsJson {
  private IntervalsJson() {}

  private record Form(int sizeColumn, double[] edges, List<Group> groups) {}

  private record Group(double[] scores, double[] weights) {}

  /// The intervals as JSON, ending in a line break.
  public static String write(Intervals intervals) {
    return Json.compact(new Form(intervals.sizeColumn(), intervals.edges(),
        intervals.groups().stream()
            .map(group -> new Group(group.scores(), group.weights())).toList())) + "\n";
  }

  /// Reads what [#write] wrote.
  ///
  /// @param spread the model of the spread
  /// @param where the file or bundle that the text is from
  /// @throws Problem if the text is something else
  public static Intervals read(String text, Regressor spread, Place where) {
    StrictJson json = StrictJson.of(text.getBytes(StandardCharsets.UTF_8), where,
        "copy the bundle again from where it was written");
    Form form = json.to(Form.class);
    return json.made(() -> new Intervals(spread, form.sizeColumn(), form.edges(),
        form.groups().stream().map(group ->
            new NonconformityScores(group.scores(), group.weights())).toList()));
  }
}
