// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

/// Buildings: the city's tables in one schema, what is known of a building in a year, which rows a
/// model may learn from or predict, and the numbers and categories that describe them.
package io.carbonflow.model.building;
