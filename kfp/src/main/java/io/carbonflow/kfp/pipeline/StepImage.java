// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.pipeline;

import module java.base;

/// An image that has the steps, and how it is asked which to run.
///
/// @param reference the image's reference
/// @param program the program in it, found on its path, whose first words name a step:
///     `carbonflow train-svm …`
/// @param environment variables that all its containers have; no secrets
public record StepImage(
    String reference, String program, SortedMap<String, String> environment) {

  /// Copies the variables.
  public StepImage {
    environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
  }

  /// An image whose containers need no variables.
  public StepImage(String reference, String program) {
    this(reference, program, new TreeMap<>());
  }

  /// A program of this machine, for runs that need no image.
  public static StepImage local(String program) {
    return new StepImage("local", program);
  }
}
