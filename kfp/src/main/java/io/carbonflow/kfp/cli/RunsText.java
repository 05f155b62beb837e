// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.cli;

import module java.base;
import io.carbonflow.base.fault.Printable;
import io.carbonflow.base.json.Json;
import io.carbonflow.kfp.cli.kubeflow.KeyValueLines;
import io.carbonflow.kfp.run.RecordedRun;
import io.carbonflow.kfp.step.ParameterType;

/// Runs as text for people, or as JSON for programs.
///
/// @param out takes it
/// @param summary knows what only the program does
/// @param json whether a program reads it
record RunsText(PrintStream out, RunSummary.Maker summary, boolean json) {
  /// As many digits of a hash tell two apart.
  private static final int DIGITS = 12;
  /// Side by side, longer texts lose their middle: a path is known by its ends. `show` and JSON have all of it.
  private static final int LONGEST = 30;

  /// A table of runs.
  void list(List<RecordedRun> runs) {
    if (json) {
      out.print(Json.pretty(runs.stream().map(run -> RunJson.line(run, summary.of(run))).toList()));
      return;
    }
    List<RunSummary> known = runs.stream().map(summary::of).toList();
    List<String> columns = known.stream().flatMap(one -> one.shown().sequencedKeySet().stream()).distinct().toList();
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      RecordedRun run = runs.get(i);
      RunSummary of = known.get(i);
      rows.add(Stream.concat(Stream.of(run.name(), run.started().toString(), run.pipeline(), words(run.state())),
          columns.stream().map(column -> of.shown().getOrDefault(column, "-"))).map(Printable::of).toList());
    }
    new KeyValueLines(out).table(Stream.concat(Stream.of("NAME", "STARTED", "PIPELINE", "STATE"),
        columns.stream().map(column -> column.toUpperCase(Locale.ROOT))).toList(), rows);
  }

  /// All that is known of a run.
  void show(RecordedRun run) {
    RunSummary known = summary.of(run);
    if (json) {
      out.print(Json.pretty(RunJson.whole(run, known)));
      return;
    }
    KeyValueLines lines = new KeyValueLines(out).line("name", Printable.of(run.name()))
        .line("pipeline", Printable.of(run.pipeline())).line("state", words(run.state()))
        .line("started", run.started());
    run.ended().ifPresent(at -> lines.line("ended", KeyValueLines.time(Optional.of(at))));
    known.shown().forEach((name, value) -> lines.line(name, Printable.of(value)));
    run.failure().ifPresent(why -> lines.line("failure", Printable.of(why)));
    lines.line("folder", run.folder());
    run.report().ifPresent(page -> lines.line("report", page));
    section("Parameters", texts(run.parameters()));
    section("Inputs (SHA-256)", inputs(run, known));
    section("Metrics", numbers(metrics(run, known)));
    if (!run.tasks().isEmpty()) {
      out.println();
      lines.table(List.of("TASK", "STATE", "TIME"), run.tasks().stream().map(task -> List.of(
          Printable.of(task.name()), task.state().toLowerCase(Locale.ROOT), took(task))).toList());
    }
    if (!run.results().isEmpty()) {
      out.println();
      out.println("Results");
      run.results().forEach(file -> out.println("  " + Printable.of(file)));
    }
  }

  private void section(String title, Map<String, String> values) {
    if (!values.isEmpty()) {
      int width = values.keySet().stream().mapToInt(String::length).max().orElse(0);
      out.println();
      out.println(title);
      values.forEach((name, value) -> out.println(
          Printable.of("  " + name + " ".repeat(width - name.length()) + "  " + value).stripTrailing()));
    }
  }

  /// Two runs side by side; what differs has a star.
  void compare(RecordedRun one, RecordedRun other) {
    SequencedMap<String, List<RunDifference>> parts = RunDifference.between(one, summary.of(one), other, summary.of(other));
    if (json) {
      SequencedMap<String, Object> all = new LinkedHashMap<>();
      all.put("runs", List.of(one.folder().toString(), other.folder().toString()));
      all.putAll(parts);
      out.print(Json.pretty(all));
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    parts.forEach((part, values) -> {
      if (!values.isEmpty()) {
        rows.add(List.of("", "", "", ""));
        rows.add(List.of(part, "", "", ""));
        values.forEach(value -> rows.add(Stream.of("  " + clipped(value.name()), clipped(shown(part, value.first())),
            clipped(shown(part, value.second())), value.mark()).map(Printable::of).toList()));
      }
    });
    new KeyValueLines(out).table(List.of("", Printable.of(one.name()), Printable.of(other.name()), ""), rows);
    long differences = parts.values().stream().flatMap(List::stream).filter(value -> !value.same()).count();
    out.println();
    out.println(differences == 0 ? "The same." : "* differs: " + differences);
  }

  private static String shown(String part, Optional<Object> value) {
    return value.map(known -> known instanceof Double number ? number(number)
        : part.equals(RunDifference.INPUTS) || part.equals(RunDifference.DATA) ? shortened(known.toString())
        : ParameterType.format(known)).orElse("-");
  }

  private static String clipped(String text) {
    int half = (LONGEST - 1) / 2;
    return text.codePointCount(0, text.length()) <= LONGEST ? text
        : text.substring(0, text.offsetByCodePoints(0, half)) + "…"
            + text.substring(text.offsetByCodePoints(text.length(), half - LONGEST + 1));
  }

  private static String shortened(String hash) {
    return hash.length() > DIGITS ? hash.substring(0, DIGITS) : hash;
  }

  /// A number as people compare them.
  static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15 ? String.format(Locale.ROOT, "%,.0f", value)
        : new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros().toPlainString();
  }

  private static SortedMap<String, String> texts(Map<String, Object> values) {
    SortedMap<String, String> texts = new TreeMap<>();
    values.forEach((name, value) -> texts.put(name, ParameterType.format(value)));
    return texts;
  }

  private static SortedMap<String, String> numbers(Map<String, Double> values) {
    SortedMap<String, String> texts = new TreeMap<>();
    values.forEach((name, value) -> texts.put(name, number(value)));
    return texts;
  }

  /// The numbers of tasks, and those that the program knows.
  static SortedMap<String, Double> metrics(RecordedRun run, RunSummary known) {
    SortedMap<String, Double> all = new TreeMap<>(run.metrics());
    all.putAll(known.metrics());
    return all;
  }

  /// The hashes of files that parameters name, and those that the program knows.
  static SortedMap<String, String> inputs(RecordedRun run, RunSummary known) {
    SortedMap<String, String> all = new TreeMap<>(run.inputs());
    all.putAll(known.inputs());
    return all;
  }

  /// How a run stands.
  static String words(RecordedRun.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static String took(RecordedRun.Task task) {
    return task.took().map(time -> String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0)).orElse("-");
  }
}
