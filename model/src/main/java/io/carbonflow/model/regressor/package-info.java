// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

/// Fitted models as plain data, and their stored form.
package io.carbonflow.model.regressor;
