// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// Models beside the emissions that were measured.
package io.carbonflow.components.score;
