// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

/// Which certificates are trusted.
package io.carbonflow.base.tls;
