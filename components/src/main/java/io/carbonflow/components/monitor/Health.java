// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.monitor;

/// How a model does beside what it promised.
enum Health {
  /// As well, as far as the new rows tell.
  AS_PROMISED,
  /// Worse.
  DEGRADED,
  /// There are too few new rows of buildings that it was not trained on.
  UNKNOWN
}
