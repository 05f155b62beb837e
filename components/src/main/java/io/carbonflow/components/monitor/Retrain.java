// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.monitor;

/// What a new training is started by.
public enum Retrain {
  /// By scores that are worse than promised.
  SCORES,
  /// By inputs or predictions that are distributed otherwise than before.
  DRIFT,
  /// By any of these.
  EITHER,
  /// By nothing.
  NEVER
}
