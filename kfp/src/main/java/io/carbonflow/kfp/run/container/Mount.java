// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run.container;

import module java.base;

/// A file or folder of this machine in a container.
///
/// @param source where it is
/// @param target where the container sees it
/// @param writable whether the container may change it
record Mount(Path source, Path target, boolean writable) {

  /// One that the container sees where it is.
  static Mount of(Path place, boolean writable) {
    return new Mount(place, place, writable);
  }

  /// The engine's option. Its value is a line of CSV, so a name with a comma needs quotes.
  String option() {
    return "--mount=type=bind," + quoted("source=" + source) + "," + quoted("target=" + target)
        + (writable ? "" : ",readonly");
  }

  private static String quoted(String field) {
    return field.matches("[^,\"]*") ? field : "\"" + field.replace("\"", "\"\"") + "\"";
  }
}
