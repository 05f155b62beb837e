// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// Gradient boosted trees.
package io.carbonflow.learn.boost;
