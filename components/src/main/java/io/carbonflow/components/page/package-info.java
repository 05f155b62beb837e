// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// Pages for people, each one file that needs nothing beside it.
package io.carbonflow.components.page;
