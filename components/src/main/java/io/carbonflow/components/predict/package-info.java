// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// The step `predict`. Predicts the rows of a table.
package io.carbonflow.components.predict;
