// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

/// What is learned and on which scale it is compared, and the prepared rows.
package io.carbonflow.model.feature;
