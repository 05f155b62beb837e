// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import module java.base;
import io.carbonflow.base.file.TemporaryFolder;

/// A copy of all tasks' files as the last run has left them, which outlives the run: `.cache/training`
/// beside `training`. A run that begins with nothing takes its tasks from there; whether one is still
/// good is found out by its hashes, as ever.
///
/// @param steps the tasks' files in the run's folder
/// @param kept the copy
record TaskCache(Path steps, Path kept) {

  /// The cache of the runs in a folder.
  static TaskCache of(Path run) {
    return new TaskCache(run.resolve(RunFolder.STEPS),
        run.resolveSibling(".cache").resolve(run.getFileName().toString()));
  }

  /// Gives a new run the tasks of the last one.
  void restore() throws IOException {
    if (!Files.exists(steps) && Files.isDirectory(kept)) {
      copy(kept, steps);
    }
  }

  /// Keeps the tasks as they are now.
  void keep() throws IOException {
    if (Files.isDirectory(steps)) {
      copy(steps, kept);
    }
  }

  /// Puts a copy in place of what is there when it is complete.
  private static void copy(Path from, Path to) throws IOException {
    Path unfinished = to.resolveSibling("." + to.getFileName() + ".part");
    TemporaryFolder.remove(unfinished);
    Files.createDirectories(unfinished.getParent());
    try (Stream<Path> walk = Files.walk(from)) {
      for (Path path : (Iterable<Path>) walk::iterator) {
        Files.copy(path, unfinished.resolve(from.relativize(path).toString()),
            StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
      }
    }
    TemporaryFolder.remove(to);
    Files.move(unfinished, to);
  }
}
