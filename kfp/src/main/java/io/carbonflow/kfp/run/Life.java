// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

/// Whether a run is still wanted. A part of a run may be interrupted because something beside it has
/// failed; the thread that has called for the run is interrupted only by those who no longer want it.
final class Life {
  private final Thread caller = Thread.currentThread();
  private volatile boolean over;

  /// Asked by a thread that was interrupted: whether that was for good.
  boolean isOver() {
    if (Thread.currentThread() == caller) {
      over = true;
    }
    return over;
  }
}
