// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

/// Problems that a person can fix: where, what is wrong, what to do.
package io.carbonflow.base.fault;
