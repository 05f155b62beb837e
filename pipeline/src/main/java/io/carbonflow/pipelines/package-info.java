// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// The pipelines.
package io.carbonflow.pipelines;
