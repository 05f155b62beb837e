// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// The steps that search and fit models: `train-NAME` of each estimator on one machine; `screen-trials`,
/// `gather-screenings`, `complete-trials` and `gather-trials` on many.
package io.carbonflow.components.train;
