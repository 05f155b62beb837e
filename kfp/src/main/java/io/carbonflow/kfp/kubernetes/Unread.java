// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.kubernetes;

/// Something could not be read. The message says why, in a phrase without a full stop, and holds no
/// secret.
public final class Unread extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean passing;

  private Unread(String why, Exception cause, boolean passing) {
    super(why, cause);
    this.passing = passing;
  }

  /// It cannot be read, however often it is asked for.
  public Unread(String why, Exception cause) {
    this(why, cause, false);
  }

  /// It cannot be read now.
  static Unread now(String why, Exception cause) {
    return new Unread(why, cause, true);
  }

  /// Whether another try may do better.
  boolean isPassing() {
    return passing;
  }
}
