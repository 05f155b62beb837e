// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// Plain ways to predict emissions, which models are held beside.
package io.carbonflow.components.baseline;
