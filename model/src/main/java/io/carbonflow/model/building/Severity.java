// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

/// How bad it is that something about the data is not as expected.
public enum Severity {
  /// Training on it would go wrong, so a run ends.
  ERROR,
  /// A person should look at it; nothing ends.
  WARNING
}
