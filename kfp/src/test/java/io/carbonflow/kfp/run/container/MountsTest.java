// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.kfp.ir.ContainerSpec;
import io.carbonflow.kfp.ir.Resources;
import io.carbonflow.kfp.run.Job;
import io.carbonflow.kfp.step.About;
import io.carbonflow.kfp.step.Context;
import io.carbonflow.kfp.step.Declaration;
import io.carbonflow.kfp.step.PathUse;
import io.carbonflow.kfp.step.Step;
import io.carbonflow.kfp.step.Value;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MountsTest {
  @TempDir Path folder;
  private Path run;
  private Path task;
  private Path working;

  @BeforeEach
  void aRun() throws Exception {
    run = folder.resolve("runs/words");
    task = Files.createDirectories(run.resolve("steps/left"));
    working = Files.createDirectory(folder.resolve("working"));
  }

  /// What may be a task's, of a step of ours or of another program.
  private Job job(List<String> command, Map<String, Object> parameters) {
    return new Job("left", new ContainerSpec("here", command, List.of(), new TreeMap<>(),
        new TreeMap<>(), Resources.NONE, Optional.empty()), parameters, task);
  }

  /// A step of ours that says which of its inputs are paths.
  @About("Moves")
  private static final class Move implements Step<Move.In, Move.Out> {
    private record In(
        @About(value = "a table", path = PathUse.READ) Value<String> table,
        @About(value = "tables", path = PathUse.READ) Value<List<String>> tables,
        @About(value = "a store", path = PathUse.WRITTEN) Value<String> store,
        @About("where in the store") Value<String> subfolder) {}

    private record Out() {}

    @Override
    public void run(In in, Out out, Context context) {
      throw new AssertionError("is only looked at");
    }
  }

  private static final List<String> MOVE = List.of("ours", "move");
  private static final Map<List<String>, Declaration> PROGRAMS = Map.of(MOVE, Declaration.of(new Move()));

  private Mounts ours(boolean own, Set<String> named, Map<String, Object> parameters) throws Exception {
    return new Mounts(run, working).task(
        job(MOVE, parameters), new Reach(PROGRAMS, own, named, List.of()));
  }

  /// What a step of ours in a pipeline of ours sees beside the run's and the task's folder.
  private List<Mount> ours(String input, Object value) throws Exception {
    return more(ours(true, Set.of(), Map.of(input, value)));
  }

  /// What a program of others sees of parameters that the caller has given.
  private List<Mount> foreign(Object... given) throws Exception {
    return more(new Mounts(run, working).task(job(List.of("sh"), Map.of("p", List.of(given))),
        new Reach(PROGRAMS, false, Reach.texts(List.of(given)), List.of())));
  }

  private List<Mount> more(Mounts mounts) {
    return mounts.all().stream()
        .filter(mount -> !mount.source().equals(run) && !mount.source().equals(task)).toList();
  }

  @Test
  void aTaskSeesTheWholeRunAndWritesToItsOwnFolder() throws Exception {
    assertEquals(List.of(Mount.of(run, false), Mount.of(task, true)),
        new Mounts(run, working).task(job(List.of("sh"), Map.of()), Reach.NOTHING).all());
  }

  @Test
  void aFileThatAParameterNamesCanBeReadInItsPlace() throws Exception {
    Path file = Files.createFile(folder.resolve("a b.csv"));
    assertEquals(List.of(Mount.of(file, false)), foreign(file.toString()));
    assertEquals(List.of(Mount.of(file, false)), foreign(file.toUri().toString()));
    assertEquals(List.of(Mount.of(file, false)), foreign("x", Map.of("k", file.toString())));
    assertEquals(List.of(Mount.of(file, false)), ours("table", file.toString()));
    assertEquals(List.of(Mount.of(file, false)), ours("tables", List.of("x", file.toString())));
    assertEquals(List.of(Mount.of(file, false)), ours("store", file.toString()));
  }

  @Test
  void aRelativePathIsSeenFromAWorkingFolderOfTheContainersOwn() throws Exception {
    Path inner = Files.createFile(working.resolve("in.csv"));
    Path outer = Files.createFile(folder.resolve("out.csv"));
    assertEquals(
        List.of(
            new Mount(outer, Path.of("/caller" + outer), false),
            new Mount(inner, Path.of("/caller" + inner), false)),
        foreign("in.csv", "../out.csv"));
    Mounts mounts = ours(true, Set.of(), Map.of("table", "in.csv"));
    assertEquals(Path.of("/caller" + working), mounts.workingFolder());
    assertFalse(mounts.holdWorkingFolder());
    assertTrue(ours(true, Set.of(), Map.of("store", ".")).holdWorkingFolder());
  }

  @Test
  void aFolderCanBeWrittenToWhereAStepDeclaresItSo() throws Exception {
    Path store = Files.createDirectory(folder.resolve("store"));
    assertEquals(List.of(Mount.of(store, true)), ours("store", store.toString()));
    assertEquals(List.of(Mount.of(store, false)), ours("table", store.toString()));
    assertEquals(List.of(Mount.of(store, false)), foreign(store.toString()));
    assertEquals(List.of(Mount.of(store, true)), more(ours(true, Set.of(),
        Map.of("store", store.toString(), "table", store.toString()))));
  }

  @Test
  void whatIsNoPathNamesNothingWhateverLiesThere() throws Exception {
    Files.createDirectory(working.resolve("deploy"));
    Path home = Files.createDirectory(folder.resolve("home"));
    for (String text : List.of("deploy", home.toString())) {
      assertEquals(List.of(), ours("subfolder", text), text);
      assertEquals(List.of(), more(ours(false, Set.of(text), Map.of("subfolder", text))), text);
    }
    assertEquals(List.of(), foreign("deploy"));
  }

  @Test
  void whatAPipelineOfOthersNamesItselfIsNotShown() throws Exception {
    Path home = Files.createDirectory(folder.resolve("home"));
    String file = Files.createFile(home.resolve("key")).toString();
    Reach reach = new Reach(PROGRAMS, false, Set.of("other"), List.of());
    assertEquals(List.of(), more(new Mounts(run, working).task(
        job(List.of("sh"), Map.of("p", home.toString(), "q", file)), reach)));
    assertEquals(List.of(), more(ours(false, Set.of(), Map.of("store", home.toString(), "table", file))));
    assertEquals(List.of(Mount.of(home, true)), more(ours(false, Set.of(home.toString()),
        Map.of("store", home.toString(), "table", file))));
  }

  @Test
  void aFolderThatTheCallerLetsEveryTaskWriteToIsWritable() throws Exception {
    Path out = Files.createDirectory(working.resolve("out"));
    Reach reach = new Reach(PROGRAMS, false, Set.of("./out"), List.of(Path.of("out")));
    assertEquals(List.of(new Mount(out, Path.of("/caller" + out), true)), more(new Mounts(run, working)
        .task(job(List.of("sh"), Map.of("p", "./out")), reach)));
  }

  @Test
  void aFolderOfTheRunIsMadeByTheFirstTaskThatWritesToIt() throws Exception {
    Path store = run.resolve("store");
    assertEquals(List.of(), ours("table", store.toString()));
    assertFalse(Files.exists(store));
    assertEquals(List.of(Mount.of(store, true)), ours("store", store.toString()));
    assertTrue(Files.isDirectory(store));
    Path relative = Path.of("..").resolve(folder.relativize(store));
    assertEquals(List.of(new Mount(store, Path.of("/caller" + store), true)),
        ours("store", relative.toString()));
  }

  @Test
  void foldersThatTheContainerOwnsAreThoseOfTheRun() throws Exception {
    Path store = Files.createDirectory(folder.resolve("store"));
    assertEquals(List.of(task), ours(true, Set.of(), Map.of("store", store.toString())).own());
    Path own = run.resolve("store");
    assertEquals(List.of(task, own), ours(true, Set.of(), Map.of("store", own.toString())).own());
  }

  @Test
  void whatIsNotThereOrNamesNothingAddsNothing() throws Exception {
    List<Object> nothing = List.of("metered", "", "/", folder + "/gone.csv", "s3://b/k", "0", 5L,
        true, "\0", "ftp://x/y", "word " + "long".repeat(2000), run.toString());
    assertEquals(List.of(), foreign(nothing.toArray()));
    assertEquals(List.of(), ours("store", nothing));
    assertFalse(Files.exists(folder.resolve("gone.csv")));
    assertFalse(Files.exists(working.resolve("metered")));
  }

  @Test
  void aNameWithACommaIsQuotedForTheEngine() {
    assertEquals("--mount=type=bind,source=/a,target=/b,readonly",
        new Mount(Path.of("/a"), Path.of("/b"), false).option());
    assertEquals("--mount=type=bind,\"source=/a,\"\"1\"\"\",target=/b",
        new Mount(Path.of("/a,\"1\""), Path.of("/b"), true).option());
  }
}
