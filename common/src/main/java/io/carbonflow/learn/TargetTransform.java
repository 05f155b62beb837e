// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

/// Leads from labels to the target that people measure, and from there to the scale that models are
/// scored on.
public interface TargetTransform {

  /// The target that a label stands for, in the target's unit.
  ///
  /// @param offset what is known of the row before anything is predicted
  double inverse(double label, double offset);

  /// A target on the scale of scores.
  double scale(double target);

  /// The least prediction on the scale of scores; lower ones are held at it.
  double floor();

  /// A predicted label on the scale of scores, held within its range.
  ///
  /// @param upper the largest that is believed: that of the rows that were fitted to
  default double scaled(double label, double offset, double upper) {
    return Math.clamp(scale(inverse(label, offset)), floor(), upper);
  }
}
