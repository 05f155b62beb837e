// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// The program `carbonflow`.
package io.carbonflow.cli;
