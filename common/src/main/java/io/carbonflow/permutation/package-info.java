// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// Tests whether two groups can have been drawn alike, by shuffling who belongs to which.
package io.carbonflow.permutation;
