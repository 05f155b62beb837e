// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.monitor;

/// What a new training is started by.
public enum Retrain {
  /// By scores that are worse than promised, and would be had no year moved as a whole.
  SCORES,
  /// By data that changed: inputs or predictions that are distributed differently than before, or a year that moved as
  /// a whole.
  DRIFT,
  /// By any of these.
  EITHER,
  /// By nothing.
  NEVER
}
