// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.AtomicFile;
import io.carbonflow.base.json.Json;
import io.carbonflow.base.json.StrictJson;

/// What says that a folder is a run's, and which of its files are: `.run.json`. All else that lies
/// there is somebody's own.
///
/// @param pipeline the pipeline's name
/// @param started when the run was started first
/// @param finished whether its results are there; if not, the next run goes on with it
/// @param outputs the files that runs have left in the folder, by pipeline: paths below it, with `/`
/// @param facts what became of the run; earlier versions did not note it
record RunRecord(String pipeline, Instant started, boolean finished,
    SortedMap<String, List<String>> outputs, Optional<RunFacts> facts) {
  static final String FILE = ".run.json";

  /// One of which no more is known.
  RunRecord(String pipeline, Instant started, boolean finished, SortedMap<String, List<String>> outputs) {
    this(pipeline, started, finished, outputs, Optional.empty());
  }

  /// Copies the map.
  ///
  /// @throws IllegalArgumentException if a file is not below the folder
  RunRecord {
    outputs.values().stream().flatMap(List::stream).forEach(file -> {
      Path path = Path.of(file);
      if (path.isAbsolute() || file.isEmpty() || !path.normalize().equals(path) || path.startsWith("..")) {
        throw new IllegalArgumentException("'" + file + "' is not a file of a run's folder");
      }
    });
    outputs = Collections.unmodifiableSortedMap(new TreeMap<>(outputs));
  }

  /// The record in a folder; empty where none can be read.
  static Optional<RunRecord> read(Path folder) {
    try {
      Path file = folder.resolve(FILE);
      return Files.isRegularFile(file)
          ? Optional.of(StrictJson.read(file).to(RunRecord.class)) : Optional.empty();
    } catch (Problem _) {
      return Optional.empty(); // Whoever wrote it: nothing in the folder is taken for a run's then.
    }
  }

  void write(Path folder) {
    AtomicFile.write(folder.resolve(FILE), Json.pretty(this));
  }

  /// All files that are a run's.
  Set<String> files() {
    return outputs.values().stream().flatMap(List::stream)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// The files that runs of its pipeline have left.
  List<String> ofPipeline() {
    return outputs.getOrDefault(pipeline, List.of());
  }

  /// This, with these files of its pipeline.
  RunRecord with(boolean ended, Collection<String> files) {
    SortedMap<String, List<String>> all = new TreeMap<>(outputs);
    all.put(pipeline, files.stream().distinct().sorted().toList());
    return new RunRecord(pipeline, started, ended, all, facts);
  }

  /// This, with what became of the run.
  RunRecord with(RunFacts now) {
    return new RunRecord(pipeline, started, finished, outputs, Optional.of(now));
  }
}
