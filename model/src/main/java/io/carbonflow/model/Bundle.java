package io.carbonflow.model;

import io.carbonflow.building.ModelRow;
import io.carbonflow.building.PredictionRows;
import io.carbonflow.fault.Place;
import io.carbonflow.fault.Problem;
import io.carbonflow.feature.Matrix;
import io.carbonflow.feature.Scale;
import io.carbonflow.file.WholeFile;
import io.carbonflow.regressor.Regressor;
import io.carbonflow.table.Table;
import io.carbonflow.transform.Transformer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/// A saved model with all that it needs to predict raw rows. It is data only: loading runs no code
/// from it, and a file that is altered, cut off or of a newer version is refused.
///
/// ```java
/// Bundle bundle = Bundle.load(Path.of("model.carbonflow"));
/// for (Prediction p : bundle.predict(Csv.read(Path.of("2016.csv"))).predicted()) {
///   System.out.println(p.key().building() + " " + p.tonnes());
/// }
/// ```
///
/// @param name the model's name, that of an estimator or `ensemble`
/// @param members the estimators it was fitted from
/// @param transformer prepares rows
/// @param scale leads from labels to tonnes
/// @param regressor predicts labels of prepared rows
/// @param provenance what it came from
public record Bundle(
    String name,
    List<Member> members,
    Transformer transformer,
    Scale scale,
    Regressor regressor,
    Provenance provenance) {

  /// Copies the list and checks that the model takes no more features than the transformer makes.
  ///
  /// @throws IllegalArgumentException if it takes more
  public Bundle {
    members = List.copyOf(members);
    if (regressor.width() > transformer.columns().size()) {
      throw new IllegalArgumentException("a model of " + regressor.width() + " features, where "
          + transformer.columns().size() + " are made");
    }
  }

  /// Loads a bundle.
  ///
  /// @throws Problem if the file cannot be read, is no bundle, altered, cut off or of a newer version
  public static Bundle load(Path file) {
    try {
      return BundleFormat.read(Files.readAllBytes(file), file.toString());
    } catch (NoSuchFileException e) {
      throw new Problem(Place.of(file), "there is no such file",
          "name a bundle that train-best or a training run has written", e);
    } catch (IOException e) {
      throw new Problem(Place.of(file), "cannot be read (" + e.getMessage() + ")",
          "check its permissions, and that it is a file", e);
    }
  }

  /// Reads a bundle.
  ///
  /// @param file all bytes of a bundle's file
  /// @param source where they come from, for messages
  /// @throws Problem if they are no bundle, altered, cut off or of a newer version
  public static Bundle read(byte[] file, String source) {
    return BundleFormat.read(file, source);
  }

  /// Saves the bundle, whole or not at all. The same bundle is the same bytes.
  ///
  /// @throws Problem if the file cannot be written
  public void save(Path file) {
    byte[] bytes = BundleFormat.bytes(this);
    WholeFile.write(file, out -> out.write(bytes));
  }

  /// Predicts the rows of a table: one of the city's of either year, a merged one or a clean one.
  /// A row that cannot be predicted is skipped and does not end the batch.
  ///
  /// @throws Problem if the table lacks a column that cannot be done without
  public Predictions predict(Table table) {
    PredictionRows rows = PredictionRows.of(table, scale.features());
    return new Predictions(
        predict(rows.rows()), rows.skipped(), transformer.seen().unseen(rows.rows()));
  }

  /// Predicts modelling rows, one prediction a row.
  public List<Prediction> predict(List<ModelRow> rows) {
    Matrix matrix = transformer.apply(rows);
    double[] labels = regressor.predict(matrix.values());
    return IntStream.range(0, rows.size())
        .mapToObj(i -> new Prediction(
            matrix.keys().get(i), scale.tonnes(labels[i], matrix.offset()[i])))
        .toList();
  }
}
