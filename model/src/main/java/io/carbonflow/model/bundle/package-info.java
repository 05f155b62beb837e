// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

/// The bundle: a fitted model with all that it needs to predict raw rows.
package io.carbonflow.model.bundle;
