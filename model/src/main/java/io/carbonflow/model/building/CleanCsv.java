// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.table.Cell;
import io.carbonflow.base.table.Csv;
import io.carbonflow.base.table.Row;
import io.carbonflow.base.table.RowBudget;
import io.carbonflow.base.table.Table;
import io.carbonflow.model.feature.RowKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The clean table as CSV. What is written reads back as equal rows, every double to the last bit.
public final class CleanCsv {
  /// The column of the area that energy and emissions are taken by; no table of the city has it.
  static final String AREA = "UseGFA";

  private static final String ID = Column.BUILDING_ID.title();
  private static final String YEAR = Column.DATA_YEAR.title();
  private static final String TONNES = Column.EMISSIONS.title();
  private static final String SITE_ENERGY = Column.SITE_ENERGY.title();
  private static final String BOX_COX = "BCResponse";
  private static final String USES = Column.USES.title();
  /// Whether no building can have the row's energy or emissions; a table of an earlier release does not say.
  static final String IMPOSSIBLE = "impossible";
  /// The building's name; a table of an earlier release has none.
  static final String NAME = Column.PROPERTY_NAME.title();
  private static final String BETWEEN_USES = "|";
  /// What a row takes of the memory, about: a boxed number and a text for each of its columns.
  private static final long ROW_BYTES = 2048;
  /// Follows from the uses and their shares, so a table need not have it.
  static final String REFERENCE = Feature.REFERENCE_INTENSITY.column();

  private CleanCsv() {}

  /// The columns, in order. Those of fuels that only some cities have come where a row tells of one.
  public static List<String> columns() {
    return columns(List.of());
  }

  private static List<String> columns(List<ModelRow> rows) {
    List<String> columns = new ArrayList<>(
        List.of(ID, YEAR, Column.IN_TRAIN, TONNES, SITE_ENERGY, BOX_COX, AREA));
    features(rows).map(Feature::column).forEach(columns::add);
    Stream.of(Category.values()).map(Category::column).forEach(columns::add);
    columns.add(USES);
    columns.add(IMPOSSIBLE);
    columns.add(NAME);
    return List.copyOf(columns);
  }

  /// Writes rows, whole or not at all.
  ///
  /// @throws Problem if the file cannot be written
  public static void write(Path file, List<ModelRow> rows) {
    List<Feature> features = features(rows).toList();
    // Row after row: all cells as texts would take several times what the rows do.
    Csv.write(file, columns(rows), () -> rows.stream().map(row -> cells(row, features)).iterator());
  }

  /// The columns that a table must have to be learned from. One of an earlier release lacks what
  /// follows from others.
  private static List<String> required() {
    return columns().stream()
        .filter(column -> !Set.of(REFERENCE, IMPOSSIBLE, NAME).contains(column)).toList();
  }

  /// Reads rows to learn from.
  ///
  /// @throws Problem if a column is missing (all missing ones are named), a cell is not what its
  ///     column holds, or a building appears twice in a year, has no split or two
  public static List<ModelRow> read(Table table) {
    Reading reading = new Reading(table);
    table.rows().forEach(reading::take);
    return List.copyOf(reading.rows);
  }

  /// Reads rows to learn from out of a file, row by row, so that the table itself is never held.
  ///
  /// @param seen is shown what was made of each row, in order, and where it stands
  /// @throws Problem as [#read(Table)], if there is no such file or it is not a whole CSV table, or if the rows take
  ///     more than half of the memory that this JVM may use
  public static List<ModelRow> read(Path file, BiConsumer<ModelRow, Row> seen) {
    return read(file, seen, RowBudget.ofThisProcess());
  }

  static List<ModelRow> read(Path file, BiConsumer<ModelRow, Row> seen, RowBudget budget) {
    return Csv.read(file, rows -> {
      Reading reading = new Reading(rows.head());
      rows.forEachRemaining(row -> {
        reading.take(row);
        budget.take(row, ROW_BYTES);
        seen.accept(reading.rows.getLast(), row);
      });
      return List.copyOf(reading.rows);
    });
  }

  /// Rows that have been read. Names of uses and places come again and again, and are held once.
  private static final class Reading {
    private final Keys keys = new Keys();
    private final Map<String, String> texts = new HashMap<>();
    private final List<ModelRow> rows = new ArrayList<>();

    Reading(Table head) {
      require(head, Purpose.TRAINING);
    }

    void take(Row row) {
      keys.addSplit(row);
      rows.add(row(row, text -> texts.computeIfAbsent(text, first -> first)));
    }
  }

  /// Checks that a clean table has what cannot be done without: everything for training, otherwise
  /// what a prediction needs.
  static void require(Table table, Purpose purpose) {
    table.require(switch (purpose) {
      case TRAINING -> required();
      case METERED_PREDICTION -> List.of(ID, YEAR, AREA, Category.LARGEST_USE.column(),
          Feature.ELECTRICITY_SHARE.column(), Feature.GAS_SHARE.column(),
          Feature.STEAM_SHARE.column());
      case UNMETERED_PREDICTION -> List.of(ID, YEAR, AREA, Category.LARGEST_USE.column());
    });
  }

  private static Stream<Feature> features(List<ModelRow> rows) {
    return Stream.of(Feature.values()).filter(feature -> !Fuel.isOnlyWhereNamed(feature)
        || rows.stream().anyMatch(row -> !Double.isNaN(row.feature(feature))));
  }

  private static List<String> cells(ModelRow row, List<Feature> features) {
    List<String> cells = new ArrayList<>(List.of(
        row.key().building(), Integer.toString(row.key().year()), Cell.format(row.inTrain()),
        Cell.format(row.tonnes()), Cell.format(row.siteEnergy()), Cell.format(row.boxCox()),
        Cell.format(row.area())));
    features.forEach(feature -> cells.add(Cell.format(row.feature(feature))));
    cells.addAll(row.categories().values());
    cells.add(String.join(BETWEEN_USES, row.uses()));
    cells.add(Cell.format(row.impossible()));
    cells.add(row.name());
    return cells;
  }

  /// One row; a column that the table lacks counts as unknown.
  ///
  /// @throws Problem if a cell does not match its column's type
  static ModelRow row(Row row) {
    return row(row, UnaryOperator.identity());
  }

  private static ModelRow row(Row row, UnaryOperator<String> held) {
    double area = number(row, AREA);
    if (!(area > 0)) {
      throw new Problem(row.place(AREA), "the area is missing, zero or negative",
          "take the row from the clean step");
    }
    Map<Feature, Double> features = new EnumMap<>(Feature.class);
    for (Feature feature : Feature.values()) {
      features.put(feature, number(row, feature.column()));
    }
    Map<Category, String> categories = new EnumMap<>(Category.class);
    for (Category category : Category.values()) {
      String value = row.text(category.column());
      categories.put(category, value.isEmpty() ? category.absent() : held.apply(value));
    }
    if (!row.header().has(REFERENCE)) {
      features.put(Feature.REFERENCE_INTENSITY, reference(features, categories));
    }
    RowKey key = Keys.of(row);
    boolean inTrain = row.flag(Column.IN_TRAIN).orElse(false);
    return new ModelRow(key, inTrain, number(row, TONNES), number(row, SITE_ENERGY), area,
        features, categories, uses(row, categories).stream().map(held).toList(), row.flag(IMPOSSIBLE).orElse(false),
        held.apply(row.text(NAME)));
  }

  private static double reference(Map<Feature, Double> shares, Map<Category, String> uses) {
    return ReferenceIntensity.log(List.of(
        new Use(uses.get(Category.LARGEST_USE), shares.get(Feature.LARGEST_SHARE)),
        new Use(uses.get(Category.SECOND_USE), shares.get(Feature.SECOND_SHARE)),
        new Use(uses.get(Category.THIRD_USE), shares.get(Feature.THIRD_SHARE))));
  }

  /// No clean table has a number that is too great: rows with one are left out ([Rule#BEYOND]).
  private static double number(Row row, String column) {
    double number = row.number(column);
    if (Building.isBeyond(number)) {
      throw new Problem(row.place(column), number + " is too great to be computed with",
          "take the row from the clean step");
    }
    return number;
  }

  /// Where the list is missing, the three largest uses are all that is known.
  private static List<String> uses(Row row, Map<Category, String> categories) {
    String text = row.text(USES);
    return text.isEmpty()
        ? Stream.of(Category.LARGEST_USE, Category.SECOND_USE, Category.THIRD_USE)
            .map(categories::get).filter(use -> !use.equals(Use.NONE)).distinct().toList()
        : List.of(text.split(Pattern.quote(BETWEEN_USES)));
  }
}
