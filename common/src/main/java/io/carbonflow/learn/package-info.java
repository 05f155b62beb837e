// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// Learning: estimators, how they are tuned, and how far their predictions may be off.
///
/// Rows are a [Dataset]: values, labels, the group of each row, and a [TargetTransform] that leads
/// from labels to what was measured. An algorithm is an [Estimator] in a package of its own. A
/// [Search] scores choices from a [Space] on [Folds]; a [Calibration] makes intervals of what was
/// predicted out of fold. Nothing here knows what the rows are about.
package io.carbonflow.learn;
