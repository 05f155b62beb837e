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

  private Mounts mounts(Object... parameters) throws Exception {
    Map<String, Object> byName = new TreeMap<>();
    for (Object value : parameters) {
      byName.put("p" + byName.size(), value);
    }
    return new Mounts(run, working).task(new Job("left",
        new ContainerSpec("here", List.of(), List.of(), new TreeMap<>(), new TreeMap<>(),
            Resources.NONE, Optional.empty()), byName,
        task));
  }

  /// What parameters add to the run's and the task's folder.
  private List<Mount> more(Object... parameters) throws Exception {
    return mounts(parameters).all().stream()
        .filter(mount -> !mount.source().equals(run) && !mount.source().equals(task)).toList();
  }

  @Test
  void aTaskSeesTheWholeRunAndWritesToItsOwnFolder() throws Exception {
    assertEquals(List.of(Mount.of(run, false), Mount.of(task, true)), mounts().all());
  }

  @Test
  void aFileThatAParameterNamesCanBeReadInItsPlace() throws Exception {
    Path file = Files.createFile(folder.resolve("a b.csv"));
    assertEquals(List.of(Mount.of(file, false)), more(file.toString()));
    assertEquals(List.of(Mount.of(file, false)), more(file.toUri().toString()));
    assertEquals(List.of(Mount.of(file, false)), more(List.of("x", Map.of("k", file.toString()))));
  }

  @Test
  void aRelativePathIsSeenFromAWorkingFolderOfTheContainersOwn() throws Exception {
    Path inner = Files.createFile(working.resolve("in.csv"));
    Path outer = Files.createFile(folder.resolve("out.csv"));
    assertEquals(
        List.of(
            new Mount(outer, Path.of("/caller" + outer), false),
            new Mount(inner, Path.of("/caller" + inner), false)),
        more("in.csv", "../out.csv"));
    assertEquals(Path.of("/caller" + working), mounts("in.csv").workingFolder());
    assertFalse(mounts("in.csv").holdWorkingFolder());
  }

  @Test
  void aFolderIsAPlaceForObjectsAndCanBeWrittenTo() throws Exception {
    Path store = Files.createDirectory(folder.resolve("store"));
    assertEquals(List.of(Mount.of(store, true)), more(store.toString()));
    assertTrue(mounts(".").holdWorkingFolder());
  }

  @Test
  void aFolderOfTheRunIsMadeByTheFirstTaskThatNamesIt() throws Exception {
    Path store = run.resolve("store");
    assertEquals(List.of(Mount.of(store, true)), more(store.toString()));
    assertTrue(Files.isDirectory(store));
    Path relative = Path.of("..").resolve(folder.relativize(store));
    assertEquals(List.of(new Mount(store, Path.of("/caller" + store), true)),
        more(relative.toString()));
  }

  @Test
  void foldersThatTheContainerOwnsAreThoseOfTheRun() throws Exception {
    Path store = Files.createDirectory(folder.resolve("store"));
    Path own = run.resolve("store");
    assertEquals(List.of(task, own), mounts(store.toString(), own.toString()).own());
  }

  @Test
  void whatIsNotThereOrNamesNothingAddsNothing() throws Exception {
    assertEquals(List.of(), more("metered", "", "/", folder + "/gone.csv", "s3://b/k", "0", 5L,
        true, "\0", "ftp://x/y", "word " + "long".repeat(2000), run.toString()));
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
