// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// What a city's file makes of tables: which columns and rows are found, and what is left out, and why.
package io.carbonflow.components.city.check;
