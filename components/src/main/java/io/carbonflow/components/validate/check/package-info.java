// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// What is looked for in a table, and what was found. Each check is declared beside its code; the
/// report and the reference page are made from the declarations.
package io.carbonflow.components.validate.check;
