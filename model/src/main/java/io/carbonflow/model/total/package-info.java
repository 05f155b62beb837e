// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

/// Totals: means from medians, and how far a sum of them may be off. It rests on
/// [io.carbonflow.model.interval].
package io.carbonflow.model.total;
