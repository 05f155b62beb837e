// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// Files of cities: YAML that a person writes, and the JSON Schema by which an editor helps.
package io.carbonflow.components.city;
