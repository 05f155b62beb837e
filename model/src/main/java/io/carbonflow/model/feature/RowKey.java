// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.feature;

/// A building in a year: what one row is about.
///
/// @param building the building's id, as the city gives it
/// @param year the year the data is of
public record RowKey(String building, int year) {}
