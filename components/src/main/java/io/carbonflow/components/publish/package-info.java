// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// The step `publish`. Lets a new model take the place of the published one if it is better.
package io.carbonflow.components.publish;
