// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;

/// A run on this machine, as its folder tells. Of a run of an earlier version less is known: no parameters, and no times
/// of tasks.
///
/// ```java
/// for (RecordedRun run : RecordedRun.below(Path.of("runs"))) {
///   System.out.println(run.name() + " " + run.state() + " " + run.metrics());
/// }
/// ```
///
/// @param folder its folder, absolute
/// @param pipeline the pipeline's name
/// @param started when it was started first
/// @param ended when it ended, if it has and it is known
/// @param state how it stands
/// @param failure why it has failed
/// @param parameters the values of the pipeline's parameters
/// @param inputs SHA-256 of the files that parameters name, by the names that they give
/// @param tasks its tasks by the time they began, else by name
/// @param metrics the numbers that tasks gave, as `TASK.NAME`
/// @param data SHA-256 of the files that tasks gave, as `TASK.NAME`
/// @param results its results: paths below the folder, with `/`
public record RecordedRun(Path folder, String pipeline, Instant started, Optional<Instant> ended, State state,
    Optional<String> failure, SortedMap<String, Object> parameters, SortedMap<String, String> inputs,
    List<Task> tasks, SortedMap<String, Double> metrics, SortedMap<String, String> data, List<String> results) {

  /// How a run stands.
  public enum State {
    /// It goes on.
    RUNNING,
    /// Its results are there.
    SUCCEEDED,
    /// A task has failed.
    FAILED,
    /// It was stopped. The same command goes on with it.
    INTERRUPTED
  }

  /// A task that has ended.
  ///
  /// @param name its name, with those of the loops and branches it is in
  /// @param state how, in Kubeflow's words: `SUCCEEDED`, `CACHED`, `SKIPPED`, `FAILED`, `CANCELED`
  /// @param started when it began, if it is known
  /// @param ended when it ended, if it is known
  public record Task(String name, String state, Optional<Instant> started, Optional<Instant> ended) {
    /// It was not run, for an earlier run had the same inputs.
    public static final String CACHED = "CACHED";

    /// How long it took, if it is known.
    public Optional<Duration> took() {
      return started.flatMap(from -> ended.map(to -> Duration.between(from, to)));
    }

    /// Whether what it gave is there, for the next run too.
    public boolean isKept() {
      return state.equals("SUCCEEDED") || state.equals(CACHED);
    }
  }

  /// What a run is called: its folder.
  public String name() {
    return String.valueOf(folder.getFileName());
  }

  /// The run in a folder; empty where there is none.
  public static Optional<RecordedRun> in(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    return RunRecord.read(absolute).map(record -> RunReader.read(absolute, record));
  }

  /// The run in a folder.
  ///
  /// @throws Problem if there is none
  public static RecordedRun of(Path folder) {
    return in(folder).orElseThrow(() -> new Problem(Place.of(folder), "is not a run's folder",
        "name a run that 'runs list' shows, or the folder of one"));
  }

  /// The runs right below a folder, and the one in it, the newest first.
  ///
  /// @throws Problem if it cannot be read; a folder that does not exist has none
  public static List<RecordedRun> below(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> inner = Files.list(folder)) {
      return Stream.concat(Stream.of(folder), inner.sorted()).map(RecordedRun::in).flatMap(Optional::stream)
          .sorted(Comparator.comparing(RecordedRun::started).reversed()).toList();
    } catch (IOException e) {
      throw new Problem(Place.of(folder), "cannot be read (" + e.getMessage() + ")", "check its permissions", e);
    }
  }

  /// The page that tells of its results: `report.html` if there is one, else the first page.
  public Optional<Path> report() {
    List<String> pages = results.stream().filter(name -> name.endsWith(".html")).toList();
    return pages.stream().filter("report.html"::equals).findFirst().or(() -> pages.stream().findFirst())
        .map(folder::resolve);
  }
}
