// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// The step `evaluate`. Scores the models on held-out buildings.
package io.carbonflow.components.evaluate;
