// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.file;

import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Knows the pointers that [Git LFS](https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md) leaves
/// in a clone in place of files that it has not fetched.
public final class GitLfs {
  private static final byte[] POINTER =
      "version https://git-lfs.github.com/spec/".getBytes(StandardCharsets.US_ASCII);

  private GitLfs() {}

  /// Refuses a pointer.
  ///
  /// @param start the file's bytes, or as many of the first of them as there are at hand
  /// @param file the file, for the message
  /// @param expected what it should be, such as `the table`
  /// @throws Problem if they are a pointer's
  public static void refusePointer(byte[] start, Place file, String expected) {
    if (start.length >= POINTER.length
        && Arrays.equals(start, 0, POINTER.length, POINTER, 0, POINTER.length)) {
      throw new Problem(file, "is a Git LFS pointer, not " + expected,
          "fetch the file itself with 'git lfs pull'");
    }
  }
}
