// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import module java.base;
import io.carbonflow.base.fault.Printable;
import io.carbonflow.base.file.AtomicFile;
import io.carbonflow.kfp.ir.Component.ParameterSpec;
import io.carbonflow.kfp.ir.PipelineSpec;
import io.carbonflow.kfp.step.ParameterType;

/// A run as a page, beside the folders of its tasks: when it ran, with which command, what became of each task, and
/// where its results are. Results themselves say nothing of time, so that the same run gives the same bytes.
final class RunPage {
  /// Its name in the folder of the tasks.
  static final String FILE = "run.html";

  private static final String STYLE = """
      :root { color-scheme: light dark; }
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem;
        overflow-wrap: break-word; }
      h1 { font-size: 1.6rem; }
      h2 { font-size: 1.25rem; margin-top: 2rem; }
      table { border-collapse: collapse; }
      th, td { padding: .3rem .8rem .3rem 0; border-bottom: 1px solid #8886; text-align: left; vertical-align: top; }
      td:nth-child(n+3), th:nth-child(n+3) { text-align: right; white-space: nowrap; }
      pre { white-space: pre-wrap; overflow-wrap: anywhere; }
      """;

  private final RecordedRun run;
  private final SortedMap<String, ParameterSpec> declared;

  private RunPage(RecordedRun run, SortedMap<String, ParameterSpec> declared) {
    this.run = run;
    this.declared = declared;
  }

  /// Writes the page of the run in a folder, which has ended.
  static void write(Path folder, PipelineSpec pipeline) {
    AtomicFile.write(folder.resolve(RunFolder.STEPS).resolve(FILE),
        new RunPage(RecordedRun.of(folder), pipeline.root().inputs().parameters()).text());
  }

  private String text() {
    String title = "Run of " + escaped(run.pipeline());
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" + title
        + "</title>\n<style>\n" + STYLE + "</style>\n</head>\n<body>\n<main>\n<h1>" + title + "</h1>\n<p>" + when()
        + "</p>\n" + run.failure().map(why -> "<p><strong>" + escaped(why) + "</strong></p>\n").orElse("")
        + "<h2>Command</h2>\n<pre><code>" + escaped(command()) + "</code></pre>\n"
        + "<p>All other parameters had their defaults.</p>\n" + results() + tasks() + "</main>\n</body>\n</html>\n";
  }

  private String when() {
    String ended = run.ended().map(at -> ", ended " + second(at) + " (" + Duration.between(run.started(), at).toSeconds()
        + " s)").orElse("");
    return "Started " + second(run.started()) + ended + ": " + (run.failure().isPresent() ? "failed." : "succeeded.");
  }

  private static String second(Instant time) {
    return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC).format(time);
  }

  private String command() {
    return run.parameters().entrySet().stream().filter(given -> !isDefault(given.getKey(), given.getValue()))
        .map(given -> " \\\n  --" + given.getKey().replace('_', '-') + "=" + quoted(ParameterType.format(given.getValue())))
        .collect(Collectors.joining("", "run " + run.pipeline(), ""));
  }

  private boolean isDefault(String name, Object value) {
    return Optional.ofNullable(declared.get(name)).flatMap(ParameterSpec::orElse)
        .filter(one -> ParameterType.format(one).equals(ParameterType.format(value))).isPresent();
  }

  /// As a shell reads it.
  private static String quoted(String value) {
    return value.matches("[\\w@%+=:,./-]*") ? value : "'" + value.replace("'", "'\\''") + "'";
  }

  private String results() {
    return run.results().isEmpty() ? "" : "<h2>Results</h2>\n<ul>\n" + run.results().stream().map(file ->
        "<li><a href=\"../" + escaped(file.replace("%", "%25").replace("#", "%23").replace("?", "%3F")) + "\">"
            + escaped(file) + "</a></li>\n").collect(Collectors.joining()) + "</ul>\n";
  }

  private String tasks() {
    return "<h2>Tasks</h2>\n<table>\n<thead><tr><th>task</th><th>state</th><th>time</th></tr></thead>\n<tbody>\n"
        + run.tasks().stream().map(task -> "<tr><td>" + escaped(task.name()) + "</td><td>"
            + task.state().toLowerCase(Locale.ROOT) + "</td><td>" + task.took().map(RunPage::seconds).orElse("")
            + "</td></tr>\n").collect(Collectors.joining()) + "</tbody>\n</table>\n";
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }

  private static String escaped(String text) {
    return Printable.of(text).replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
