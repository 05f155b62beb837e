// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.cli;

import module java.base;
import io.carbonflow.kfp.client.doctor.Buckets;
import io.carbonflow.kfp.client.doctor.TestMessage;
import io.carbonflow.kfp.ir.PipelineSpec;
import io.carbonflow.kfp.pipeline.Pipeline;
import io.carbonflow.kfp.pipeline.StepImage;
import io.carbonflow.kfp.run.Preflight;
import io.carbonflow.kfp.step.Streams;

/// What makes a project's program its own. Steps and pipelines are found on the class path; all else
/// stands here:
///
/// ```java
/// void main(String... args) {
///   System.exit(Program.named("wine", "Grades wines.").image("registry.example/wine:1.0")
///       .calledAs("java -jar target/wine.jar").execute(args));
/// }
/// ```
///
/// @param name the command as an image has it on its path, such as `carbonflow`: what pods run
/// @param call how a person calls it, such as `./carbonflow`: what messages say
/// @param home the project's folder, where [CompileCommand] writes
/// @param about what the program is for, one sentence
/// @param version its version
/// @param revision the code's revision; [#NO_REVISION] where it was not built from a repository
/// @param image the image that all tasks run in if no other one is named
/// @param environment variables that containers of the image have
/// @param commands its commands beside the usual ones
/// @param files makes further files that [CompileCommand] writes, by path below the project; most
///     commands need none
/// @param arguments what a command line stands for: gives it what was left out
/// @param store gives a local run its store
/// @param doctor what `kubeflow doctor` looks at beside Kubeflow itself, if there is more
/// @param preflight what a run on this machine looks at before its first task
/// @param manual groups of commands in the help, examples, and where to read more
/// @param summary what only the program knows of a run on this machine
public record Program(
    String name,
    String call,
    Path home,
    String about,
    String version,
    String revision,
    String image,
    SortedMap<String, String> environment,
    List<ProgramCommand> commands,
    Supplier<SortedMap<String, String>> files,
    UnaryOperator<String[]> arguments,
    StoreOfRun store,
    Optional<Doctor> doctor,
    Preflight preflight,
    Manual manual,
    RunSummary.Maker summary) {

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

    /// The same for a program that has to see what the pipeline does. This one is called.
    ///
    /// @param pipeline the pipeline as it is to run
    /// @param folder the run's folder
    /// @param given the parameters that are given
    default void addTo(PipelineSpec pipeline, Path folder, Map<String, String> given) {
      addTo(pipeline.name(), pipeline.root().inputs().parameters().keySet(), folder, given);
    }
  }

  /// What the doctor needs to know of a project.
  ///
  /// @param buckets reaches the store that pipelines use
  /// @param secret the name of the secret that holds the store's keys
  /// @param message the pipeline that fails on purpose, so that a message is sent to the webhook
  /// @param words what that says in its log
  public record Doctor(
      Buckets buckets, String secret, Pipeline<?, ?> message, TestMessage.Words words) {}

  /// Checks the name.
  ///
  /// @throws IllegalArgumentException if it is no command's name
  public Program {
    if (!name.matches("[a-z][a-z0-9-]*")) {
      throw new IllegalArgumentException("the program's name '" + name
          + "' is not one of lower-case letters, digits and dashes");
    }
    commands = List.copyOf(commands);
  }

  /// A program with the usual manual.
  public Program(String name, String call, Path home, String about, String version, String revision, String image,
      SortedMap<String, String> environment, List<ProgramCommand> commands,
      Supplier<SortedMap<String, String>> files, UnaryOperator<String[]> arguments, StoreOfRun store,
      Optional<Doctor> doctor, Preflight preflight) {
    this(name, call, home, about, version, revision, image, environment, commands, files, arguments, store, doctor,
        preflight, Manual.usual(), _ -> RunSummary.NONE);
  }

  /// A program whose runs look at nothing but their folders before they start.
  public Program(String name, String call, Path home, String about, String version, String revision, String image,
      SortedMap<String, String> environment, List<ProgramCommand> commands,
      Supplier<SortedMap<String, String>> files, UnaryOperator<String[]> arguments, StoreOfRun store,
      Optional<Doctor> doctor) {
    this(name, call, home, about, version, revision, image, environment, commands, files, arguments, store, doctor,
        Preflight.NONE);
  }

  /// A program of the steps and pipelines that are found, called by its name from its project's
  /// folder, with an image `NAME:latest`.
  public static Program named(String name, String about) {
    return new Program(name, name, Path.of("."), about, "0", NO_REVISION, name + ":latest",
        new TreeMap<>(), List.of(),
        TreeMap::new, UnaryOperator.identity(), (_, _, _, _) -> {}, Optional.empty());
  }

  /// The same program, of which a person writes this to call it.
  public Program calledAs(String other) {
    return new Program(name, other, home, about, version, revision, image, environment, commands, files,
        arguments, store, doctor, preflight, manual, summary);
  }

  /// The same program with the image that tasks run in, such as `registry.example/wine:1.0`.
  public Program image(String reference) {
    return new Program(name, call, home, about, version, revision, reference, environment, commands,
        files, arguments, store, doctor, preflight, manual, summary);
  }

  /// The same program, built as this version from this revision of its repository. Uploaded versions
  /// of pipelines are called by the revision.
  public Program built(String asVersion, String from) {
    return new Program(name, call, home, about, asVersion, from, image, environment, commands,
        files, arguments, store, doctor, preflight, manual, summary);
  }

  /// The same program, whose runs on this machine begin with looking at what they need.
  public Program looking(Preflight before) {
    return new Program(name, call, home, about, version, revision, image, environment, commands, files, arguments, store, doctor, before);
  }

  /// The same program with another manual.
  public Program manual(Manual other) {
    return new Program(name, call, home, about, version, revision, image, environment, commands, files, arguments,
        store, doctor, preflight, other, summary);
  }

  /// The same program, which tells more of runs on this machine.
  public Program summing(RunSummary.Maker maker) {
    return new Program(name, call, home, about, version, revision, image, environment, commands, files, arguments,
        store, doctor, preflight, manual, maker);
  }

  /// The image that tasks run in if no other one is named.
  public StepImage stepImage() {
    return stepImage(image);
  }

  /// An image that has this program.
  public StepImage stepImage(String reference) {
    return new StepImage(reference, name, environment);
  }

  /// Runs the command that the arguments name, in this process, and comes back.
  ///
  /// @return the exit code: 0, 1 if the work could not be done, 2 for wrong use
  public int execute(String... args) {
    return CommandTree.execute(CliContext.of(this, Streams.standard()), args);
  }
}
