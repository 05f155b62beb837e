// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import module java.base;
import io.carbonflow.base.fault.Problem;

/// Reads a run's folder.
final class RunReader {
  /// Loops and branches put a task's folder below others.
  private static final int DEPTH = 8;
  private static final String RECORD = ".json";

  private RunReader() {}

  /// @param folder the run's folder, absolute
  /// @param record what it says of itself
  static RecordedRun read(Path folder, RunRecord record) {
    Path steps = folder.resolve(RunFolder.STEPS);
    List<RecordedRun.Task> tasks = record.facts().isEmpty() ? ofEarlierVersion(steps)
        : record.facts().get().tasks().entrySet().stream()
            .map(task -> new RecordedRun.Task(task.getKey(), task.getValue().state(),
                Optional.of(task.getValue().started()), Optional.of(task.getValue().ended())))
            .sorted(Comparator.comparing(task -> task.started().orElseThrow())).toList();
    SortedMap<String, Double> metrics = new TreeMap<>();
    SortedMap<String, String> data = new TreeMap<>();
    for (RecordedRun.Task task : tasks) {
      TaskFolder its = new TaskFolder(steps.resolve(task.name()));
      TaskRecord.read(its).ifPresent(given -> {
        metrics.putAll(metrics(task.name(), its, given));
        given.outputArtifacts().forEach((name, hash) -> data.put(task.name() + "." + name, hash));
      });
    }
    return new RecordedRun(folder, record.pipeline(), record.started(), record.facts().flatMap(RunFacts::ended),
        state(folder, record), record.facts().flatMap(RunFacts::failure),
        record.facts().map(RunFacts::parameters).orElseGet(TreeMap::new),
        record.facts().map(RunFacts::inputs).orElseGet(TreeMap::new), tasks, metrics, data, record.ofPipeline());
  }

  private static RecordedRun.State state(Path folder, RunRecord record) {
    return record.finished() ? RecordedRun.State.SUCCEEDED
        : isInUse(folder) ? RecordedRun.State.RUNNING
        : record.facts().flatMap(RunFacts::failure).isPresent() ? RecordedRun.State.FAILED
        : RecordedRun.State.INTERRUPTED;
  }

  /// A run has its folder for itself as long as it goes on.
  private static boolean isInUse(Path folder) {
    try (FileChannel channel = FileChannel.open(folder.resolve(LocalRunner.LOCK), StandardOpenOption.READ);
        FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
      return lock == null;
    } catch (OverlappingFileLockException _) {
      return true;
    } catch (IOException _) {
      return false; // No run has ever been there, or it is not ours to know.
    }
  }

  /// Numbers that the task gave as values, and those it logged with its files.
  private static SortedMap<String, Double> metrics(String task, TaskFolder folder, TaskRecord given) {
    SortedMap<String, Double> metrics = new TreeMap<>();
    given.outputParameters().forEach((name, text) -> number(text).ifPresent(
        number -> metrics.put(task + "." + name, number)));
    try {
      ExecutorOutput told = ExecutorOutput.read(folder.executorOutput());
      given.outputArtifacts().keySet().forEach(output -> told.metadata(output).forEach((name, value) -> {
        if (value instanceof Number number) {
          metrics.put(task + "." + name, number.doubleValue());
        }
      }));
    } catch (Problem _) {
      // What the task gave is known without it.
    }
    return metrics;
  }

  private static Optional<Double> number(String text) {
    try {
      return Optional.of(Double.valueOf(text.strip())).filter(Double::isFinite);
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static List<RecordedRun.Task> ofEarlierVersion(Path steps) {
    if (!Files.isDirectory(steps)) {
      return List.of();
    }
    try (Stream<Path> found = Files.find(steps, DEPTH, (file, _) -> file.toString().endsWith(RECORD))) {
      return found.map(file -> steps.relativize(file).toString().replace('\\', '/'))
          .map(name -> name.substring(0, name.length() - RECORD.length()))
          .filter(name -> TaskRecord.read(new TaskFolder(steps.resolve(name))).isPresent()).sorted()
          .map(name -> new RecordedRun.Task(name, "SUCCEEDED", Optional.empty(), Optional.empty())).toList();
    } catch (IOException | UncheckedIOException _) {
      return List.of();
    }
  }
}
