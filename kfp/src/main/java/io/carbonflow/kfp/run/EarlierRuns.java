// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import module java.base;
import io.carbonflow.base.file.TemporaryFolder;

/// The runs before the newest one, beside its folder: `training-2026-11-29T11-08-38Z` by `training`.
///
/// @param newest the folder of the newest run
record EarlierRuns(Path newest) {
  /// How many stay.
  static final int KEPT = 10;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final String ANY_TIME = "\\d{4}-\\d{2}-\\d{2}T\\d{2}-\\d{2}-\\d{2}Z";

  /// Where a run goes.
  Path place(RunRecord run) {
    return newest.resolveSibling(newest.getFileName() + "-" + TIME.format(run.started()));
  }

  /// Moves what is a finished run's out of the newest one's folder. All else stays there. If it is
  /// stopped half-way, the next call moves the rest to the same place.
  ///
  /// @return where it is now
  Path add(RunRecord run) throws IOException {
    Path place = place(run);
    run.write(place);
    for (String file : run.files()) {
      move(newest.resolve(file), place.resolve(file));
    }
    move(newest.resolve(RunFolder.STEPS), place.resolve(RunFolder.STEPS));
    Files.deleteIfExists(newest.resolve(RunRecord.FILE));
    return place;
  }

  private void move(Path from, Path to) throws IOException {
    if (!Files.exists(from, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.createDirectories(to.getParent());
    Files.move(from, to);
    deleteEmpty(from.getParent(), newest);
  }

  /// Deletes folders that hold nothing any more, from an inner one outwards.
  ///
  /// @param outer the first that stays
  static void deleteEmpty(Path inner, Path outer) throws IOException {
    try {
      for (Path folder = inner; !folder.equals(outer); folder = folder.getParent()) {
        Files.deleteIfExists(folder);
      }
    } catch (DirectoryNotEmptyException _) {
      // Somebody's own file is in there.
    }
  }

  /// Deletes the oldest, so that ten stay: their results and tasks, and nothing that somebody has put
  /// beside those.
  void deleteOldest() throws IOException {
    List<Path> all;
    String name = Pattern.quote(newest.getFileName() + "-") + ANY_TIME;
    try (Stream<Path> beside = Files.list(newest.getParent())) {
      all = beside.filter(path -> path.getFileName().toString().matches(name))
          .filter(path -> RunRecord.read(path).isPresent()).sorted().toList();
    }
    for (Path old : all.subList(0, Math.max(0, all.size() - KEPT))) {
      delete(old, RunRecord.read(old).orElseThrow());
    }
  }

  /// The record goes last: without it nothing would be deleted any more.
  private static void delete(Path folder, RunRecord run) throws IOException {
    TemporaryFolder.remove(folder.resolve(RunFolder.STEPS));
    for (String file : run.files()) {
      Path path = folder.resolve(file);
      Files.deleteIfExists(path);
      deleteEmpty(path.getParent(), folder);
    }
    Files.deleteIfExists(folder.resolve(RunRecord.FILE));
    deleteEmpty(folder, folder.getParent());
  }
}
