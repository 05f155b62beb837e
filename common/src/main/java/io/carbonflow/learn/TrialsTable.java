// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

import module java.base;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.carbonflow.base.file.AtomicFile;

/// The trials of a search as a CSV table for people: `number`, `state`, `cv_r2` and `cv_r2_sd` over
/// the folds it was scored on, and a column for each hyperparameter. A cell is empty where a trial
/// failed or does not have the hyperparameter.
public final class TrialsTable {
  private TrialsTable() {}

  /// Writes the table, in the order of the trials' numbers.
  ///
  /// @throws io.carbonflow.base.fault.Problem if the file cannot be written
  public static void write(Path file, SearchResult result) {
    Set<String> names = new LinkedHashSet<>();
    result.trials().forEach(trial -> names.addAll(trial.hyperparameters().values().keySet()));
    AtomicFile.write(file, out -> {
      var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
      List<String> header = new ArrayList<>(List.of("number", "state", "cv_r2", "cv_r2_sd"));
      header.addAll(names);
      csv.writeRecord(header);
      result.trials().forEach(trial -> csv.writeRecord(row(trial, names)));
      csv.flush();
    });
  }

  private static List<String> row(Trial trial, Set<String> names) {
    boolean failed = trial.state() == Trial.State.FAILED;
    List<String> row = new ArrayList<>();
    row.add(Integer.toString(trial.number()));
    row.add(Id.of(trial.state()));
    row.add(failed ? "" : Double.toString(trial.mean()));
    row.add(failed ? "" : Double.toString(trial.deviation()));
    for (String name : names) {
      Object value = trial.hyperparameters().values().get(name);
      row.add(value == null ? "" : value.toString());
    }
    return row;
  }
}
