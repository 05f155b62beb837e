// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// What a model makes of the features of a building.
package io.carbonflow.components.influence;
