// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.table.Csv;
import io.carbonflow.base.table.CsvRows;
import io.carbonflow.base.table.Row;
import io.carbonflow.base.table.Table;
import io.carbonflow.model.building.Schema;
import io.carbonflow.model.building.Severity;

/// What a table is like.
///
/// @param rows how many rows it has
/// @param used how many of them models learn from or are scored on
/// @param findings what was found, errors first, then in the order of the checks
/// @param columns what every column holds in every year
/// @param years every year beside those before it, the oldest first
/// @param unread which columns nothing reads, in one line; empty for none
public record Validation(long rows, long used, List<CheckResult> findings, List<ColumnSummary> columns,
    List<YearSummary> years, Optional<String> unread) {

  /// Copies the lists.
  public Validation {
    findings = List.copyOf(findings);
    columns = List.copyOf(columns);
    years = List.copyOf(years);
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

  /// Looks at a merged table, or at one that the city published, row by row to its end, twice: what its
  /// rows tell together is known before each is judged.
  ///
  /// @throws Problem if it is not a whole CSV table, has two columns of one name, or lacks most of
  ///     what training needs
  public static Validation of(Path table) {
    if (!Files.isRegularFile(table)) {
      Table whole = Csv.read(table); // a pipe is read once
      return of(whole, whole.rows().iterator(), Tolerances.of(whole, whole.rows().iterator()));
    }
    try (CsvRows first = Csv.open(table); CsvRows second = Csv.open(table)) {
      return of(second.head(), second, Tolerances.of(first.head(), first));
    }
  }

  private static Validation of(Table head, Iterator<Row> rows, Tolerances tolerances) {
    Schema schema = Schema.of(head);
    Findings findings = new Findings();
    TableChecks.look(head, schema, findings);
    Pass pass = new Pass(schema, findings, tolerances);
    rows.forEachRemaining(pass::take);
    return pass.end();
  }

  /// One pass over the rows.
  private static final class Pass {
    private final Schema schema;
    private final Findings findings;
    private final Tolerances tolerances;
    private final BuildingChecks buildings;
    private final ForeignCategories foreign = new ForeignCategories();
    private final LeakChecks leaks = new LeakChecks();
    private final Statistics statistics = new Statistics();
    private long rows;
    private long used;

    Pass(Schema schema, Findings findings, Tolerances tolerances) {
      this.schema = schema;
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
        return Optional.of(CheckedRow.of(row, tolerances));
      } catch (Problem _) {
        return Optional.empty(); // without a key it is the row of nothing
      }
    }

    private void take(CheckedRow facts) {
      used += facts.spot().used() ? 1 : 0;
      CellChecks.look(facts, foreign, findings);
      RowCheck.look(AreaChecks.ALL, facts, findings);
      RowCheck.look(EnergyChecks.ALL, facts, findings);
      RowCheck.look(RatioChecks.ROWS, facts, findings);
      buildings.look(facts);
      leaks.take(facts);
      statistics.take(facts.spot().year(), facts.row());
    }

    Validation end() {
      List<ColumnSummary> columns = statistics.columns();
      TableChecks.look(columns, used, findings);
      leaks.look(findings);
      foreign.end(findings);
      List<YearSummary> years = buildings.end(tolerances);
      return new Validation(rows, used, findings.end(), columns, years, schema.unreadLine());
    }
  }
}
