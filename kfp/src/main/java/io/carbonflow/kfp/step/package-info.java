// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

/// The step contract: a step is declared once, and its command line follows.
package io.carbonflow.kfp.step;
