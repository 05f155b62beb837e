// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.doctor;

import module java.base;
import io.carbonflow.base.fault.Problem;

/// One thing that is looked at.
///
/// @param name its name
/// @param needs the check without which this one makes no sense
/// @param look looks at it
public record DoctorCheck(String name, Optional<String> needs, Look look) {

  /// Looks at one thing.
  @FunctionalInterface
  public interface Look {
    /// Looks.
    ///
    /// @throws Problem if something is missing
    DoctorFinding at(DoctorContext context) throws InterruptedException;
  }

  /// A check that needs another one to be well.
  static DoctorCheck of(String name, String needs, Look look) {
    return new DoctorCheck(name, Optional.of(needs), look);
  }

  /// Looks; a problem is a finding.
  DoctorFinding examine(DoctorContext context) throws InterruptedException {
    try {
      return look.at(context);
    } catch (Problem e) {
      return new DoctorFinding.Failed(e.getMessage());
    }
  }
}
