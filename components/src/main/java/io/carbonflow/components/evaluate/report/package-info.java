// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// The page about a training run, a section a class.
package io.carbonflow.components.evaluate.report;
