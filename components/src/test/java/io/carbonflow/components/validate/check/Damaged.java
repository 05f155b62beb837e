// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

import module java.base;
import io.carbonflow.base.table.Csv;
import io.carbonflow.components.SampleFiles;
import io.carbonflow.components.Sheet;
import io.carbonflow.kfp.step.ParameterType;
import io.carbonflow.model.building.MergeTables;

/// The sample table of 2016, damaged by a test, and what is found that is not found without the
/// damage.
///
/// @param folder takes the damaged tables
record Damaged(Path folder) {
  /// Of a rule that finds more than this, the count is reported instead of each.
  private static final int MOST = 5;
  private static final Map<String, Validation> UNDAMAGED = new ConcurrentHashMap<>();

  /// The table is merged with that of 2015.
  List<String> merged(Consumer<Sheet> damage) {
    return found("merged", damage, this::merge);
  }

  /// The table is damaged after it was merged with that of 2015.
  List<String> afterMerging(Consumer<Sheet> damage) {
    return found("after", sheet -> {
      Sheet merged = Sheet.of(merge(sheet));
      damage.accept(merged);
      sheet.header().clear();
      sheet.header().addAll(merged.header());
      sheet.rows().clear();
      sheet.rows().addAll(merged.rows());
    }, this::write);
  }

  /// The table is validated by itself.
  List<String> alone(Consumer<Sheet> damage) {
    return found("alone", damage, this::write);
  }

  private List<String> found(
      String way, Consumer<Sheet> damage, Function<Sheet, Path> finished) {
    Validation before = UNDAMAGED.computeIfAbsent(way, _ -> validation(
        way.equals("after") ? merge(table()) : finished.apply(table())));
    Sheet sheet = table();
    damage.accept(sheet);
    return added(before, validation(finished.apply(sheet)));
  }

  private static Sheet table() {
    return Sheet.of(SampleFiles.DATA_2016);
  }

  private Path write(Sheet sheet) {
    return sheet.to(folder.resolve("table.csv"));
  }

  private Path merge(Sheet sheet) {
    Path merged = folder.resolve("merged.csv");
    Csv.write(merged, MergeTables.of(
        List.of(Csv.read(SampleFiles.DATA_2015), Csv.read(sheet.to(folder.resolve("2016.csv")))), 0));
    return merged;
  }

  private static Validation validation(Path table) {
    return Validation.of(table);
  }

  /// What one table has more than another, a line each.
  private static List<String> added(Validation before, Validation after) {
    List<String> lines = new ArrayList<>();
    List<String> known = before.findings().stream().flatMap(tally -> tally.listed().stream())
        .map(Damaged::line).map(Damaged::anyUse).toList();
    for (CheckResult tally : after.findings()) {
      long count = tally.count() - before.findings().stream()
          .filter(other -> kind(other).equals(kind(tally))).mapToLong(CheckResult::count).sum();
      if (count > MOST) {
        lines.add(kind(tally) + ": " + count + " more");
      } else {
        tally.listed().stream().map(Damaged::line)
            .filter(line -> !known.contains(anyUse(line))).forEach(lines::add);
      }
    }
    return lines;
  }

  /// A finding is no other because something else keeps its row from use.
  private static String anyUse(String line) {
    return line.replace(" (not used)", "");
  }

  private static String kind(CheckResult tally) {
    return ParameterType.format(tally.severity()) + " " + tally.check().id();
  }

  private static String line(Finding finding) {
    return ParameterType.format(finding.severity()) + " " + finding.check().id() + ": "
        + finding.text();
  }
}
