package io.carbonflow.kfp.pipeline;

/// An image that has the steps, and how it is told which to run.
///
/// @param reference the image's reference
/// @param program the program in it, found on its path, whose first words name a step:
///     `carbonflow train-svm …`
public record StepImage(String reference, String program) {
  /// A program of this machine, for runs that need no image.
  public static StepImage local(String program) {
    return new StepImage("local", program);
  }
}
