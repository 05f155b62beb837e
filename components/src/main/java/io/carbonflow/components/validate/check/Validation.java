// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.table.Csv;
import io.carbonflow.base.table.CsvRows;
import io.carbonflow.base.table.Row;
import io.carbonflow.base.table.Table;
import io.carbonflow.model.building.Column;
import io.carbonflow.model.building.Content;
import io.carbonflow.model.building.Repairs;
import io.carbonflow.model.building.Schema;
import io.carbonflow.model.building.Severity;
import io.carbonflow.model.building.TableFault;
import io.carbonflow.model.city.City;

/// What a table is like.
///
/// @param city the city that it is of
/// @param rows how many rows it has
/// @param used how many of them models learn from or are scored on
/// @param findings what was found, errors first, then in the order of the checks
/// @param columns what every column holds in every year, except for columns that the city lacks, and those that hold what
///     another one does
/// @param years every year beside those before it, the oldest first
/// @param histograms how the numbers of the main columns are distributed
/// @param unread which columns nothing reads, in one line; empty for none
public record Validation(City city, long rows, long used, List<CheckResult> findings, List<ColumnSummary> columns,
    List<YearSummary> years, List<Histogram> histograms, Optional<String> unread) {

  /// Copies the lists.
  public Validation {
    findings = List.copyOf(findings);
    columns = List.copyOf(columns);
    years = List.copyOf(years);
    histograms = List.copyOf(histograms);
  }

  /// Of a table of whose distributions nothing is known.
  public Validation(City city, long rows, long used, List<CheckResult> findings, List<ColumnSummary> columns,
      List<YearSummary> years, Optional<String> unread) {
    this(city, rows, used, findings, columns, years, List.of(), unread);
  }

  /// How many findings are as bad as this.
  public long count(Severity severity) {
    return findings.stream().filter(tally -> tally.severity() == severity)
        .mapToLong(CheckResult::count).sum();
  }

  /// Whether models may be trained on the table: nothing that was found is an error.
  public boolean isValid() {
    return count(Severity.ERROR) == 0;
  }

  /// All rows of a table, once more each time they are asked for.
  @FunctionalInterface
  private interface Rows {
    void each(Consumer<Row> taken);
  }

  /// Looks at a merged table, or at one that the city published, in which every fault of a whole table that is
  /// found is read right.
  ///
  /// @throws Problem as [#of(Path, Set)]
  public static Validation of(Path table) {
    return of(table, Set.of());
  }

  /// Looks at a merged table, or at one that the city published, row by row to its end: for faults of the whole
  /// table, then in rows that are read right for what each year's rows tell together, and at last at each row.
  ///
  /// @param asPublished the faults that are not read right
  /// @throws Problem if it is not a whole CSV table, has two columns of one name, or lacks most of
  ///     what training needs
  public static Validation of(Path table, Set<TableFault> asPublished) {
    return of(table, asPublished, City.SEATTLE);
  }

  /// Looks at a table of a city's, as [#of(Path, Set)] does at one of Seattle's.
  ///
  /// @param asPublished the faults that are not read right
  /// @throws Problem as there
  public static Validation of(Path table, Set<TableFault> asPublished, City city) {
    if (!Files.isRegularFile(table)) {
      Table whole = Csv.read(table); // a pipe is read once
      return of(whole, taken -> whole.rows().forEach(taken), asPublished, city);
    }
    Table head;
    try (CsvRows rows = Csv.open(table)) {
      head = rows.head();
    }
    return of(head, taken -> {
      try (CsvRows rows = Csv.open(table)) {
        rows.forEachRemaining(taken);
      }
    }, asPublished, city);
  }

  private static Validation of(Table head, Rows rows, Set<TableFault> asPublished, City city) {
    Schema schema = Schema.of(head, city);
    Findings findings = new Findings(city);
    TableChecks.look(head, schema, findings);
    Rows canonical = taken -> rows.each(raw -> taken.accept(schema.canonical(raw, (_, _, _) -> {})));
    Repairs.Survey survey = new Repairs.Survey(asPublished, city);
    canonical.each(survey::take);
    Repairs repairs = survey.end();
    FaultChecks.look(repairs.found(), findings);
    Tolerances tolerances = Tolerances.of(
        city, repairs, taken -> canonical.each(row -> taken.accept(repairs.apply(row))));
    Pass pass = new Pass(schema, repairs, tolerances, findings);
    rows.each(pass::take);
    return pass.end();
  }

  /// One pass over the rows.
  private static final class Pass {
    private final Schema schema;
    private final Map<Column, Content> contents = new EnumMap<>(Column.class);
    private final Repairs repairs;
    private final Findings findings;
    private final Tolerances tolerances;
    private final BuildingChecks buildings;
    private final ForeignCategories foreign = new ForeignCategories();
    private final LeakChecks leaks = new LeakChecks();
    private final Statistics statistics = new Statistics();
    private long rows;
    private long used;

    Pass(Schema schema, Repairs repairs, Tolerances tolerances, Findings findings) {
      this.schema = schema;
      City city = schema.city();
      Arrays.stream(Column.values()).filter(column -> !city.isSame(column))
          .forEach(column -> contents.put(column, city.content(column)));
      this.repairs = repairs;
      this.findings = findings;
      this.tolerances = tolerances;
      this.buildings = new BuildingChecks(schema.isSplit(), findings);
    }

    void take(Row raw) {
      rows++;
      List<Violation> refused = new ArrayList<>();
      Row row = schema.canonical(raw, (column, cell, _) ->
          refused.add(CellChecks.refused(column, cell)));
      Optional<CheckedRow> facts = facts(row);
      RowLocation spot = facts.map(CheckedRow::spot).orElse(RowLocation.line(CheckedRow.line(row)));
      refused.forEach(breach -> CellChecks.look(breach, spot, findings));
      facts.ifPresentOrElse(this::take, () -> buildings.lookAtUnknown(spot));
    }

    private Optional<CheckedRow> facts(Row row) {
      try {
        return Optional.of(CheckedRow.of(row, repairs, tolerances));
      } catch (Problem _) {
        return Optional.empty(); // without a key it is the row of nothing
      }
    }

    private void take(CheckedRow facts) {
      used += facts.isUsed() ? 1 : 0;
      facts.impossible().ifPresent(why -> FaultChecks.look(facts, why, findings));
      CellChecks.look(facts, contents, foreign, findings);
      RowCheck.look(AreaChecks.ALL, facts, findings);
      RowCheck.look(EnergyChecks.ALL, facts, findings);
      RowCheck.look(RatioChecks.ROWS, facts, findings);
      buildings.look(facts);
      leaks.take(facts);
      statistics.take(facts.spot().year(), facts.row());
    }

    Validation end() {
      List<ColumnSummary> columns = statistics.columns(schema);
      TableChecks.look(columns, used, findings);
      leaks.look(findings);
      foreign.end(findings);
      List<YearSummary> years = buildings.end(tolerances);
      return new Validation(schema.city(), rows, used, findings.end(), columns, years, statistics.histograms(schema),
          schema.unreadLine());
    }
  }
}
