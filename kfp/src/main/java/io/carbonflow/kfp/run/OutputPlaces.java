// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.ir.Component;
import io.carbonflow.kfp.ir.Component.ArtifactSpec;

/// Where a run's outputs go, looked at before there are any.
final class OutputPlaces {
  private static final String REMEDY = "move it, make it writable, or name another folder with --output";

  private OutputPlaces() {}

  /// Checks that all that a run writes can be written.
  ///
  /// @param root the pipeline's component
  /// @param run the run's folder, which is there
  /// @param steps where the tasks' folders are
  static void check(Component root, Path run, Path steps) throws IOException {
    if (Files.exists(steps, LinkOption.NOFOLLOW_LINKS) && !(Files.isDirectory(steps) && Files.isWritable(steps))) {
      throw new Problem(Place.of(steps), "is not a folder that the tasks of this run can write to", REMEDY);
    }
    try {
      // Only a file that is made shows whether one can be: of a folder's permissions root knows nothing.
      Files.delete(Files.createTempFile(run, ".try", ""));
    } catch (IOException e) {
      throw new Problem(Place.of(run), "no file can be made in it (" + e.getMessage() + ")",
          "name a folder that can be written with --output", e);
    }
    for (Map.Entry<String, ArtifactSpec> output : root.outputs().artifacts().entrySet()) {
      Path target = run.resolve(output.getValue().fileName(output.getKey()));
      if (Files.isDirectory(target) && !Files.isWritable(target)) {
        throw new Problem(Place.of(target), "the run's output " + output.getKey()
            + " cannot be written to this folder", REMEDY);
      }
    }
  }
}
