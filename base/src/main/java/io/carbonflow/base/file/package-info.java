// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

/// Files that are whole or absent, and how much is read of what comes from outside.
package io.carbonflow.base.file;
