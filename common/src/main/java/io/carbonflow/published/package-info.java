// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// Published models: where they lie in a store, which one is current, and how another one takes its
/// place.
package io.carbonflow.published;
