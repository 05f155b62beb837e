// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.AtomicFile;
import io.carbonflow.base.json.Json;
import io.carbonflow.base.json.StrictJson;
import io.carbonflow.model.interval.Intervals;
import io.carbonflow.model.interval.LastYearErrors;
import io.carbonflow.model.interval.NonconformityScores;
import io.carbonflow.model.regressor.StoredRegressor;
import io.carbonflow.model.total.Totals;

/// What is learned of the best model from what it predicted of training rows while it was fitted to others.
///
/// @param intervals how far its predictions may be off; empty where there are too few buildings to tell
/// @param totals what they add up to; empty where there are too few rows to tell
/// @param lastYearErrors how far predictions from a building's last year may be off; empty where too few buildings
///     have two years to tell
/// @param far from which distance on training rows are far from one another
public record Calibrated(Optional<Intervals> intervals, Optional<Totals> totals,
    Optional<LastYearErrors> lastYearErrors, double far) {
  private static final String REMEDY = "name the calibration.json that evaluate has written beside the choice";

  /// The file's form.
  ///
  /// @param choice the hash of the choice that it belongs to
  private record Form(String choice, Optional<IntervalsForm> intervals, Optional<Totals> totals,
      Optional<LastYearErrors> lastYear, double farDistance) {}

  /// @param spread the stored form of the model of the spread, in Base64
  private record IntervalsForm(int sizeColumn, double[] edges, List<NonconformityScores> groups, String spread) {}

  /// Writes `calibration.json`. Numbers read back to the last bit.
  ///
  /// @param choice the model that it was learned of
  /// @throws Problem if the file cannot be written
  void write(Path file, ChosenModel choice) {
    AtomicFile.write(file, Json.compact(new Form(choice.sha256(), intervals.map(made -> new IntervalsForm(
        made.sizeColumn(), made.edges(), made.groups(),
        Base64.getEncoder().encodeToString(StoredRegressor.bytes(made.spread())))), totals, lastYearErrors, far)) + "\n");
  }

  /// Reads what [#write] wrote.
  ///
  /// @param choice the model that it has to be of
  /// @throws Problem if the file is something else, or of another choice
  public static Calibrated read(Path file, ChosenModel choice) {
    StrictJson json = StrictJson.read(file, REMEDY);
    Form form = json.to(Form.class);
    if (!form.choice().equals(choice.sha256())) {
      throw new Problem(Place.of(file), "belongs to a model other than the chosen one", REMEDY);
    }
    return new Calibrated(form.intervals().map(stored -> intervals(json.field("intervals"), stored, file)),
        form.totals(), form.lastYear(), form.farDistance());
  }

  private static Intervals intervals(StrictJson json, IntervalsForm stored, Path file) {
    byte[] spread = json.made(() -> Base64.getDecoder().decode(stored.spread()));
    return json.made(() -> new Intervals(StoredRegressor.read(spread, Place.of(file)), stored.sizeColumn(),
        stored.edges(), stored.groups()));
  }
}
