// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// The step `clean`. Drops rows that nothing can be learned from.
package io.carbonflow.components.clean;
