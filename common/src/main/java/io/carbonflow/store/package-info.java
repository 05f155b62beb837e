// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// Objects by URI, in folders and in S3.
package io.carbonflow.store;
