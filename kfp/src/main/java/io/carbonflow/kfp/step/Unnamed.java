// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.step;

/// Where a step's output goes that a person's command gives no file. A pipeline names all files. A parameter goes to
/// standard output, or where it says so nowhere.
public enum Unnamed {
  /// To the file of its natural name ([FileName]), in the working folder.
  OWN_FILE,
  /// To standard output: the one result that a person wants of the step.
  STANDARD_OUTPUT,
  /// Nowhere: it is for who asks for it.
  NOWHERE
}
