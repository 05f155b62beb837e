package io.carbonflow.kfp.cli;

import module java.base;
import io.carbonflow.kfp.client.doctor.Buckets;
import io.carbonflow.kfp.client.doctor.TestMessage;
import io.carbonflow.kfp.pipeline.Pipeline;

/// What makes a project's program its own. Steps and pipelines are found on the class path; all else
/// stands here.
///
/// @param name the command, such as `carbonflow`
/// @param about what the program is for, one sentence
/// @param version its version
/// @param revision the code's revision; [#NO_REVISION] where it was not built from a repository
/// @param image the image that all tasks run in if no other one is named
/// @param commands its commands beside the usual ones
/// @param files makes further files that [CompileCommand] writes, by path below the project; most
///     commands need none
/// @param arguments what a command line stands for: gives it what was left out
/// @param store gives a local run its store
/// @param doctor what `kubeflow doctor` looks at beside Kubeflow itself
public record Program(
    String name,
    String about,
    String version,
    String revision,
    String image,
    List<ProgramCommand> commands,
    Supplier<SortedMap<String, String>> files,
    UnaryOperator<String[]> arguments,
    StoreOfRun store,
    Doctor doctor) {

  /// Where runs on this machine lie, each in a folder that is called as its pipeline.
  public static final Path RUNS = Path.of("runs");

  /// Where the build does not know a revision.
  public static final String NO_REVISION = "unknown";

  /// How a run on this machine gets its store.
  @FunctionalInterface
  public interface StoreOfRun {
    /// Adds the parameter that names it, where the pipeline has one and none is given.
    ///
    /// @param pipeline the pipeline's name
    /// @param declared the names of its parameters
    /// @param folder the run's folder
    /// @param given the parameters that are given
    void addTo(String pipeline, Set<String> declared, Path folder, Map<String, String> given);
  }

  /// What the doctor needs to know of a project.
  ///
  /// @param buckets reaches the store that pipelines use
  /// @param secret the name of the secret that holds the store's keys
  /// @param message the pipeline that fails on purpose, so that the webhook is told
  /// @param words what that says in its log
  public record Doctor(
      Buckets buckets, String secret, Pipeline<?, ?> message, TestMessage.Words words) {}
}
