// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// The step `validate`. Looks for what is wrong with a table before anything is trained on it.
package io.carbonflow.components.validate;
