// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.step;

/// What the text of an input is for the machine that a step runs on. A container of a run on this machine
/// sees what the inputs say that are paths, and nothing else.
public enum PathUse {
  /// No path, whatever it looks like.
  NONE,
  /// A file or folder that is read, as a path or `file:` URI; it may be something remote as well.
  READ,
  /// A folder that is written to, as a path or `file:` URI; it may be something remote as well.
  WRITTEN
}
