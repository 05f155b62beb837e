// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

/// The threads that a process computes on.
package io.carbonflow.base.concurrent;
