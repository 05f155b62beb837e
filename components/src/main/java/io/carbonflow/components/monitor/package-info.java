// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// The step `monitor`. Compares what the published model does with what it promised.
package io.carbonflow.components.monitor;
