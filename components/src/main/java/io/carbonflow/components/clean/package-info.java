// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// The step `clean`. Drops rows that cannot be used for training.
package io.carbonflow.components.clean;
