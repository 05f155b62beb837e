// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// Baselines, with which models are compared.
package io.carbonflow.components.baseline;
