// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run.container;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

class UserTest {
  @TempDir Path folder;

  private static List<String> options(Engine.Kind kind, boolean rootless, int user) {
    return user(kind, rootless, user).options();
  }

  private static User user(Engine.Kind kind, boolean rootless, int user) {
    return User.of(
        new Engine(new EngineProgram(Path.of("podman"), Map.of()), kind, rootless), user, 100);
  }

  @Test
  void aContainerRunsAsItsCaller() {
    assertEquals(List.of("--user=1000:100"), options(Engine.Kind.DOCKER, false, 1000));
    assertEquals(List.of("--user=1000:100"), options(Engine.Kind.PODMAN, false, 1000));
  }

  @Test
  void withoutRightsOfItsOwnAnEngineMapsTheCallerToItself() {
    assertEquals(List.of("--userns=keep-id", "--user=1000:100"),
        options(Engine.Kind.PODMAN, true, 1000));
    assertEquals(List.of("--user=0:0"), options(Engine.Kind.DOCKER, true, 1000));
  }

  @Test
  void forRootItIsSomebodyElse() {
    assertEquals(List.of("--user=65532:65532"), options(Engine.Kind.PODMAN, false, 0));
    assertEquals(List.of("--user=65532:65532"), options(Engine.Kind.DOCKER, false, 0));
  }

  static boolean isRoot() throws Exception {
    return Files.getAttribute(Files.createTempDirectory("owner"), "unix:uid").equals(0);
  }

  @Test
  @EnabledIf(value = "isRoot", disabledReason = "only root can hand files over")
  void whoThenOwnsTheFoldersItWritesTo() throws Exception {
    Path file = Files.createFile(Files.createDirectory(folder.resolve("task")).resolve("rows.csv"));
    user(Engine.Kind.PODMAN, false, 0).chown(List.of(folder.resolve("task")));
    assertEquals(65532, Files.getAttribute(file, "unix:uid"));
    assertEquals(65532, Files.getAttribute(file.getParent(), "unix:uid"));
    assertEquals(0, Files.getAttribute(folder, "unix:uid"));
  }
}
