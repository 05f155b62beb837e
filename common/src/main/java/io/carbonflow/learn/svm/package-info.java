// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// Support vector regression.
package io.carbonflow.learn.svm;
