// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// A first draft of a city's file, made from the header and the rows of a table.
package io.carbonflow.components.city.draft;
