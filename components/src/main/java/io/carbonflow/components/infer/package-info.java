// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// The step `infer`. Has the published model predict new rows.
package io.carbonflow.components.infer;
