// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.monitor;

/// How a model does beside what it promised.
enum Health {
  /// As well, as far as the new rows tell.
  AS_PROMISED,
  /// As well, once it is taken out what all buildings of a year did together: the data moved, not the model.
  DATA_MOVED,
  /// Worse.
  DEGRADED,
  /// There are too few new rows of buildings that it was not trained on.
  UNKNOWN
}
