// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run.container;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.ir.ContainerSpec;
import io.carbonflow.kfp.ir.Resources;
import io.carbonflow.kfp.run.Job;

/// How a container ended that did not end well, as a message.
///
/// @param job what it was started for
/// @param image the reference of its image
/// @param exit its exit code, or that of the engine's program
/// @param lastLines the last lines that it wrote, or the engine
/// @param started whether its command was ever started
/// @param outOfMemory whether the engine says that it had no more memory
/// @param unseen what its parameters name that is there, and that it did not see
record ContainerFailure(Job job, String image, int exit, List<String> lastLines, boolean started,
    boolean outOfMemory, List<String> unseen) {
  private static final int KILLED = 137;
  private static final int NOT_EXECUTABLE = 126;
  private static final int NOT_FOUND = 127;

  /// How a container ended.
  static ContainerFailure of(
      Job job, String image, int exit, RunningContainer container, Mounts mounts)
      throws InterruptedException {
    EngineProgram.Answer state = container.inspect("{{.State.Status}} {{.State.OOMKilled}}");
    return new ContainerFailure(job, image, exit, container.lastLines(),
        state.ok() && state.out().matches("(?s)(exited|stopped).*"),
        state.out().contains("true"), paths(job).filter(ContainerFailure::isThere)
            .filter(text -> !mounts.show(text)).toList());
  }

  private static Stream<String> paths(Job job) {
    return PathLikeParameters.in(job.parameters().values()).filter(PathLikeParameters::looksLikePath);
  }

  private static boolean isThere(String text) {
    return PathLikeParameters.path(text).filter(Files::exists).isPresent();
  }

  /// The message.
  Problem problem() {
    Place place = Place.of("image " + image);
    Optional<String> limit = Optional.ofNullable(
        job.container().resources().amounts().get(Resources.Kind.MEMORY_LIMIT));
    if (limit.isPresent() && (outOfMemory || exit == KILLED)) {
      return new Problem(place, said("was killed by the memory limit of " + limit.get()),
          "raise the task's memory limit or give it less to do");
    }
    if (exit == KILLED || outOfMemory) {
      return new Problem(place, said("was killed (exit code " + exit + ")"),
          "if nobody has stopped it, this machine has too little memory");
    }
    return started ? failed(place) : notStarted(place);
  }

  private Problem failed(Place place) {
    List<String> gone = paths(job).filter(text -> !isThere(text)).toList();
    return new Problem(place, said("ended with exit code " + exit), "correct what it says"
        + (gone.isEmpty() ? "" : "; a container sees only what is there: "
            + String.join(", ", gone) + " is not")
        + (unseen.isEmpty() ? "" : "; a container sees only what you name: give "
            + String.join(", ", unseen) + " as a parameter if it should"));
  }

  private Problem notStarted(Place place) {
    String program = command(job.container()).findFirst().orElse("");
    return switch (exit) {
      case NOT_FOUND -> new Problem(place, "has no command '" + program + "'",
          "name an image that this pipeline was made for with --image");
      case NOT_EXECUTABLE -> new Problem(place, said("cannot execute '" + program + "'"),
          "name an image for this machine that this pipeline was made for with --image");
      default -> new Problem(place, said("cannot be run by the container engine"),
          "correct what it says or use --runner=jvm");
    };
  }

  /// A program of this toolkit says all in its last line; of others, more is shown.
  private String said(String what) {
    String name = command(job.container()).findFirst().orElse("");
    List<String> lines = !lastLines.isEmpty() && lastLines.getLast().startsWith(name + " ")
        ? List.of(lastLines.getLast()) : lastLines;
    return what + (lines.isEmpty() ? "" : ": " + String.join(" / ", lines));
  }

  private static Stream<String> command(ContainerSpec container) {
    return Stream.concat(container.command().stream(), container.args().stream());
  }
}
