// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

/// CSV in and out: text tables whose every cell knows the file, line and column it came from.
package io.carbonflow.base.table;
