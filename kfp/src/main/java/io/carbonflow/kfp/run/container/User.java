// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run.container;

import module java.base;

/// Who a container's program is: the caller, so that what it writes is the caller's, but never
/// root of this machine.
///
/// @param options what the engine is given
/// @param stranger whether it is somebody else than the caller
record User(List<String> options, boolean stranger) {
  /// The number that images without any system use for a user who is nobody else.
  private static final int NOBODY = 65532;

  /// The user for the containers of an engine.
  ///
  /// @param user the number of the caller
  /// @param group the number of the caller's group
  static User of(Engine engine, int user, int group) {
    String caller = "--user=" + user + ":" + group;
    if (user == 0) {
      return new User(List.of("--user=" + NOBODY + ":" + NOBODY), true);
    }
    if (!engine.rootless()) {
      return new User(List.of(caller), false);
    }
    return new User(switch (engine.kind()) {
      case PODMAN -> List.of("--userns=keep-id", caller);
      // Without rights of its own, docker's service makes the caller the container's root; every
      // other number is somebody who may not write to the caller's folders.
      case DOCKER -> List.of("--user=0:0");
    }, false);
  }

  /// The user for the one who runs this program.
  static User of(Engine engine) throws InterruptedException {
    return of(engine, id(engine, "-u"), id(engine, "-g"));
  }

  private static int id(Engine engine, String option) throws InterruptedException {
    EngineProgram id = new EngineProgram(Path.of("id"), engine.program().environment());
    return Integer.parseInt(id.call(option).out().strip());
  }

  /// Hands folders over to the user, if it is a stranger to them. The caller is root then, and may
  /// read and delete them still.
  void chown(List<Path> folders) throws IOException {
    if (!stranger) {
      return;
    }
    for (Path folder : folders) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path file : (Iterable<Path>) all::iterator) {
          Files.setAttribute(file, "unix:uid", NOBODY, LinkOption.NOFOLLOW_LINKS);
        }
      }
    }
  }
}
