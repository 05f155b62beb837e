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
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/// The launcher with this machine's engine and an image that holds a shell.
@EnabledIfEnvironmentVariable(named = RealEngineTest.IMAGE, matches = ".+", disabledReason =
    "left out: " + RealEngineTest.IMAGE + " names no image that podman or docker could run here")
class RealEngineTest {
  static final String IMAGE = "CARBONFLOW_TEST_IMAGE";
  @TempDir Path folder;
  private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private Path run;
  private Path task;

  @BeforeEach
  void aTasksFolder() throws Exception {
    run = folder.resolve("run");
    task = Files.createDirectories(run.resolve("steps/left"));
  }

  private List<Path> writable = List.of();

  private void launch(Map<Resources.Kind, String> limits, List<String> words, Object... parameters)
      throws Exception {
    var byName = new TreeMap<String, Object>();
    for (Object value : parameters) {
      byName.put("p" + byName.size(), value);
    }
    var settings = new ContainerLauncher.Settings(Optional.empty(), Optional.empty(),
        new Reach(Map.of(), false, Reach.texts(byName.values()), writable));
    var container = new ContainerSpec(System.getenv(IMAGE), words.subList(0, 1),
        words.subList(1, words.size()), new TreeMap<>(), new TreeMap<>(),
        new Resources(new TreeMap<>(limits)), Optional.empty());
    new ContainerLauncher(run, settings, System.getenv(), line -> { })
        .launch(new Job("left", container, byName, task), new Console() {
          @Override
          public void line(String text) {
            lines.add(text);
          }

          @Override
          public void progress(String what, int done, int total, String note) {
            throw new AssertionError("a container writes lines");
          }
        });
  }

  private void sh(String script, Object... parameters) throws Exception {
    launch(Map.of(), List.of("sh", "-c", script), parameters);
  }

  private List<String> said() {
    return List.copyOf(lines);
  }

  @Test
  void aTaskReadsItsInputsAndWritesToItsFolderAndToTmpAlone() throws Exception {
    Path input = Files.writeString(folder.resolve("in, put.txt"), "ab");
    Path other = Files.writeString(run.resolve("steps/right.txt"), "cd");
    sh("set -e; cat '" + input + "' " + other + " >" + task + "/out.txt; touch /tmp/here;"
        + " for file in /etc/x /x " + run + "/x '" + input + "'; do"
        + " if echo x >\"$file\"; then echo written: $file; fi; done 2>/dev/null",
        input.toString());
    assertEquals("abcd", Files.readString(task.resolve("out.txt")));
    assertEquals(List.of(), said());
    Files.delete(task.resolve("out.txt"));
  }

  @Test
  void aRelativePathIsFoundAndAFolderCanBeWrittenTo() throws Exception {
    Path store = Files.createDirectory(run.resolve("store"));
    String relative = Path.of("").toAbsolutePath().relativize(store).toString();
    writable = List.of(Path.of(relative)); // seen where it is named
    sh("cat pom.xml >" + relative + "/copy.xml", "pom.xml");
    assertEquals(Files.readString(Path.of("pom.xml")),
        Files.readString(store.resolve("copy.xml")));
  }

  @Test
  void itIsNobodySpecialAndHasNoNetwork() throws Exception {
    sh("id -u; grep CapEff /proc/self/status; grep NoNewPrivs /proc/self/status;"
        + " tail -n +3 /proc/net/dev | grep -v lo: | wc -l");
    assertFalse(said().getFirst().equals("0"));
    assertEquals(List.of("CapEff:\t0000000000000000", "NoNewPrivs:\t1", "0"),
        said().subList(1, 4));
  }

  @Test
  void aTaskOverItsMemoryLimitIsToldSo() {
    var e = assertThrows(Problem.class, () -> launch(
        Map.of(Resources.Kind.MEMORY_LIMIT, "64Mi"),
        List.of("dd", "if=/dev/zero", "of=/dev/null", "bs=300M", "count=1")));
    assertTrue(e.getMessage().contains(": was killed by the memory limit of 64Mi"),
        e.getMessage());
  }

  @Test
  void aCommandThatIsNotInTheImageIsReported() {
    var e = assertThrows(Problem.class, () -> launch(Map.of(), List.of("nosuch", "step")));
    assertTrue(e.getMessage().contains(": has no command 'nosuch'; "), e.getMessage());
  }

  @Test
  void anExitCodeOfTheCommandIsNotTakenForTheEngines() {
    for (int exit : List.of(1, 125, 126, 127)) {
      var e = assertThrows(Problem.class, () -> sh("echo no; exit " + exit));
      assertTrue(e.getMessage().contains(": ended with exit code " + exit + ": no; "),
          e.getMessage());
    }
  }

  @Test
  void anImageThatIsNowhereIsReported() throws Exception {
    Engine engine = Engine.find(System.getenv());
    var e = assertThrows(Problem.class,
        () -> engine.image("registry.invalid/gone:1", line -> { }));
    assertTrue(e.getMessage().startsWith("image registry.invalid/gone:1: is not on this machine"
        + " and cannot be pulled ("), e.getMessage());
  }

  @Test
  void anInterruptedTaskEndsItsContainer() throws Exception {
    Thread launching = Thread.ofPlatform().start(() -> assertThrows(InterruptedException.class,
        () -> sh("trap 'echo cleaned >" + task + "/cleaned; exit 1' TERM; echo started;"
            + " while :; do sleep 0.1; done")));
    assertEquals("started", lines.poll(60, TimeUnit.SECONDS));
    launching.interrupt();
    launching.join();
    assertEquals("cleaned\n", Files.readString(task.resolve("cleaned")));
    EngineProgram.Answer left = Engine.find(System.getenv()).program()
        .call("ps", "--all", "--filter", "name=carbonflow-left-", "--format", "{{.Names}}");
    assertEquals("", left.out());
  }
}
