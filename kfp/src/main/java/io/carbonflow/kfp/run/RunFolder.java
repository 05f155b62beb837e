// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.ir.PipelineSpec;

/// Where a run is, and what may become of what lies there already. A folder is a run's if it says so
/// (`.run.json`), or holds the tasks of a version that did not write that yet.
///
/// @param path the folder, absolute
/// @param replace whether files of other origin may be replaced that are called as the run's results are
/// @param keepsEarlier whether the run before stays, beside the folder under its time, and the tasks'
///     files outlive both; if not, its results are replaced
public record RunFolder(Path path, boolean replace, boolean keepsEarlier) {
  static final String STEPS = "steps";
  /// Loops and branches put a task's folder below others.
  private static final int DEPTH = 6;

  /// Makes the path absolute.
  public RunFolder {
    path = path.toAbsolutePath().normalize();
  }

  /// A folder that somebody has named: a further run there replaces the results of the one before.
  public static RunFolder named(Path path) {
    return new RunFolder(path, false, false);
  }

  /// The folder of the newest run: earlier ones stay beside it.
  public static RunFolder ofNewest(Path path) {
    return new RunFolder(path, false, true);
  }

  /// The same, where files of other origin may be replaced.
  public RunFolder replacing(boolean allowed) {
    return new RunFolder(path, allowed, keepsEarlier);
  }

  /// Checks, without making anything, that a run would replace no file of other origin.
  ///
  /// @throws Problem that names the files
  public void check(PipelineSpec pipeline) {
    Optional<RunRecord> record = RunRecord.read(path);
    if (replace || record.isEmpty() && isOfEarlierVersion()) {
      return;
    }
    Set<String> ours = record.stream().flatMap(run -> Stream.concat(
            run.files().stream().map(RunFolder::first), Stream.of(STEPS, RunRecord.FILE)))
        .collect(Collectors.toSet());
    List<String> others = Stream.concat(
            names(pipeline).stream().map(RunFolder::first), Stream.of(STEPS, RunRecord.FILE))
        .distinct().filter(name -> !ours.contains(name))
        .filter(name -> Files.exists(path.resolve(name), LinkOption.NOFOLLOW_LINKS)).toList();
    if (!others.isEmpty()) {
      throw new Problem(Place.of(path), "holds " + String.join(", ", others) + ", which "
          + (others.size() == 1 ? "is" : "are") + " of no run",
          "name another folder with --output, or let the run replace what is called as its results"
              + " are with --replace");
    }
  }

  /// What a run's results are called, below its folder.
  static List<String> names(PipelineSpec pipeline) {
    return pipeline.root().outputs().artifacts().entrySet().stream()
        .map(output -> output.getValue().fileName(output.getKey())).toList();
  }

  private static String first(String file) {
    return file.split("/")[0];
  }

  /// Versions before 0.2 left no record of the run, but one of each task.
  boolean isOfEarlierVersion() {
    Path steps = path.resolve(STEPS);
    if (!Files.isDirectory(steps)) {
      return false;
    }
    try (Stream<Path> found = Files.find(steps, DEPTH,
        (file, _) -> file.getFileName().toString().equals("task.json"))) {
      return found.findAny().isPresent();
    } catch (IOException | UncheckedIOException _) {
      return false;
    }
  }
}
