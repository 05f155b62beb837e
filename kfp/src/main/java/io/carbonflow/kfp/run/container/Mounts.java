// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run.container;

import module java.base;
import io.carbonflow.kfp.run.Job;
import io.carbonflow.kfp.step.PathUse;

/// What a container sees of this machine: the run's folder, in which it may write to its task's
/// folder, and what its task is let reach ([Reach]).
///
/// What is declared as written to can be written, a folder where objects are like a bucket; all else
/// cannot. Relative paths are found because the container works in a folder of its own that has the
/// caller's working directory's place below [#CALLER].
final class Mounts {
  /// Where relative paths are seen. Not at their own place, which the image may have a folder at.
  static final Path CALLER = Path.of("/caller");

  private final Path run;
  private final Path working;
  private final SortedMap<Path, Mount> all = new TreeMap<>();

  /// The mounts of a task.
  ///
  /// @param run the run's folder
  /// @param working the folder that relative paths are relative to
  Mounts(Path run, Path working) {
    this.run = run;
    this.working = working;
  }

  /// Adds what a task needs.
  ///
  /// @param reach what it may see outside of the run
  Mounts task(Job job, Reach reach) throws IOException {
    add(Mount.of(run, false));
    add(Mount.of(job.folder(), true));
    for (Reach.Named named : reach.of(job)) {
      Optional<Path> path = PathLikeParameters.path(named.text());
      if (path.isPresent()) {
        value(named, path.get());
      }
    }
    reach.writable().forEach(folder -> folder(folder, true));
    return this;
  }

  private void value(Reach.Named named, Path path) throws IOException {
    Path source = working.resolve(path).normalize();
    boolean written = named.use() == PathUse.WRITTEN;
    if (written && inRun(source) && !Files.exists(source)) {
      Files.createDirectories(source); // A store in the run's folder is made by its first task.
    }
    if (named.folder() && Files.isDirectory(source)) {
      folder(path, written);
    } else {
      file(path);
    }
  }

  /// The root folder is no place for objects: a parameter that is "/" means something else.
  private void folder(Path path, boolean writable) {
    Path source = working.resolve(path).normalize();
    if (source.getParent() != null && !source.equals(run)) {
      add(new Mount(source, seen(path), writable));
    }
  }

  /// Adds a file that a container may read, if there is one.
  Mounts file(Path path) {
    Path source = working.resolve(path).normalize();
    if (Files.isRegularFile(source)) {
      add(new Mount(source, seen(path), false));
    }
    return this;
  }

  /// Whether a path lies in the run's folder, but is not the runner's own, or is the store that runs share
  /// beside their folders.
  private boolean inRun(Path path) {
    return path.startsWith(run) && !path.equals(run) || path.equals(run.resolveSibling("store"));
  }

  private void add(Mount mount) {
    all.merge(mount.target(), mount, (one, other) -> one.writable() ? one : other);
  }

  /// Where the container sees a path that a parameter names.
  private Path seen(Path path) {
    return path.isAbsolute() ? path.normalize()
        : Path.of(CALLER.toString(), working.resolve(path).normalize().toString());
  }

  /// Whether the container sees what a text names.
  boolean show(String text) {
    return PathLikeParameters.path(text).map(this::seen)
        .filter(path -> all.keySet().stream().anyMatch(path::startsWith)).isPresent();
  }

  /// The folder that the container works in.
  Path workingFolder() {
    return Path.of(CALLER.toString(), working.toString());
  }

  /// Whether the working folder is one of the mounts.
  boolean holdWorkingFolder() {
    return all.keySet().stream().anyMatch(workingFolder()::startsWith);
  }

  /// The mounts, outer ones first.
  List<Mount> all() {
    return List.copyOf(all.values());
  }

  /// The folders in the run's folder that the container may write to.
  List<Path> own() {
    return all.values().stream()
        .filter(mount -> mount.writable() && inRun(mount.source())).map(Mount::source).toList();
  }
}
