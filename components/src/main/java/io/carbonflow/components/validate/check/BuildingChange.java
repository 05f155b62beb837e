// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

/// What has changed of a building from one of its years to a later one.
///
/// @param rule the name of the check that has found it
/// @param building the building's id
/// @param from the earlier year
/// @param to the later one
/// @param column the column that it is about, as the city calls it
/// @param before what stood there
/// @param after the value that is there
/// @param tonnes by how many tonnes the building's emissions are more or less, with the factors of the
///     later year for both; NaN where that is not known
public record BuildingChange(String rule, String building, int from, int to, String column, String before,
    String after, double tonnes) {}
