// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.forest;

/// How a node's samples are parted in two.
///
/// @param column what is asked for
/// @param rank the greatest rank of the column that goes left
/// @param next the least rank that goes right
/// @param gain how much the sum of squares falls, more than 0
/// @param samples how many samples go left
/// @param sum the sum of their labels
record Split(int column, int rank, int next, double gain, int samples, double sum) {}
