package io.carbonflow.components.score;

import static tech.tablesaw.aggregate.AggregateFunctions.count;
import static tech.tablesaw.aggregate.AggregateFunctions.mean;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/// How far a model is off for one type of property.
///
/// @param type the property type
/// @param rows how many rows are of it
/// @param actual their mean emissions in tonnes
/// @param absolute the mean absolute error in tonnes
/// @param bias the mean of predicted − actual in tonnes
public record TypeErrors(String type, int rows, double actual, double absolute, double bias) {
  private static final String TYPE = "type";
  private static final String ACTUAL = "actual";
  private static final String ABSOLUTE = "absolute";
  private static final String BIAS = "bias";

  /// The errors for each type, the types with the most rows first.
  ///
  /// @param types the type of each row
  /// @param actual the measured tonnes of each row
  /// @param predicted the predicted tonnes of each row
  public static List<TypeErrors> of(List<String> types, double[] actual, double[] predicted) {
    double[] bias = IntStream.range(0, actual.length)
        .mapToDouble(i -> predicted[i] - actual[i]).toArray();
    double[] absolute = IntStream.range(0, actual.length)
        .mapToDouble(i -> Math.abs(bias[i])).toArray();
    Table summary = Table.create(
            StringColumn.create(TYPE, types),
            DoubleColumn.create(ACTUAL, actual),
            DoubleColumn.create(ABSOLUTE, absolute),
            DoubleColumn.create(BIAS, bias))
        .summarize(ACTUAL, ABSOLUTE, BIAS, count, mean)
        .by(TYPE);
    return summary.stream()
        .map(TypeErrors::of)
        .sorted(Comparator.comparingInt((TypeErrors e) -> -e.rows())
            .thenComparing(TypeErrors::type))
        .toList();
  }

  private static TypeErrors of(Row row) {
    return new TypeErrors(
        row.getString(TYPE),
        (int) row.getDouble("Count [" + ACTUAL + "]"),
        row.getDouble("Mean [" + ACTUAL + "]"),
        row.getDouble("Mean [" + ABSOLUTE + "]"),
        row.getDouble("Mean [" + BIAS + "]"));
  }
}
