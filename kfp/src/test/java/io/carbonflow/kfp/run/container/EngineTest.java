// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class EngineTest {
  @TempDir Path folder;
  private final List<String> said = new ArrayList<>();
  private HostEngine host;

  @BeforeEach
  void anEngine() throws Exception {
    host = new HostEngine(folder);
  }

  @Test
  void theFirstOnThePathIsTaken() throws Exception {
    Engine engine = Engine.find(host.environment());
    assertEquals(folder.resolve("podman"), engine.program().path());
    assertEquals(Engine.Kind.PODMAN, engine.kind());
    assertFalse(engine.rootless());
  }

  @Test
  void anotherOneCanBeNamedAndIsKnownByWhatItSays() throws Exception {
    Files.copy(folder.resolve("podman"), folder.resolve("other"));
    assertTrue(folder.resolve("other").toFile().setExecutable(true));
    host.answer("--version", "echo Docker version 28.0.0, build 1");
    host.answer("info", "echo '[name=seccomp,profile=builtin name=rootless name=cgroupns]'");
    Engine engine = Engine.find(host.with("CARBONFLOW_ENGINE", "other").environment());
    assertEquals(folder.resolve("other"), engine.program().path());
    assertEquals(Engine.Kind.DOCKER, engine.kind());
    assertTrue(engine.rootless());
  }

  @Test
  void noEngineAtAllSaysWhatToInstall() {
    var e = assertThrows(Problem.class, () -> Engine.find(Map.of("PATH", folder + "/calls")));
    assertEquals("--runner=container: there is neither podman nor docker on the path; install one"
        + " (Debian and Ubuntu: apt-get install podman) or use --runner=jvm", e.getMessage());
  }

  @Test
  void aNamedEngineThatIsNotThereIsRefused() {
    var e = assertThrows(Problem.class, () -> Engine.find(
        host.with("CARBONFLOW_ENGINE", "nerdctl").environment()));
    assertEquals("CARBONFLOW_ENGINE: there is no program 'nerdctl';"
        + " name podman, docker or a path, or unset it", e.getMessage());
  }

  @Test
  void anEngineThatDoesNotWorkHereSaysWhy() throws Exception {
    host.answer("info", "echo 'Error: cannot set up namespace' >&2; exit 125");
    var e = assertThrows(Problem.class, () -> Engine.find(host.environment()));
    assertEquals(folder.resolve("podman") + ": does not work here (Error: cannot set up namespace);"
        + " see what 'podman info' says, or use --runner=jvm", e.getMessage());
    host.answer("--version", "echo Docker version 28.0.0, build 1");
    assertTrue(assertThrows(Problem.class, () -> Engine.find(host.environment())).getMessage()
        .contains("start Docker's service"));
  }

  @Test
  void anEngineThatCannotBeStartedSaysSo() throws Exception {
    Files.writeString(folder.resolve("podman"), "#!/not/there\n");
    var e = assertThrows(Problem.class, () -> Engine.find(host.environment()));
    assertTrue(e.getMessage().startsWith(folder.resolve("podman") + ": cannot be started ("),
        e.getMessage());
  }

  @Test
  @Timeout(60)
  void anEngineThatDoesNotAnswerIsNotWaitedFor() throws Exception {
    host.with("CARBONFLOW_ENGINE_SECONDS", "1");
    for (String script : List.of("exec sleep 100", "sleep 100; true", "sleep 100 &")) {
      host.answer("info", script);
      var e = assertThrows(Problem.class, () -> Engine.find(host.environment()));
      assertEquals(folder.resolve("podman") + " info --format {{.Host.Security.Rootless}}: has not"
          + " answered for 1 seconds; see whether the engine's service hangs and restart it, give it"
          + " more time with CARBONFLOW_ENGINE_SECONDS, or use --runner=jvm", e.getMessage());
    }
  }

  @Test
  void aPullMayTakeLonger() throws Exception {
    Engine engine = Engine.find(host.with("CARBONFLOW_ENGINE_SECONDS", "2").environment());
    host.answer("pull", "sleep 3; echo remote/a:1=slow >>" + folder + "/images");
    assertEquals("slow", engine.image("remote/a:1", said::add));
  }

  @Test
  void anotherTimeToAnswerIsANumber() {
    var e = assertThrows(Problem.class, () -> Engine.find(
        host.with("CARBONFLOW_ENGINE_SECONDS", "1m").environment()));
    assertEquals("CARBONFLOW_ENGINE_SECONDS: '1m' is not a number of seconds; give a whole number from 1"
        + " to 999999, or unset it", e.getMessage());
  }

  @Test
  void anImageThatIsHereIsNotPulled() throws Exception {
    assertEquals("id-of-here", Engine.find(host.environment()).image("here", said::add));
    assertEquals(List.of(), host.calls("pull"));
    assertEquals(List.of(), said);
  }

  @Test
  void anotherOneIsPulledAndTheCallerIsReported() throws Exception {
    assertEquals("pulled-remote/a:1",
        Engine.find(host.environment()).image("remote/a:1", said::add));
    assertEquals(List.of(List.of("pull", "--quiet", "remote/a:1")), host.calls("pull"));
    assertEquals(List.of("pulling image remote/a:1"), said);
  }

  @Test
  void anImageThatCannotBeHadSaysWhy() throws Exception {
    Engine engine = Engine.find(host.environment());
    var e = assertThrows(Problem.class, () -> engine.image("gone/a:1", said::add));
    assertEquals("image gone/a:1: is not on this machine and cannot be pulled"
        + " (Error: initializing source gone/a:1: connection refused); correct its name, build it,"
        + " or log in to its registry; or use --runner=jvm", e.getMessage());
  }
}
