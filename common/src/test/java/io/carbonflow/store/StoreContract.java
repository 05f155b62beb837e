// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every store does, wherever it keeps its objects.
abstract class StoreContract {
  @TempDir Path temp;
  private Store store;

  /// A fresh, empty place to keep objects.
  abstract Store open() throws Exception;

  @BeforeEach
  void openStore() throws Exception {
    store = open();
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] noise(int length) {
    byte[] content = new byte[length];
    new Random(7).nextBytes(content);
    return content;
  }

  private byte[] content(String key) throws IOException {
    try (InputStream in = store.read(key)) {
      return in.readAllBytes();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3_000_000})
  void whatIsWrittenIsRead(int length) throws IOException {
    store.write("plots/r2.png", noise(length));
    assertArrayEquals(noise(length), content("plots/r2.png"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b.csv", "größe+100%.csv", "a?b#c&d=e.csv", "tief/er/liegend.csv",
      "~x'(1)*!.csv", "https:x@y.csv", ".hidden"})
  void aKeyMayHoldSpacesAccentsAndSigns(String key) throws IOException {
    store.write(key, bytes(key));
    assertArrayEquals(bytes(key), content(key));
    assertEquals(List.of(new Store.Entry(key, bytes(key).length)), store.list(""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/a", "a/", "a//b", "../a", "a/../b", ".", "a\\b", "a\nb", ".a.part"})
  void whatIsNotAKeyIsRefused(String key) {
    assertThrows(Problem.class, () -> store.read(key));
    assertThrows(Problem.class, () -> store.write(key, bytes("x")));
    assertThrows(Problem.class, () -> store.exists(key));
  }

  @Test
  void aFileIsWrittenAndCopiedBackWithItsFolders() throws IOException {
    Path file = Files.write(temp.resolve("in.bin"), noise(100_000));
    store.write("in.bin", file);
    store.copy("in.bin", temp.resolve("new/folder/out.bin"));
    assertEquals(-1, Files.mismatch(file, temp.resolve("new/folder/out.bin")));
  }

  @Test
  void writingTheSameAgainIsASuccess() throws IOException {
    store.write("a.txt", bytes("same"));
    store.write("a.txt", bytes("same"));
    assertArrayEquals(bytes("same"), content("a.txt"));
  }

  @Test
  void aLaterWriteReplacesAnEarlierOne() throws IOException {
    store.write("a.txt", bytes("a longer first content"));
    store.write("a.txt", bytes("second"));
    assertArrayEquals(bytes("second"), content("a.txt"));
  }

  @Test
  void anObjectExistsOnceItIsWritten() {
    assertFalse(store.exists("some/a.txt"));
    store.write("some/a.txt", bytes("x"));
    assertTrue(store.exists("some/a.txt"));
    assertFalse(store.exists("some"));
    assertFalse(store.exists("some/a"));
  }

  @Test
  void aListingIsOrderedAndOfOneFolder() {
    for (String key : List.of("b.txt", "plots/z.png", "plots/a/deep.png", "plots-2/x.png",
        "a.txt")) {
      store.write(key, bytes(key));
    }
    assertEquals(
        List.of("a.txt", "b.txt", "plots-2/x.png", "plots/a/deep.png", "plots/z.png"), keys(""));
    assertEquals(List.of("plots/a/deep.png", "plots/z.png"), keys("plots"));
    assertEquals(List.of(), keys("none"));
  }

  @Test
  void aFolderHasWhatLiesInItAndNotWhatLiesBelow() {
    for (String key : List.of("in/b.csv", "in/a.csv", "in/z/deep.csv", "in/c/d/deeper.csv", "in-2/x.csv")) {
      store.write(key, bytes(key));
    }
    assertEquals(new Store.Folder(List.of(new Store.Entry("a.csv", 8), new Store.Entry("b.csv", 8)), List.of("c", "z")),
        store.folder("in", 4));
    assertEquals(List.of("in", "in-2"), store.folder("", 10).folders());
    assertEquals(new Store.Folder(List.of(), List.of()), store.folder("none", 1));
    assertEquals(store.root().resolve("in") + ": has more than 3 files and folders in it",
        assertThrows(Problem.class, () -> store.folder("in", 3)).getMessage().split(";")[0]);
  }

  @Test
  void aMissingObjectIsNamed() {
    var problem = assertThrows(Problem.class, () -> store.read("none.csv"));
    assertEquals(store.root().resolve("none.csv") + ": does not exist",
        problem.getMessage().split(";")[0]);
  }

  @Test
  void aMissingObjectIsNotCopiedToAnything() {
    assertThrows(Problem.class, () -> store.copy("none.csv", temp.resolve("copy.csv")));
    assertFalse(Files.exists(temp.resolve("copy.csv")));
  }

  @Test
  void aMissingSourceIsNamed() {
    Path missing = temp.resolve("missing.bin");
    var problem = assertThrows(Problem.class, () -> store.write("a.bin", missing));
    assertTrue(problem.getMessage().startsWith(missing + ": does not exist"), problem.getMessage());
    assertFalse(store.exists("a.bin"));
  }

  @Test
  void aFolderIsNoSource() {
    var problem = assertThrows(Problem.class, () -> store.write("a.bin", temp));
    assertEquals(temp + ": is a folder, not a file; name a file in it", problem.getMessage());
  }

  @Test
  void aReaderNeverSeesHalfOfAWrite() throws Exception {
    byte[] first = noise(200_000);
    byte[] second = new byte[150_000];
    store.write("a.bin", first);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> writer = threads.submit(() -> IntStream.range(0, 20).forEach(
          i -> store.write("a.bin", i % 2 == 0 ? second : first)));
      int whole = 0;
      while (!writer.isDone()) {
        whole += isWhole("a.bin", first, second) ? 1 : 0;
      }
      writer.get();
      assertTrue(whole > 0, "nothing was read");
    }
  }

  /// Whether an object was read, which is then one of two contents. The S3 server of the tests, other
  /// than S3, may answer with the metadata of one write and the content of the next; that the store
  /// has to refuse.
  private boolean isWhole(String key, byte[] first, byte[] second) throws IOException {
    try {
      byte[] content = content(key);
      assertTrue(Arrays.equals(content, first) || Arrays.equals(content, second),
          "read " + content.length + " bytes");
      return true;
    } catch (Problem e) {
      assertTrue(e.getMessage().contains("but was written with"), e.getMessage());
      return false;
    }
  }

  @Test
  void aPointerIsMadeOnlyOnce() {
    assertEquals(Optional.empty(), store.versioned("LATEST"));
    assertTrue(store.replace("LATEST", Optional.empty(), bytes("one")));
    assertFalse(store.replace("LATEST", Optional.empty(), bytes("two")));
    assertArrayEquals(bytes("one"), store.versioned("LATEST").orElseThrow().content());
  }

  @Test
  void aPointerMovesOnlyFromWhatWasRead() {
    store.write("LATEST", bytes("one"));
    var seen = store.versioned("LATEST").map(Store.Versioned::version);
    assertTrue(store.replace("LATEST", seen, bytes("two")));
    assertFalse(store.replace("LATEST", seen, bytes("three")));
    assertArrayEquals(bytes("two"), store.versioned("LATEST").orElseThrow().content());
  }

  @Test
  void aVersionIsOfTheContentAndNotOfTheWrite() {
    store.write("LATEST", bytes("one"));
    var seen = store.versioned("LATEST").map(Store.Versioned::version);
    store.write("LATEST", bytes("two"));
    store.write("LATEST", bytes("one"));
    assertEquals(seen, store.versioned("LATEST").map(Store.Versioned::version));
    assertTrue(store.replace("LATEST", seen, bytes("three")));
  }

  @Test
  void aPointerThatIsGoneDoesNotMove() {
    store.write("other", bytes("one"));
    var seen = store.versioned("other").map(Store.Versioned::version);
    assertFalse(store.replace("LATEST", seen, bytes("two")));
    assertFalse(store.exists("LATEST"));
  }

  @Test
  void movingAPointerToWhereItIsIsASuccess() {
    assertTrue(store.replace("LATEST", Optional.empty(), bytes("one")));
    assertTrue(store.replace("LATEST", Optional.empty(), bytes("one")));
    assertEquals(List.of("LATEST"), keys(""));
  }

  @Test
  void ofManyWhoMoveAPointerAtOnceOneSucceeds() throws Exception {
    List<Future<Boolean>> moves = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        byte[] content = bytes("writer " + i);
        moves.add(threads.submit(() -> store.replace("LATEST", Optional.empty(), content)));
      }
    }
    int moved = 0;
    for (Future<Boolean> move : moves) {
      moved += move.get() ? 1 : 0;
    }
    assertEquals(1, moved);
  }

  @Test
  void whatIsDeletedIsGoneAndMayBeWrittenAgain() throws IOException {
    store.write("old/a.txt", bytes("x"));
    store.write("old/b.txt", bytes("y"));
    store.delete("old/a.txt");
    assertFalse(store.exists("old/a.txt"));
    assertEquals(List.of("old/b.txt"), keys(""));
    store.delete("old/b.txt");
    assertEquals(List.of(), keys(""));
    store.write("old/a.txt", bytes("again"));
    assertArrayEquals(bytes("again"), content("old/a.txt"));
  }

  @Test
  void whatDoesNotExistIsDeletedAlready() {
    store.delete("none.txt");
    store.delete("none/none.txt");
    assertEquals(List.of(), keys(""));
  }

  private List<String> keys(String folder) {
    return store.list(folder).stream().map(Store.Entry::key).toList();
  }
}
