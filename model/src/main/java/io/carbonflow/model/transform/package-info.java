// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

/// From clean rows to the numbers that models take: what is learned from training rows, and its
/// form in the bundle. It rests on [io.carbonflow.model.building] and [io.carbonflow.model.feature].
package io.carbonflow.model.transform;
