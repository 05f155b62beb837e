// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

/// A pipeline as a typed value, and its compilation.
package io.carbonflow.kfp.pipeline;
