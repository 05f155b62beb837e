// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.clean;

import module java.base;
import com.google.auto.service.AutoService;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.AtomicFile;
import io.carbonflow.base.table.Csv;
import io.carbonflow.components.city.CityInput;
import io.carbonflow.components.faults.AsPublished;
import io.carbonflow.components.merge.Merge.MergedTable;
import io.carbonflow.kfp.step.About;
import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.Context;
import io.carbonflow.kfp.step.FileName;
import io.carbonflow.kfp.step.OptionalInputs;
import io.carbonflow.kfp.step.Output;
import io.carbonflow.kfp.step.PathUse;
import io.carbonflow.kfp.step.Step;
import io.carbonflow.kfp.step.Value;
import io.carbonflow.model.building.CleanCsv;
import io.carbonflow.model.building.CleanReport;

/// The step `clean`. It reads rows through [io.carbonflow.model.building.Repairs], which look at all of them;
/// apart from that it looks at one row at a time.
@About("Drops rows that cannot be used for training, and adds the engineered columns")
@AutoService(Step.class)
@SuppressWarnings("rawtypes") // a service is found by its class, which has no type arguments
public final class Clean implements Step<Clean.In, Clean.Out> {

  /// What the step takes.
  public record In(
      @About("the merged table") Value<MergedTable> table,
      @About(value = "whether the table is valid, as the step validate says; a table that is not"
          + " is refused", orElse = "true") Value<Boolean> valid,
      @About(value = "known faults of tables that are left as published, separated by commas, such as"
          + " exchanged-energy,no-score; empty for none: all that are found are corrected", orElse = "")
      Value<AsPublished> asPublished,
      @About(value = CityInput.ABOUT, orElse = CityInput.DEFAULT, path = PathUse.READ) Value<CityInput> city)
      implements OptionalInputs<In> {

    /// Of a table that is taken as it is.
    public In(Value<MergedTable> table) {
      this(table, Value.byDefault(), Value.byDefault(), Value.byDefault());
    }
  }

  /// What the step gives.
  public record Out(
      @About("modeling rows with engineered columns") Output<CleanRows> cleanRows,
      @About("how many rows each rule dropped") Output<CleaningReportFile> cleaningReport) {}

  /// Modeling rows with engineered columns.
  @FileName("rows.csv")
  public record CleanRows(Path path) implements Artifact.Dataset {}

  /// How many rows went in, came out, and were dropped by each rule.
  @FileName("cleaning.json")
  public record CleaningReportFile(Path path) implements Artifact.Plain {}

  @Override
  public void run(In in, Out out, Context context) {
    Path table = in.table().get().path();
    if (!in.valid().get()) {
      throw new Problem(Place.of(table), "is not valid", "fix what the step validate found: its page is validation.html,"
          + " in a run's folder steps/validate/validation.html, and its log has the first of each kind");
    }
    var result = io.carbonflow.model.building.CleanTable.of(
        Csv.read(table), in.asPublished().get().faults(), in.city().get().city());
    CleanReport report = result.report();
    CleanCsv.write(out.cleanRows().get().path(), result.rows());
    AtomicFile.write(out.cleaningReport().get().path(), report.json());
    context.console().line(String.format(Locale.ROOT, "%,d of %,d rows kept",
        report.rowsOut(), report.rowsIn()));
    result.reading().lines().forEach(context.console()::line);
    result.reading().impossible().forEach(row -> context.console().line(
        (row.inTrain() ? "left out as impossible: " : "impossible, but held out: ") + row.text()));
  }
}
