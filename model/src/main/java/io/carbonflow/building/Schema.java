package io.carbonflow.building;

import io.carbonflow.fault.Place;
import io.carbonflow.fault.Problem;
import io.carbonflow.table.Cell;
import io.carbonflow.table.Header;
import io.carbonflow.table.Row;
import io.carbonflow.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// How the columns of one export lie in the one schema of both years. The year does not matter: a
/// column is found by its name in either table, without regard to letter case, spaces and order.
final class Schema {
  /// The names of the canonical columns, `in_train` last.
  static final List<String> TITLES =
      Stream.concat(Arrays.stream(Column.values()).map(Column::title), Stream.of(Column.IN_TRAIN))
          .toList();

  private final Map<Column, List<String>> sources = new EnumMap<>(Column.class);
  private final Optional<String> location;
  private final Optional<String> side;
  private final Header header;

  private Schema(Map<String, String> named) {
    for (Column column : Column.values()) {
      List<String> names = new ArrayList<>(column.aliases());
      names.addFirst(column.title());
      sources.put(column, names.stream().map(n -> named.get(Column.key(n)))
          .filter(n -> n != null).toList());
    }
    location = Optional.ofNullable(named.get(Column.key(Location.COLUMN)));
    side = Optional.ofNullable(named.get(Column.IN_TRAIN));
    header = new Header(TITLES, origins());
  }

  /// Finds the columns of an export.
  ///
  /// @throws Problem if one that this purpose needs is missing (all are named), or two columns
  ///     differ in letter case and spaces only
  static Schema of(Table table, Purpose purpose) {
    Map<String, String> named = new HashMap<>();
    Place line = table.place().line(1);
    for (String name : table.header().names()) {
      String earlier = named.putIfAbsent(Column.key(name), name);
      if (earlier != null && !name.isEmpty()) {
        throw new Problem(line.column(name), "is the same column as " + earlier,
            "remove or rename one of the two columns");
      }
    }
    var schema = new Schema(named);
    List<String> missing = schema.sources.entrySet().stream()
        .filter(e -> e.getKey().requiredFor(purpose) && e.getValue().isEmpty())
        .map(e -> e.getKey().named())
        .toList();
    table.require(missing);
    return schema;
  }

  /// The name that a required column has in the export.
  String source(Column column) {
    return sources.get(column).getFirst();
  }

  /// The row in the one schema, its cells in one way of writing.
  ///
  /// @throws Problem if a cell is not what its column holds, or two columns of one meaning disagree
  Row canonical(Row raw) {
    Map<Column, String> cells = new EnumMap<>(Column.class);
    sources.forEach((column, names) -> cells.put(column, cell(raw, column, names)));
    location.ifPresent(name -> addLocation(cells, raw, name));
    List<String> values = new ArrayList<>(cells.values());
    values.add(side.map(name -> cell(raw, name, Column.Kind.FLAG)).orElse(""));
    return new Row(raw.start(), header, values);
  }

  private static String cell(Row raw, Column column, List<String> names) {
    String found = "";
    for (String name : names) {
      String value = cell(raw, name, column.kind());
      if (!found.isEmpty() && !value.isEmpty() && !value.equals(found)) {
        throw new Problem(raw.place(name),
            "is " + Cell.shortened(value) + " where column " + names.getFirst() + " has "
                + Cell.shortened(found),
            "keep one of the two columns, they mean the same");
      }
      found = found.isEmpty() ? value : found;
    }
    return found;
  }

  private static String cell(Row raw, String name, Column.Kind kind) {
    return switch (kind) {
      case ID -> raw.id(name);
      case NUMBER -> Cell.format(raw.number(name));
      case FLAG -> raw.flag(name).map(Cell::format).orElse("");
      case TEXT -> raw.text(name);
    };
  }

  private static void addLocation(Map<Column, String> cells, Row raw, String name) {
    Place place = raw.place(name);
    Location parts = Location.parse(raw.raw(name), place);
    fill(cells, Column.ADDRESS, Cell.text(parts.address()));
    fill(cells, Column.CITY, Cell.text(parts.city()));
    fill(cells, Column.STATE, Cell.text(parts.state()));
    fill(cells, Column.ZIP_CODE, Cell.id(parts.zip()));
    fill(cells, Column.LATITUDE, Cell.format(Cell.number(parts.latitude(), place)));
    fill(cells, Column.LONGITUDE, Cell.format(Cell.number(parts.longitude(), place)));
  }

  private static void fill(Map<Column, String> cells, Column column, String value) {
    cells.merge(column, value, (present, other) -> present.isEmpty() ? other : present);
  }

  private List<String> origins() {
    List<String> origins = new ArrayList<>();
    sources.forEach((column, names) ->
        origins.add(names.isEmpty() ? stand(column) : names.getFirst()));
    origins.add(side.orElse(Column.IN_TRAIN));
    return origins;
  }

  /// Where the value of a column comes from that the export does not have.
  private String stand(Column column) {
    return switch (column) {
      case LATITUDE, LONGITUDE, ADDRESS, CITY, STATE, ZIP_CODE -> location.orElse(column.title());
      default -> column.title();
    };
  }
}
