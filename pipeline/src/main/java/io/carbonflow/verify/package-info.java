// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// Whether a bundle is what its own record says: its training, done again.
package io.carbonflow.verify;
