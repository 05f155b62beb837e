package io.carbonflow.components.evaluate;

import io.carbonflow.building.ModelRow;
import io.carbonflow.components.prepare.PreparedRows;
import io.carbonflow.fault.Place;
import io.carbonflow.fault.Problem;
import io.carbonflow.feature.Matrix;
import io.carbonflow.feature.RowKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The rows that models are scored on, checked to be what they are called: files that do not belong
/// together are told, not scored.
final class HeldOutRows {
  private static final String REMEDY = "name the files that one run of prepare has written";

  private HeldOutRows() {}

  /// Reads the prepared rows.
  ///
  /// @throws Problem if their columns are not those of the training rows, or a building is among
  ///     those as well
  static Matrix read(Path file, Matrix train) {
    Matrix test = PreparedRows.read(file);
    if (test.features() != train.features() || !test.columns().equals(train.columns())) {
      throw new Problem(Place.of(file).line(1),
          "has other columns than the training rows", REMEDY);
    }
    Set<String> seen = train.keys().stream().map(RowKey::building).collect(Collectors.toSet());
    test.keys().stream().map(RowKey::building).filter(seen::contains).findFirst()
        .ifPresent(building -> {
          throw new Problem(Place.of(file),
              "building " + building + " is not held out: it is among the training rows", REMEDY);
        });
    return test;
  }

  /// The rows of one side of the split, as they were before they were prepared.
  ///
  /// @param rows clean rows of both sides
  /// @param training which side
  /// @param prepared the prepared rows of that side
  /// @param file where the clean rows are
  /// @throws Problem if they are others than the prepared ones
  static List<ModelRow> side(List<ModelRow> rows, boolean training, Matrix prepared, Path file) {
    List<ModelRow> side = rows.stream().filter(row -> row.inTrain() == training).toList();
    if (!side.stream().map(ModelRow::key).toList().equals(prepared.keys())) {
      throw new Problem(Place.of(file), "has other rows than the prepared "
          + (training ? "training" : "held-out") + " rows", "name the rows that prepare was given");
    }
    return side;
  }
}
