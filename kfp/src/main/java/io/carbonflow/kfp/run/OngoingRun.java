// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.ir.PipelineSpec;
import io.carbonflow.kfp.step.Console;

/// A run in its folder, which it has for itself.
///
/// @param folder the folder
/// @param pipeline what is run
/// @param record what the folder says of the run while it goes on
/// @param journal notes what becomes of it
/// @param console takes what is to be told
record OngoingRun(RunFolder folder, PipelineSpec pipeline, RunRecord record, RunJournal journal, Console console) {

  /// Begins a run, or goes on with one that was interrupted or has failed. A finished one makes room.
  ///
  /// @param parameters the values of the pipeline's parameters
  /// @param reuse whether it may take the tasks of the run before
  /// @param clock the time
  static OngoingRun begin(RunFolder folder, PipelineSpec pipeline, Map<String, Object> parameters, boolean reuse,
      Console console, InstantSource clock) throws IOException {
    Instant now = clock.instant();
    Optional<RunRecord> before = RunRecord.read(folder.path());
    if (before.isEmpty() && folder.keepsEarlier() && folder.isOfEarlierVersion()) {
      before = Optional.of(ofEarlierVersion(folder.path(), pipeline));
    }
    boolean finished = before.filter(RunRecord::finished).isPresent();
    RunRecord next = new RunRecord(pipeline.name(), after(before, now), false,
        before.filter(_ -> !(finished && folder.keepsEarlier())).map(RunRecord::outputs).orElse(new TreeMap<>()));
    if (finished && folder.keepsEarlier()) {
      makeRoom(folder, before.get(), console);
    }
    RunRecord record = before.filter(run -> !finished && run.pipeline().equals(pipeline.name())).orElse(next);
    var journal = new RunJournal(folder.path(), record, parameters, clock);
    journal.begin();
    Files.deleteIfExists(folder.path().resolve(RunFolder.STEPS).resolve(RunPage.FILE)); // It is of the run before.
    if (folder.keepsEarlier() && reuse) {
      TaskCache.of(folder.path()).restore();
    }
    return new OngoingRun(folder, pipeline, record, journal, console);
  }

  private static void makeRoom(RunFolder folder, RunRecord before, Console console) throws IOException {
    EarlierRuns earlier = new EarlierRuns(folder.path());
    console.line("the run before this one is in " + shown(earlier.add(before)));
    try {
      earlier.deleteOldest();
    } catch (IOException e) {
      console.warn("the oldest runs are left for the next time: " + e.getMessage());
    }
  }

  /// Two runs never have the same time.
  private static Instant after(Optional<RunRecord> before, Instant now) {
    Instant second = now.truncatedTo(ChronoUnit.SECONDS);
    return before.map(run -> run.started().plusSeconds(1)).filter(second::isBefore).orElse(second);
  }

  /// What a version that wrote no record has left. Only where all of it is moved are files its own that
  /// nobody has noted.
  private static RunRecord ofEarlierVersion(Path folder, PipelineSpec pipeline) throws IOException {
    List<String> files = new ArrayList<>();
    for (String name : RunFolder.names(pipeline)) {
      Path path = folder.resolve(name);
      if (Files.exists(path)) {
        for (Path file : ContentHash.files(path)) {
          files.add(below(folder, file));
        }
      }
    }
    Instant ended = Files.getLastModifiedTime(folder.resolve(RunFolder.STEPS)).toInstant();
    return new RunRecord(pipeline.name(), ended.truncatedTo(ChronoUnit.SECONDS), !files.isEmpty(),
        new TreeMap<>(Map.of(pipeline.name(), files)));
  }

  /// Where the tasks' folders are.
  Path steps() {
    return folder.path().resolve(RunFolder.STEPS);
  }

  /// Keeps the tasks' files for later runs, whatever becomes of this one.
  void keepTasks() {
    if (folder.keepsEarlier()) {
      try {
        TaskCache.of(folder.path()).keep();
      } catch (IOException | UncheckedIOException e) {
        console.warn("the tasks are not kept for later runs: " + e.getMessage());
      }
    }
  }

  /// Puts the results by their names into the folder. Results of earlier runs of the pipeline that this
  /// one does not have are deleted.
  ///
  /// @return the pipeline's outputs; one is missing where the part that gives it was skipped
  Map<String, StoredArtifact> finish(TaskValues results) throws IOException {
    Map<String, StoredArtifact> given = new TreeMap<>();
    results.artifacts().forEach((key, found) -> found.stream().findFirst().ifPresent(
        artifact -> given.put(key, artifact)));
    given.keySet().retainAll(pipeline.root().outputs().artifacts().keySet());
    Set<String> files = new TreeSet<>();
    for (Map.Entry<String, StoredArtifact> output : given.entrySet()) {
      Path source = output.getValue().path();
      for (Path file : ContentHash.files(source)) {
        files.add(below(folder.path(), Copies.targetOf(file, source, target(output.getKey()))));
      }
    }
    // Whose the files are is noted before they are there, and until the last of them is gone.
    journal.results(false, Stream.concat(record.ofPipeline().stream(), files.stream()).toList());
    Map<String, StoredArtifact> exported = new TreeMap<>();
    for (Map.Entry<String, StoredArtifact> output : given.entrySet()) {
      StoredArtifact artifact = output.getValue();
      Path target = target(output.getKey());
      Copies.add(artifact.path(), target);
      exported.put(output.getKey(), new StoredArtifact(target, artifact.type(), artifact.metadata()));
    }
    deleteOthersThan(files);
    journal.results(true, files);
    showRun();
    return exported;
  }

  /// Ends a run that has failed.
  void fail(String why) {
    journal.failed(why);
    showRun();
  }

  /// A run has what it has given or why it gives nothing, whether its page can be written or not.
  private void showRun() {
    try {
      RunPage.write(folder.path(), pipeline);
    } catch (Problem problem) {
      console.warn("the run's page was not written: " + problem.getMessage());
    }
  }

  private Path target(String output) {
    return folder.path().resolve(pipeline.root().outputs().artifacts().get(output).fileName(output));
  }

  private void deleteOthersThan(Set<String> files) throws IOException {
    for (String file : record.ofPipeline()) {
      if (!files.contains(file)) {
        Path path = folder.path().resolve(file);
        Files.deleteIfExists(path);
        EarlierRuns.deleteEmpty(path.getParent(), folder.path());
      }
    }
  }

  private static String below(Path folder, Path file) {
    return folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
  }

  /// A path as a person would type it here.
  private static Path shown(Path path) {
    Path here = Path.of("").toAbsolutePath();
    return path.startsWith(here) ? here.relativize(path) : path;
  }
}
