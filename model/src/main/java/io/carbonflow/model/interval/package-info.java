// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

/// How far a prediction may be off: intervals that hold what is measured as often as they say. It
/// rests on [io.carbonflow.model.regressor].
package io.carbonflow.model.interval;
