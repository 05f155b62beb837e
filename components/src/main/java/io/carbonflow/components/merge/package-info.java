// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// The step `merge`. Brings tables of any years into one schema.
package io.carbonflow.components.merge;
