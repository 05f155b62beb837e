// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// The step `train-best`. Puts the chosen model together and saves the bundle.
package io.carbonflow.components.trainbest;
