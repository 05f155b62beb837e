// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// The step `fail`. Ends a run whose verdict says so.
package io.carbonflow.components.fail;
