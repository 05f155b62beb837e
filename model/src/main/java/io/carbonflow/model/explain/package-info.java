// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

/// Why a prediction is what it is: how much each feature of a building adds to it.
package io.carbonflow.model.explain;
