// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.doctor;

/// What a check has found.
public sealed interface DoctorFinding {

  /// What was found, a line for each thing.
  String what();

  /// All is well.
  ///
  /// @param what what was found
  record Ok(String what) implements DoctorFinding {}

  /// Something is missing.
  ///
  /// @param what what it is, and what to do
  record Failed(String what) implements DoctorFinding {}

  /// Nobody has looked.
  ///
  /// @param what why not, and how else to find out
  record Skipped(String what) implements DoctorFinding {}
}
