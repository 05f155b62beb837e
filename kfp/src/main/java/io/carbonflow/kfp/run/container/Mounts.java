// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run.container;

import module java.base;
import io.carbonflow.kfp.run.Job;

/// What a container sees of this machine: the run's folder, in which it may write to its task's
/// folder, and the files and folders that the task's parameters name.
///
/// A file is an input and cannot be written. A folder is a place where objects lie, like a bucket,
/// and can be. Relative paths are found because the container works in a folder of its own that has
/// the caller's working directory's place below [#CALLER].
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

  /// Adds what every task needs.
  Mounts task(Job job) throws IOException {
    add(Mount.of(run, false));
    add(Mount.of(job.folder(), true));
    for (String text : PathLikeParameters.in(job.parameters().values()).toList()) {
      Optional<Path> path = PathLikeParameters.path(text);
      if (path.isPresent()) {
        value(text, path.get());
      }
    }
    return this;
  }

  private void value(String text, Path path) throws IOException {
    Path source = working.resolve(path).normalize();
    if (inRun(source) && PathLikeParameters.looksLikePath(text) && !Files.exists(source)) {
      Files.createDirectories(source); // A store in the run's folder is made by its first task.
    }
    // The root folder is no place for objects: a parameter that is "/" means something else.
    if (source.getParent() != null && !source.equals(run) && Files.isDirectory(source)) {
      add(new Mount(source, seen(path), true));
    } else {
      file(path);
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

  /// Whether a path lies in the run's folder, but is not the runner's own.
  private boolean inRun(Path path) {
    return path.startsWith(run) && !path.equals(run);
  }

  private void add(Mount mount) {
    all.put(mount.target(), mount);
  }

  /// Where the container sees a path that a parameter names.
  private Path seen(Path path) {
    return path.isAbsolute() ? path.normalize()
        : Path.of(CALLER.toString(), working.resolve(path).normalize().toString());
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
