// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run.container;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;

/// A container engine of this machine that has been seen to work.
///
/// @param program its command line program
/// @param kind which of the two it is, under whatever name
/// @param rootless whether it has no more rights than the one who calls it
record Engine(EngineProgram program, Kind kind, boolean rootless) {
  private static final String VARIABLE = "CARBONFLOW_ENGINE";
  /// An image may be large and a line slow.
  private static final Duration LONGEST_PULL = Duration.ofDays(1);

  /// The engines that are known.
  enum Kind {
    /// https://podman.io
    PODMAN("{{.Host.Security.Rootless}}", "true", "see what 'podman info' says"),
    /// https://docs.docker.com/engine
    DOCKER("{{.SecurityOptions}}", "rootless",
        "start Docker's service and see what 'docker info' says");

    private final String question;
    private final String rootless;
    private final String remedy;

    Kind(String question, String rootless, String remedy) {
      this.question = question;
      this.rootless = rootless;
      this.remedy = remedy;
    }
  }

  /// The engine that `CARBONFLOW_ENGINE` names, else the first on the path of podman and docker.
  ///
  /// @param environment the variables, as of [System#getenv()]
  /// @throws Problem if there is none, or it does not work here or does not answer
  static Engine find(Map<String, String> environment) throws InterruptedException {
    EngineProgram program = new EngineProgram(program(environment), environment);
    // A program called docker may be podman, so it is asked.
    Kind kind = program.call("--version").out().contains("podman") ? Kind.PODMAN : Kind.DOCKER;
    EngineProgram.Answer info = program.call("info", "--format", kind.question);
    if (!info.ok()) {
      throw new Problem(Place.of(program.path()), "does not work here (" + info.lastLine() + ")",
          kind.remedy + ", or use --runner=jvm");
    }
    return new Engine(program, kind, info.out().contains(kind.rootless));
  }

  private static Path program(Map<String, String> environment) {
    String named = environment.getOrDefault(VARIABLE, "");
    return (named.isBlank() ? Stream.of("podman", "docker") : Stream.of(named))
        .flatMap(name -> onPath(name, environment))
        .findFirst().orElseThrow(() -> named.isBlank()
            ? new Problem(Place.of("--runner=container"),
                "there is neither podman nor docker on the path",
                "install one (Debian and Ubuntu: apt-get install podman) or use --runner=jvm")
            : new Problem(Place.of(VARIABLE), "there is no program '" + named + "'",
                "name podman, docker or a path, or unset it"));
  }

  private static Stream<Path> onPath(String name, Map<String, String> environment) {
    Stream<Path> candidates = name.contains(File.separator) ? Stream.of(Path.of(name))
        : Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
            .filter(folder -> !folder.isEmpty()).map(folder -> Path.of(folder, name));
    return candidates.filter(file -> Files.isRegularFile(file) && Files.isExecutable(file));
  }

  /// The id of an image, which is another one as soon as the image is. One that is not on this
  /// machine is pulled.
  ///
  /// @param say takes a line before that
  /// @throws Problem if it cannot be had
  String image(String reference, Consumer<String> say) throws InterruptedException {
    EngineProgram.Answer here = inspect(reference);
    if (here.ok()) {
      return here.out().strip();
    }
    say.accept("pulling image " + reference);
    EngineProgram.Answer pulled = program.call(LONGEST_PULL, "pull", "--quiet", reference);
    EngineProgram.Answer now = pulled.ok() ? inspect(reference) : pulled;
    if (!now.ok()) {
      throw new Problem(Place.of("image " + reference),
          "is not on this machine and cannot be pulled (" + now.lastLine() + ")",
          "correct its name, build it, or log in to its registry; or use --runner=jvm");
    }
    return now.out().strip();
  }

  private EngineProgram.Answer inspect(String reference) throws InterruptedException {
    return program.call("image", "inspect", "--format", "{{.Id}}", reference);
  }
}
