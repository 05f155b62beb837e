// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.step.Value;
import io.carbonflow.store.S3Server;
import io.carbonflow.store.StoreUri;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Stores that are tried before anything is computed.
class StoreTrialTest {
  @TempDir Path folder;

  private static StoreInputs at(String store, String endpoint) {
    return new StoreInputs(Value.of(new BucketUri("")), Value.of(new KeyInput("")),
        Value.of(new Destination(store)), Value.of(endpoint));
  }

  private static String refused(String store, String endpoint) {
    return assertThrows(Problem.class, () -> StoreTrial.of(at(store, endpoint))).getMessage();
  }

  @Test
  void aFolderThatCanBeMadeIsNotMadeYet() {
    Path store = folder.resolve("runs/training/store");
    StoreTrial.of(at(store.toString(), ""));
    assertFalse(Files.exists(folder.resolve("runs")));
  }

  @Test
  void aFileInTheWayIsReported() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    Path store = file.resolve("store");
    assertEquals(file + ": is not a folder, so no model can be published to " + store
        + "; name another store, or change the folder's permissions", refused(store.toString(), ""));
    assertTrue(refused(file.toString(), "").startsWith(file + ": is not a folder"));
  }

  @Test
  void aFolderThatCannotBeWrittenIsReported() throws Exception {
    Path store = Files.createDirectory(folder.resolve("store"));
    assumeTrue(store.toFile().setWritable(false) && !Files.isWritable(store), "this user may write everywhere");
    assertTrue(refused(store.resolve("models").toString(), "").startsWith(store + ": cannot be written, so no model"));
  }

  @Test
  void aServerIsTriedOnceAProcessAndKeepsNothing() throws Exception {
    S3Server.useCredentials();
    StoreInputs at;
    try (S3Server server = S3Server.inMemory().bucket("models")) {
      at = at("s3://models/team", server.endpoint());
      StoreTrial.of(at);
    }
    StoreTrial.of(at); // nobody is asked any more
  }

  @Test
  void aServerThatRefusesIsReportedAndTriedAgain() throws Exception {
    S3Server.useCredentials();
    try (S3Server server = S3Server.inMemory().bucket("models")) {
      for (int i = 0; i < 2; i++) {
        String message = refused("s3://absent/team", server.endpoint());
        assertTrue(message.contains("there is no bucket \"absent\""), message);
      }
    }
  }

  @Test
  void aClockThatIsWrongIsReportedWithWhatToDo() {
    StoreUri root = StoreUri.parse("s3://models/team");
    StoreTrial.requireTime(root, Duration.ofMinutes(14));
    StoreTrial.requireTime(root, Duration.ofMinutes(-14));
    assertEquals("s3://models/team: its clock is 20 minutes behind this machine's; set the clock that is wrong, for"
        + " example with timedatectl set-ntp true",
        assertThrows(Problem.class, () -> StoreTrial.requireTime(root, Duration.ofMinutes(-20))).getMessage());
    assertTrue(assertThrows(Problem.class, () -> StoreTrial.requireTime(root, Duration.ofHours(2))).getMessage()
        .contains("120 minutes ahead of"));
  }
}
