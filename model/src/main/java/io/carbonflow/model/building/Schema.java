// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Printable;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.table.Header;
import io.carbonflow.base.table.Row;
import io.carbonflow.base.table.Table;
import io.carbonflow.model.city.City;
import io.carbonflow.model.city.Source;
import io.carbonflow.model.city.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How the columns of one export lie in the one schema of all years. The year does not matter: a
/// column is found by its name in any table, by letters and digits alone and without regard to order.
public final class Schema {

  /// A table that has more columns of its own is another one.
  private static final int MOST_NAMED = 5;

  private final Map<Column, ColumnNames> sources;
  private final Optional<String> location;
  private final Optional<String> sourceLine;
  private final ColumnNames side;
  private final List<String> unread;
  private final Header header;
  private final City city;
  private final Header table;
  /// The columns of the one schema that are read from the table, without those that are added up of others.
  private final List<PlacedColumn> placed;
  private final Map<Column, Content> contents = new EnumMap<>(Column.class);
  private final List<Column> sumsOfFuels;
  /// Whether site energy stands for emissions.
  private final boolean isEnergyPredicted;
  private final boolean merged;

  private Schema(Header table, Map<String, String> named, City city) {
    this.city = city;
    this.table = table;
    List<String> names = table.names();
    List<String> titles = titles(city);
    merged = titles.stream().map(Column::key).allMatch(named::containsKey);
    sources = ColumnNames.of(named, city, merged);
    sources.keySet().forEach(column -> contents.put(column,
        city == City.SEATTLE ? column.content() : city.content(column)));
    sumsOfFuels = merged ? List.of() : sources.keySet().stream()
        .filter(column -> city.column(column).source() instanceof Source.SumOfFuels).toList();
    isEnergyPredicted = !merged && city.target() == Target.SITE_ENERGY;
    if (isEnergyPredicted) {
      sources.put(Column.EMISSIONS, found(Column.SITE_ENERGY));
    }
    location = Optional.ofNullable(named.get(Column.key(Location.COLUMN)));
    sourceLine = Optional.ofNullable(named.get(Column.key(Column.SOURCE_LINE)));
    side = new ColumnNames(
        Optional.ofNullable(named.get(Column.key(Column.IN_TRAIN))).stream().toList(), List.of());
    Set<String> read = Stream.concat(
        Stream.concat(sources.values().stream(), Stream.of(side)).flatMap(source -> source.all().stream()),
        Stream.of(location, sourceLine).flatMap(Optional::stream)).collect(Collectors.toSet());
    unread = names.stream().filter(name -> !read.contains(name) && ColumnNames.isNews(name, city)).toList();
    header = new Header(titles, origins());
    placed = sources.keySet().stream()
        .filter(column -> !sumsOfFuels.contains(column) && !(isEnergyPredicted && column == Column.EMISSIONS))
        .map(column -> PlacedColumn.of(column.title(), header, contents.get(column), sources.get(column), table)).toList();
  }

  /// The names of the columns that rows of a city have in the one schema, `in_train` last.
  static List<String> titles(City city) {
    return Stream.concat(city.schema().stream().map(Column::title), Stream.of(Column.SOURCE_LINE, Column.IN_TRAIN))
        .toList();
  }

  /// Takes a cell that is not what its column holds.
  @FunctionalInterface
  public interface RefusedCell {
    /// Takes one.
    ///
    /// @param column the column's name in the one schema
    /// @param raw the cell as it stands in the file
    /// @param why what is wrong with it, and where
    void of(String column, String raw, Problem why);
  }

  /// Finds the columns of a city's export.
  ///
  /// @throws Problem if one that this purpose needs is missing (all are named), or two columns that
  ///     are read have the same letters and digits in their names
  static Schema of(Table table, Purpose purpose, City city) {
    Schema schema = of(table, city);
    table.require(schema.missing(purpose).stream().map(city::named).toList(), whose(purpose, city));
    return schema;
  }

  /// Whose names the columns have that a table lacks.
  public static String whose(Purpose purpose, City city) {
    return purpose == Purpose.TRAINING ? "these are the names of " + city.name() + "'s tables"
        : "the model is of " + city.name();
  }

  /// Finds the columns of an export of Seattle's, whichever it has.
  ///
  /// @throws Problem if two columns that are read have the same letters and digits in their names
  public static Schema of(Table table) {
    return of(table, City.SEATTLE);
  }

  /// Finds the columns of a city's export, whichever it has. A table that has all titles of the one schema has been
  /// brought into it: it is read by these, and nothing in it is converted or added up.
  ///
  /// @throws Problem if two columns that are read have the same letters and digits in their names
  public static Schema of(Table table, City city) {
    Set<String> known = ColumnNames.known(city);
    Map<String, String> named = new HashMap<>();
    Place line = table.place().line(1);
    for (String name : table.header().names()) {
      String earlier = named.putIfAbsent(Column.key(name), name);
      if (earlier != null && known.contains(Column.key(name))) {
        throw new Problem(line.column(name), "is the same column as " + earlier,
            "remove or rename one of the two columns");
      }
    }
    return new Schema(table.header(), named, city);
  }

  /// The columns that the export lacks and that this purpose needs.
  public List<Column> missing(Purpose purpose) {
    return required(purpose).stream().filter(column -> found(column).isEmpty()).toList();
  }

  /// The columns that this purpose needs of the city's tables.
  public List<Column> required(Purpose purpose) {
    return sources.keySet().stream().filter(column -> isRequired(column, purpose)).toList();
  }

  /// Whether a column is one that the city's tables have: the city says something of it, or this table has it as it
  /// was published. One that has been brought into the one schema has all.
  public boolean expects(Column column) {
    return city.has(column) || !merged && !lacks(column);
  }

  /// To learn, it must be known which rows are modeled. Where fuels are added up, a city may lack one.
  private boolean isRequired(Column column, Purpose purpose) {
    boolean tellsRows = column == city.subject().column();
    return switch (column) {
      case BUILDING_TYPE -> tellsRows && column.requiredFor(purpose);
      case ELECTRICITY, GAS, STEAM -> column.requiredFor(purpose) && city.requires(column);
      default -> tellsRows && purpose == Purpose.TRAINING || column.requiredFor(purpose);
    };
  }

  /// What a column is called in the export; nothing for one that the city does not have.
  private ColumnNames found(Column column) {
    return sources.getOrDefault(column, ColumnNames.NONE);
  }

  /// Whether nothing in the export tells what a column would.
  public boolean lacks(Column column) {
    return found(column).isEmpty() && (location.isEmpty() || !Location.COLUMNS.contains(column));
  }

  /// The city that the export is of.
  public City city() {
    return city;
  }

  /// The columns that nothing reads, by their names in the export and in its order, without those
  /// that only the table of 2015 has.
  public List<String> unread() {
    return unread;
  }

  /// The same in one line; empty where all columns are read.
  public Optional<String> unreadLine() {
    return unread.isEmpty() ? Optional.empty() : Optional.of("nothing reads "
        + (unread.size() == 1 ? "the column " : "the " + unread.size() + " columns ")
        + unread.stream().limit(MOST_NAMED).map(Printable::shortened).collect(Collectors.joining(", "))
        + (unread.size() > MOST_NAMED ? ", …" : ""));
  }

  /// Whether the export says which rows are learned from.
  public boolean isSplit() {
    return !side.isEmpty();
  }

  /// What a column is read from: names of the export, those that mean it before those that come near it. None
  /// where the export lacks it, or it is in the column of whole locations alone.
  public List<String> names(Column column) {
    return found(column).all();
  }

  /// The name that a required column has in the export.
  String source(Column column) {
    return found(column).all().getFirst();
  }

  /// The row in the one schema, its cells in one way of writing.
  ///
  /// @throws Problem if a cell does not match its column's type, or two columns of one meaning disagree
  Row canonical(Row raw) {
    return canonical(raw, (column, cell, why) -> {
      throw why;
    });
  }

  /// The row in the one schema. A cell that is not what its column holds is refused, and read as
  /// one that is empty.
  public Row canonical(Row raw, RefusedCell refusal) {
    CanonicalCells cells =
        new CanonicalCells(city.tables().missing().isEmpty() ? raw : withoutMissing(raw), header, refusal);
    boolean isOwn = raw.header() == table;
    for (PlacedColumn column : placed) {
      if (!(isOwn && cells.addAsItIs(column))) {
        cells.add(column.title(), column.content(), column.names());
      }
    }
    sumsOfFuels.forEach(column -> cells.fillWithSum(column, city.fuels().stream().map(Fuel::column).toList()));
    if (isEnergyPredicted) {
      cells.fillWithEnergy();
    }
    location.ifPresent(cells::fillFromLocation);
    cells.add(Column.SOURCE_LINE,
        sourceLine.map(raw::id).orElse(Long.toString(raw.start().line())));
    cells.add(Column.IN_TRAIN, Content.FLAG, side);
    return cells.row();
  }

  /// The row without the city's words for what is missing.
  private Row withoutMissing(Row raw) {
    return new Row(raw.start(), raw.header(), raw.cells().stream().map(cell ->
        city.tables().missing().stream().anyMatch(cell.strip()::equalsIgnoreCase) ? "" : cell).toList());
  }

  private List<String> origins() {
    List<String> origins = new ArrayList<>();
    sources.forEach((column, names) ->
        origins.add(names.isEmpty() ? stand(column) : names.all().getFirst()));
    origins.add(sourceLine.orElse(Column.SOURCE_LINE));
    origins.add(side.isEmpty() ? Column.IN_TRAIN : side.all().getFirst());
    return origins;
  }

  /// Where the value of a column comes from that the export does not have.
  private String stand(Column column) {
    return Location.COLUMNS.contains(column) ? location.orElse(column.title()) : column.title();
  }
}
