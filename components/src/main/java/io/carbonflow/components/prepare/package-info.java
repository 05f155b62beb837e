// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// The step `prepare`. Fits the transformer and applies it.
package io.carbonflow.components.prepare;
