// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli;

/// Which carbonflow this is.
final class Version {
  /// The version, as in the jar's manifest; `development` where there is no jar.
  static final String TEXT = java.util.Optional
      .ofNullable(Version.class.getPackage().getImplementationVersion())
      .orElse("development");

  private Version() {}
}
