// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

/// Files that are whole or absent.
package io.carbonflow.base.file;
