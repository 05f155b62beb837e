// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

/// Counts the fits of a search and tells its listener.
final class Tracker {
  private final String model;
  private final int total;
  private final ProgressListener listener;
  private int done;
  private double screened = Double.NEGATIVE_INFINITY;
  private double complete = Double.NEGATIVE_INFINITY;

  Tracker(String model, int total, ProgressListener listener) {
    this.model = model;
    this.total = total;
    this.listener = listener;
  }

  /// A fit is done, and its trial needs further ones.
  synchronized void fitted() {
    done++;
    tell();
  }

  /// A fit is done that decides a trial.
  synchronized void fitted(Trial trial) {
    switch (trial.state()) {
      case HALTED -> screened = Math.max(screened, trial.mean());
      case COMPLETE -> complete = Math.max(complete, trial.mean());
      case FAILED -> { }
    }
    fitted();
  }

  /// Nothing more comes, be it that some trials failed and were not taken further.
  synchronized void end() {
    if (done < total) {
      done = total;
      tell();
    }
  }

  private void tell() {
    double best = complete > Double.NEGATIVE_INFINITY ? complete : screened;
    listener.at(new ProgressListener.State(model, done, total, best));
  }
}
