// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli;

/// The image that the checked-in files name.
public final class CheckedInImage {
  /// Its reference: what `carbonflow compile` takes without `--image`.
  public static final String REFERENCE = Carbonflow.defaultImage();

  private CheckedInImage() {}
}
