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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

class S3StoreTest extends StoreContract {
  private static final S3Uri ROOT = new S3Uri("models", "team/seattle");
  @RegisterExtension static final S3Bucket BUCKET = new S3Bucket("models");

  @Override
  Store open() {
    return Store.open(BUCKET.folder(), BUCKET.options());
  }

  private static Store through(CutProxy proxy) {
    return Store.open(ROOT, StoreOptions.of(Map.of()).withEndpoint(proxy.endpoint()));
  }

  @Test
  void theMetadataHasTheHashAndTheKindOfContent() {
    try (Store store = Store.open(ROOT, BUCKET.options()); S3Client client = client()) {
      store.write("report.html", bytes("abc"));
      var head = client.headObject(o -> o.bucket("models").key("team/seattle/report.html"));
      assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
          head.metadata().get("sha256"));
      assertEquals("text/html", head.contentType());
    }
  }

  @Test
  void contentThatDiffersFromItsHashIsRefused() {
    try (Store store = Store.open(ROOT, BUCKET.options()); S3Client client = client()) {
      client.putObject(PutObjectRequest.builder().bucket("models").key("team/seattle/bad")
          .metadata(Map.of("sha256", "0".repeat(64))).build(), RequestBody.fromString("abc"));
      Path copy = temp.resolve("copy");
      var problem = assertThrows(Problem.class, () -> store.copy("bad", copy));
      assertTrue(problem.getMessage().startsWith(
          "s3://models/team/seattle/bad: the content has SHA-256 ba78"), problem.getMessage());
      assertFalse(Files.exists(copy));
    }
  }

  @Test
  void anObjectThatOthersWroteIsReadWithoutAHash() throws Exception {
    try (Store store = Store.open(ROOT, BUCKET.options()); S3Client client = client()) {
      client.putObject(PutObjectRequest.builder().bucket("models").key("team/seattle/theirs")
          .build(), RequestBody.fromString("abc"));
      assertArrayEquals(bytes("abc"), store.read("theirs").readAllBytes());
    }
  }

  @Test
  void aMarkerOfAFolderIsNotListed() {
    try (Store store = open(); S3Client client = client()) {
      String prefix = ((S3Uri) store.root()).key() + "/plots/";
      client.putObject(PutObjectRequest.builder().bucket("models").key(prefix).build(),
          RequestBody.empty());
      assertEquals(List.of(), store.list(""));
    }
  }

  @Test
  void aListingHasAsManyPagesAsItNeeds() {
    var problems = new S3Problem(Optional.empty(), Optional.empty());
    try (Store store = new S3Store(ROOT.resolve("pages"), client(), problems, 2)) {
      List<String> keys = List.of("a", "b", "c/d", "e", "f");
      keys.forEach(key -> store.write(key, bytes(key)));
      assertEquals(keys, store.list("").stream().map(Store.Entry::key).toList());
      assertEquals(List.of("a", "b", "e", "f"), store.folder("", 5).objects().stream().map(Store.Entry::key).toList());
      assertEquals(List.of("c"), store.folder("", 5).folders());
    }
  }

  @Test
  void aWholeBucketIsAStore() {
    try (Store store = Store.open(StoreUri.parse("s3://models"), BUCKET.options())) {
      store.write("top.txt", bytes("x"));
      assertTrue(store.list("").contains(new Store.Entry("top.txt", 1)));
    }
  }

  @Test
  void anUploadThatIsCutTwiceSucceeds() throws Exception {
    try (var proxy = CutProxy.ofUploads(BUCKET.port(), 100_000, 2);
        Store store = through(proxy); Store direct = Store.open(ROOT, BUCKET.options())) {
      store.write("cut-twice.bin", noise(500_000));
      assertEquals(2, proxy.cutsMade());
      assertArrayEquals(noise(500_000), direct.read("cut-twice.bin").readAllBytes());
    }
  }

  @Test
  void anUploadThatIsAlwaysCutLeavesWhatWasThere() throws Exception {
    Path file = Files.write(temp.resolve("new.bin"), noise(500_000));
    try (var proxy = CutProxy.ofUploads(BUCKET.port(), 100_000, Integer.MAX_VALUE);
        Store store = through(proxy); Store direct = Store.open(ROOT, BUCKET.options())) {
      direct.write("kept.bin", bytes("old"));
      var problem = assertThrows(Problem.class, () -> store.write("kept.bin", file));
      assertTrue(problem.getMessage().startsWith("s3://models/team/seattle/kept.bin: the "
          + "connection to the endpoint " + proxy.endpoint() + " was cut"), problem.getMessage());
      assertThrows(Problem.class, () -> store.write("never.bin", file));
      assertArrayEquals(bytes("old"), direct.read("kept.bin").readAllBytes());
      assertFalse(direct.exists("never.bin"));
    }
  }

  @Test
  void aDownloadThatIsCutGoesOn() throws Exception {
    try (var proxy = CutProxy.ofDownloads(BUCKET.port(), 200_000, 3);
        Store store = through(proxy); Store direct = Store.open(ROOT, BUCKET.options())) {
      direct.write("long.bin", noise(1_000_000));
      assertArrayEquals(noise(1_000_000), store.read("long.bin").readAllBytes());
      assertEquals(3, proxy.cutsMade());
    }
  }

  @Test
  void aDownloadThatIsAlwaysCutLeavesNoFile() throws Exception {
    Path copy = temp.resolve("copy.bin");
    try (var proxy = CutProxy.ofDownloads(BUCKET.port(), 50_000, Integer.MAX_VALUE);
        Store store = through(proxy); Store direct = Store.open(ROOT, BUCKET.options())) {
      direct.write("longer.bin", noise(2_000_000));
      assertThrows(Problem.class, () -> store.copy("longer.bin", copy));
    }
    assertFalse(Files.exists(copy));
  }

  @Test
  void anObjectThatChangesWhileItIsReadIsNotMixed() throws Exception {
    try (var proxy = CutProxy.ofDownloads(BUCKET.port(), 200_000, 1);
        Store store = through(proxy); Store direct = Store.open(ROOT, BUCKET.options())) {
      direct.write("moving.bin", noise(1_000_000));
      try (var in = store.read("moving.bin")) {
        in.readNBytes(1000);
        direct.write("moving.bin", new byte[1_000_000]);
        var problem = assertThrows(Problem.class, in::readAllBytes);
        assertTrue(problem.getMessage().contains("was changed"), problem.getMessage());
      }
    }
  }

  private static S3Client client() {
    StoreOptions options = BUCKET.options();
    return S3Connection.client(ROOT, options, StoreProxy.to(options.endpoint()));
  }
}
