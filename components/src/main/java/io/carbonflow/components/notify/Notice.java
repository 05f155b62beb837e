// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.notify;

/// Which runs are reported.
public enum Notice {
  /// Of those that have not ended well.
  FAILURE,
  /// Of all.
  ALWAYS,
  /// Of none.
  NEVER
}
