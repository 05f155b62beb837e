// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

/// What is tried again, how often, and after which pauses.
package io.carbonflow.base.retry;
