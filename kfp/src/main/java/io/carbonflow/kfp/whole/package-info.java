// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

/// Whole pipelines as programs of their own, to be run in one container.
package io.carbonflow.kfp.whole;
