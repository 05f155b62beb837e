// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// Which faults of whole tables are not read right, as steps are told it.
package io.carbonflow.components.faults;
