// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.monitor;

/// One thing as it was and as it is.
///
/// @param name what it is
/// @param measured what of it `before` and `now` are: the median, the share of something
/// @param before how it was
/// @param now how it is
/// @param difference by how much it differs: for scores more than 0 is worse, for distributions it is
///     how far they are apart
/// @param p how probable such a difference is by chance, beside all others that are asked about with
///     it; NaN where there are too few rows to tell
/// @param alarm whether it is neither chance nor too small to matter
record Change(String name, String measured, double before, double now, double difference, double p,
    boolean alarm) {}
