// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.ir.ContainerSpec;
import io.carbonflow.kfp.ir.Resources;
import io.carbonflow.kfp.run.Job;
import io.carbonflow.kfp.step.Console;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The launcher with a program in place of the engine, which runs commands on this machine.
class ContainerLauncherTest {
  private static final ContainerLauncher.Settings AS_NEEDED =
      new ContainerLauncher.Settings(Optional.empty(), Optional.empty(), Reach.NOTHING);
  @TempDir Path folder;
  private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final Console console = new Console() {
    @Override
    public void line(String text) {
      lines.add(text);
    }

    @Override
    public void progress(String what, int done, int total, String note) {
      throw new AssertionError("a container writes lines");
    }
  };
  private HostEngine host;
  private Path run;
  private Path task;

  @BeforeEach
  void anEngine() throws Exception {
    host = new HostEngine(folder.resolve("bin"));
    run = folder.resolve("run");
    task = Files.createDirectories(run.resolve("steps/left"));
  }

  private static ContainerSpec container(Map<Resources.Kind, String> limits, String... words) {
    return new ContainerSpec("here", List.of(words).subList(0, 1),
        List.of(words).subList(1, words.length), new TreeMap<>(Map.of("GREETING", "hello")),
        new TreeMap<>(),
        new Resources(new TreeMap<>(limits)), Optional.empty());
  }

  private ContainerLauncher launcher(ContainerLauncher.Settings settings) throws Exception {
    return new ContainerLauncher(run, settings, host.environment(), line -> { });
  }

  private void launch(SortedMap<String, Object> parameters, ContainerSpec container)
      throws Exception {
    launch(AS_NEEDED, parameters, container);
  }

  private void launch(ContainerLauncher.Settings settings, SortedMap<String, Object> parameters,
      ContainerSpec container) throws Exception {
    launcher(settings).launch(new Job("left", container, parameters, task), console);
  }

  /// Settings of a caller who has given these texts as parameters.
  private static ContainerLauncher.Settings named(String... texts) {
    return new ContainerLauncher.Settings(Optional.empty(), Optional.empty(),
        new Reach(Map.of(), false, Set.of(texts), List.of()));
  }

  private void sh(String script, Object... parameters) throws Exception {
    sh(Map.of(), script, parameters);
  }

  private void sh(Map<Resources.Kind, String> limits, String script, Object... parameters)
      throws Exception {
    var byName = new TreeMap<String, Object>();
    for (Object value : parameters) {
      byName.put("p" + byName.size(), value);
    }
    launch(byName, container(limits, "sh", "-c", script));
  }

  private Problem fails(Map<Resources.Kind, String> limits, String script, Object... parameters) {
    return assertThrows(Problem.class, () -> sh(limits, script, parameters));
  }

  private List<String> options() throws Exception {
    List<String> call = host.calls("run").getLast();
    return call.subList(1, call.indexOf("id-of-here"));
  }

  @Test
  void aContainerHasNoMoreRightsThanAClusterWouldGiveIt() throws Exception {
    sh("true");
    assertTrue(options().containsAll(List.of("--pull=never", "--read-only", "--cap-drop=all",
        "--security-opt=no-new-privileges", "--network=none",
        "--tmpfs=/tmp:rw,exec,nosuid,nodev,mode=1777")), options().toString());
    assertTrue(options().stream().anyMatch(word -> word.matches("--user=[1-9]\\d*:\\d+")));
    assertTrue(options().contains("--mount=type=bind,source=" + run + ",target=" + run
        + ",readonly"));
    assertTrue(options().contains("--mount=type=bind,source=" + task + ",target=" + task));
  }

  @Test
  void theCommandStandsForTheImagesEntryPointAndItsWordsStayWhole() throws Exception {
    launch(new TreeMap<>(), container(Map.of(), "printf", "%s|", "a b", "--c=d", ""));
    assertEquals("a b|--c=d||", lines.take());
    List<String> call = host.calls("run").getLast();
    assertTrue(call.contains("--entrypoint=printf"));
    assertEquals(List.of("id-of-here", "%s|", "a b", "--c=d", ""),
        call.subList(call.indexOf("id-of-here"), call.size()));
  }

  @Test
  void whatItWritesArrivesLineByLineAsItComes() throws Exception {
    Path go = folder.resolve("go");
    Thread launching = Thread.ofPlatform().start(() -> assertNothing(() -> sh("echo first; "
        + "while [ ! -e " + go + " ]; do sleep 0.05; done; echo second >&2; echo \"$GREETING\"")));
    assertEquals("first", lines.poll(20, TimeUnit.SECONDS));
    Files.createFile(go);
    launching.join();
    assertEquals(List.of("hello", "second"), lines.stream().sorted().toList());
  }

  private static void assertNothing(org.junit.jupiter.api.function.Executable work) {
    org.junit.jupiter.api.Assertions.assertDoesNotThrow(work);
  }

  @Test
  void limitsAreTheEnginesInPlainNumbers() throws Exception {
    sh(Map.of(Resources.Kind.MEMORY_LIMIT, "1Gi", Resources.Kind.CPU_LIMIT, "500m",
        Resources.Kind.MEMORY_REQUEST, "5Gi"), "true");
    assertTrue(options().containsAll(
        List.of("--memory=1073741824", "--memory-swap=1073741824", "--cpus=0.500")));
    sh("true");
    assertFalse(options().stream().anyMatch(word -> word.matches("--(memory|cpus).*")));
  }

  @Test
  void aLimitOfMoreCoresThanThereAreIsNone() throws Exception {
    int cores = Runtime.getRuntime().availableProcessors();
    sh(Map.of(Resources.Kind.CPU_LIMIT, Integer.toString(cores + 1)), "true");
    assertFalse(options().stream().anyMatch(word -> word.startsWith("--cpus")));
    sh(Map.of(Resources.Kind.CPU_LIMIT, Integer.toString(cores)), "true");
    assertTrue(options().contains("--cpus=" + cores));
  }

  @Test
  void aTaskInALoopHasANameThatAnEngineTakes() throws Exception {
    launcher(AS_NEEDED).launch(new Job("all rounds/2/left", container(Map.of(), "true"),
        new TreeMap<>(), task), console);
    String name = host.calls("run").getLast().get(1);
    assertTrue(name.matches("--name=carbonflow-all-rounds-2-left-[0-9a-f-]{36}"), name);
  }

  @Test
  void credentialsAreHandedOnByNameAndOnlyToATaskThatReachesSomething() throws Exception {
    Path certificates = Files.createFile(folder.resolve("ca.pem"));
    host.with("AWS_SECRET_ACCESS_KEY", "hush/hush").with("AWS_CA_BUNDLE", certificates.toString())
        .with("OTHER_SECRET", "quiet");
    launch(named("s3://bucket/key"), new TreeMap<>(Map.of("p", "s3://bucket/key")),
        container(Map.of(), "sh", "-c", "echo $AWS_SECRET_ACCESS_KEY"));
    assertEquals("hush/hush", lines.take());
    assertTrue(options().containsAll(List.of("--env=AWS_SECRET_ACCESS_KEY", "--env=AWS_CA_BUNDLE",
        "--mount=type=bind,source=" + certificates + ",target=" + certificates + ",readonly")));
    assertFalse(options().stream().anyMatch(word -> word.startsWith("--network")));
    sh("true", "metered");
    assertFalse(options().contains("--env=AWS_SECRET_ACCESS_KEY"));
    sh("true", "s3://of-the-pipeline/key");
    assertFalse(options().stream().anyMatch(word -> word.startsWith("--network")));
    assertFalse(options().contains("--env=AWS_SECRET_ACCESS_KEY"));
    assertFalse(host.everything().contains("hush"));
    assertFalse(host.everything().contains("OTHER_SECRET"));
  }

  @Test
  void aNetworkAndAnImageThatTheCallerNamesWin() throws Exception {
    host.image("mine", "id-of-mine");
    var settings = new ContainerLauncher.Settings(
        Optional.of("mine"), Optional.of("lab"), Reach.NOTHING);
    ContainerLauncher launcher = launcher(settings);
    launcher.launch(new Job("left", container(Map.of(), "true"), new TreeMap<>(), task), console);
    List<String> call = host.calls("run").getLast();
    assertTrue(call.contains("--network=lab"));
    assertTrue(call.contains("id-of-mine"));
    assertEquals("id-of-mine", launcher.version(container(Map.of(), "true")));
  }

  @Test
  void aFailureShowsImageExitCodeAndTheLastLines() {
    assertEquals("image here: ended with exit code 3: two / three / four; correct what it says",
        fails(Map.of(), "echo one; echo two; echo three; echo; echo four; exit 3").getMessage());
  }

  @Test
  void aStepsOwnMessageIsShownAlone() {
    assertEquals("image here: ended with exit code 1: sh clean: x.csv: is empty; fill it;"
        + " correct what it says",
        fails(Map.of(), "echo read x.csv; echo 'sh clean: x.csv: is empty; fill it'; exit 1")
            .getMessage());
  }

  @Test
  void aPathThatIsNotThereIsNamed() {
    assertTrue(fails(Map.of(), "exit 1", "/gone/2015.csv", "metered", "s3://b/k").getMessage()
        .endsWith("; correct what it says; a container sees only what is there:"
            + " /gone/2015.csv is not"));
  }

  @Test
  void aPathThatIsThereButNotShownIsNamed() throws Exception {
    String table = Files.createFile(folder.resolve("table.csv")).toString();
    assertEquals("image here: ended with exit code 1; correct what it says; a container sees only what"
        + " you name: give " + table + " as a parameter if it should",
        fails(Map.of(), "exit 1", table).getMessage());
    var container = container(Map.of(), "sh", "-c", "exit 1");
    assertEquals("image here: ended with exit code 1; correct what it says",
        assertThrows(Problem.class, () -> launch(
            named(table), new TreeMap<>(Map.of("p", table)), container)).getMessage());
    assertTrue(options().contains("--mount=type=bind,source=" + table + ",target=" + table
        + ",readonly"));
  }

  @Test
  void aTaskThatTheMemoryLimitKilledSaysSoAndTheLimit() throws Exception {
    var limit = Map.of(Resources.Kind.MEMORY_LIMIT, "64Mi");
    assertEquals("image here: was killed by the memory limit of 64Mi: working;"
        + " raise the task's memory limit or give it less to do",
        fails(limit, "echo working; kill -9 $$").getMessage());
    host.answer("container", "echo exited true");
    assertTrue(fails(limit, "exit 1").getMessage()
        .startsWith("image here: was killed by the memory limit of 64Mi; "));
  }

  @Test
  void aTaskThatWasKilledWithoutALimitSaysSo() {
    assertEquals("image here: was killed (exit code 137);"
        + " if nobody has stopped it, this machine has too little memory",
        fails(Map.of(), "kill -9 $$").getMessage());
  }

  @Test
  void aCommandThatTheImageDoesNotHaveIsNamed() throws Exception {
    host.answer("run", "echo 'Error: executable file not found in $PATH' >&2; exit 127");
    host.answer("container", "echo created false");
    assertEquals("image here: has no command 'sh';"
        + " name an image that this pipeline was made for with --image",
        fails(Map.of(), "true").getMessage());
    host.answer("run", "echo 'Error: exec format error' >&2; exit 126");
    assertTrue(fails(Map.of(), "true").getMessage().startsWith(
        "image here: cannot execute 'sh': Error: exec format error; name an image for"));
  }

  @Test
  void aContainerThatTheEngineCannotRunShowsWhatItSays() throws Exception {
    host.answer("run", "echo 'Error: network lab not found' >&2; exit 125");
    host.answer("container", "exit 125");
    assertEquals("image here: cannot be run by the container engine: Error: network lab not found;"
        + " correct what it says or use --runner=jvm", fails(Map.of(), "true").getMessage());
  }

  @Test
  void whateverHappensTheContainerIsRemoved() throws Exception {
    sh("true");
    fails(Map.of(), "exit 1");
    List<String> names = host.calls("run").stream().map(call -> call.get(1).substring(7)).toList();
    assertEquals(2, names.stream().distinct().count());
    assertEquals(names.stream().map(name -> List.of("rm", "--force", name)).toList(),
        host.calls("rm"));
    assertEquals(List.of(), host.calls("stop"));
  }

  @Test
  @Timeout(60)
  void anEngineThatHangsAtTheEndIsNotWaitedForAndSaysWhatMayBeLeft() throws Exception {
    host.with("CARBONFLOW_ENGINE_SECONDS", "1");
    host.answer("rm", "exec sleep 100");
    sh("echo done");
    assertEquals("done", lines.take());
    String name = host.calls("run").getLast().get(1).substring(7);
    assertEquals("the container engine does not answer: see whether container " + name + " is left,"
        + " and remove it with '" + folder.resolve("bin/podman") + " rm --force " + name + "'",
        lines.take());
  }

  @Test
  @Timeout(60)
  void anInterruptedTaskEndsThoughTheEngineHangs() throws Exception {
    host.with("CARBONFLOW_ENGINE_SECONDS", "1");
    host.answer("run", "trap '' TERM; echo started; while :; do sleep 0.1; done");
    host.answer("stop", "exec sleep 100");
    var ended = new LinkedBlockingQueue<Exception>();
    Thread launching = Thread.ofPlatform().start(() -> {
      try {
        sh("true");
      } catch (Exception e) {
        ended.add(e);
      }
    });
    assertEquals("started", lines.poll(20, TimeUnit.SECONDS));
    launching.interrupt();
    launching.join();
    assertEquals(InterruptedException.class, ended.take().getClass());
    assertTrue(lines.take().startsWith("the container engine does not answer"));
  }

  @Test
  void anInterruptedTaskStopsItsContainer() throws Exception {
    host.answer("stop", "kill $(cat " + folder + "/pid)");
    var interrupted = new LinkedBlockingQueue<Exception>();
    Thread launching = Thread.ofPlatform().start(() -> {
      try {
        sh("echo $$ >" + folder + "/pid; echo started; exec sleep 60");
      } catch (Exception e) {
        interrupted.add(e);
      }
    });
    assertEquals("started", lines.poll(20, TimeUnit.SECONDS));
    launching.interrupt();
    launching.join();
    assertEquals(InterruptedException.class, interrupted.take().getClass());
    assertEquals(1, host.calls("stop").size());
    assertEquals(1, host.calls("rm").size());
  }
}
