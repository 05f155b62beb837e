// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.store.CutProxy;
import io.carbonflow.store.S3Server;
import io.carbonflow.store.Store;
import io.carbonflow.store.StoreOptions;
import io.carbonflow.store.StoreUri;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The two steps that reach outside, `merge` and `evaluate`, with an S3 server.
class S3Test {
  private static final String BUCKET = "carbonflow";
  private static S3Server server;
  @TempDir Path folder;

  @BeforeAll
  static void startServer() throws Exception {
    server = S3Server.inMemory().bucket(BUCKET);
    S3Server.useCredentials();
    try (Store store = open("s3://" + BUCKET + "/data")) {
      store.write("2015.csv", SampleFiles.DATA_2015);
      store.write("2016.csv", SampleFiles.DATA_2016);
      store.write("empty.csv", new byte[0]);
    }
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @BeforeEach
  void useCredentials() {
    S3Server.useCredentials();
  }

  private static Store open(String root) {
    return Store.open(StoreUri.parse(root),
        StoreOptions.of(Map.of()).withEndpoint(server.endpoint()));
  }

  private StepCall merge(String key2016) {
    return SampleFiles.call("merge").with("--s3-endpoint", server.endpoint())
        .with("--data-2015", "s3://" + BUCKET + "/data/2015.csv")
        .with("--data-2016", "s3://" + BUCKET + "/" + key2016).into(folder.resolve("out"));
  }

  private StepCall evaluate(String store) {
    return SampleFiles.call("evaluate").with("--s3-endpoint", server.endpoint())
        .with("--store", store).into(folder.resolve("out"));
  }

  private void assertNothingWritten() {
    assertFalse(Files.exists(folder.resolve("out")));
  }

  @Test
  void tablesInS3GiveTheSameBytesAsFiles() throws IOException {
    merge("data/2016.csv").run().ok();
    assertEquals(-1, Files.mismatch(
        SampleFiles.made("merge", "merged.csv"), folder.resolve("out/merged.csv")));
    String sources = Files.readString(folder.resolve("out/sources.json"));
    assertTrue(sources.contains("\"s3://carbonflow/data/2016.csv\""), sources);
    assertEquals(withoutNames(Files.readString(SampleFiles.made("merge", "sources.json"))), withoutNames(sources));
  }

  @Test
  void aCityInS3IsReadWithThemAndMayBeAKeyOfTheBucket() throws IOException {
    try (Store store = open("s3://" + BUCKET)) {
      store.write("cities/mytown.yaml", Path.of("../cities/seattle.yaml"));
    }
    for (String place : List.of("s3://" + BUCKET + "/cities/mytown.yaml", "cities/mytown.yaml")) {
      merge("data/2016.csv").with("--bucket", BUCKET).with("--city", place).run().ok();
      assertEquals(-1, Files.mismatch(
          SampleFiles.made("merge", "merged.csv"), folder.resolve("out/merged.csv")));
    }
    merge("data/2016.csv").with("--city", "s3://" + BUCKET + "/absent.yaml").run()
        .fails("s3://" + BUCKET + "/absent.yaml");
  }

  private static String withoutNames(String sources) {
    return sources.replaceAll("\"name\": \".*\"", "");
  }

  private StepCall data(String... places) {
    return StepCall.of("merge").with("--s3-endpoint", server.endpoint()).with("--data", String.join(",", places))
        .into(folder.resolve("out"));
  }

  @Test
  void aPrefixStandsForeveryTableInItByItsNameAndNotForThoseBelow() throws IOException {
    try (Store store = open("s3://" + BUCKET + "/tables")) {
      store.write("2016.csv", SampleFiles.DATA_2016);
      store.write("2015.csv", SampleFiles.DATA_2015);
      store.write("notes.md", new byte[0]);
      store.write("older/2014.csv", new byte[0]);
    }
    for (StepCall call : List.of(data("s3://" + BUCKET + "/tables/"), data("s3://" + BUCKET + "/tables"),
        data("tables/").with("--bucket", BUCKET), data("tables").with("--bucket", "s3://" + BUCKET))) {
      String err = call.run().ok().err();
      assertEquals(-1, Files.mismatch(
          SampleFiles.made("merge", "merged.csv"), folder.resolve("out/merged.csv")));
      assertTrue(err.contains("merge: s3://carbonflow/tables/2015.csv: 516 rows of 2015\n"
          + "merge: s3://carbonflow/tables/2016.csv: 513 rows of 2016\n"), err);
      assertTrue(err.contains(": s3://carbonflow/tables/notes.md, s3://carbonflow/tables/older/\n"), err);
    }
  }

  @Test
  void aPrefixWithoutATableIsNamed() {
    data("s3://" + BUCKET + "/none/").run().fails("s3://carbonflow/none: is empty, or is not there");
    data("s3://" + BUCKET + "/none").run().fails("s3://carbonflow/none: is empty, or is not there");
    data("s3://" + BUCKET).run().fails("s3://carbonflow: has no table in it, only s3://carbonflow/data/");
    data("s3://no-such-bucket/").run().fails("s3://no-such-bucket", "there is no bucket");
    assertNothingWritten();
  }

  @Test
  void plotsAndMetricsGoToS3() throws IOException {
    evaluate("s3://" + BUCKET + "/runs/1").run().ok();
    try (Store store = open("s3://" + BUCKET + "/runs/1");
        InputStream metrics = store.read("metrics.json")) {
      assertArrayEquals(Files.readAllBytes(SampleFiles.made("evaluate", "metrics.json")),
          metrics.readAllBytes());
      assertEquals(files(), store.list("").size());
    }
  }

  /// The plots, the report, the model card in two forms and the metrics.
  private static int files() {
    return SampleFiles.made("evaluate", "plots").toFile().list().length + 4;
  }

  @Test
  void anObjectOrBucketThatDoesNotExistIsNamed() {
    merge("data/2017.csv").run().fails("s3://carbonflow/data/2017.csv", "does not exist");
    merge("data/empty.csv").run().fails("s3://carbonflow/data/empty.csv", "is empty");
    merge("data/2016.csv").with("--data-2015", "s3://no-such-bucket/2015.csv").run()
        .fails("s3://no-such-bucket", "there is no bucket");
    assertNothingWritten();
    evaluate("s3://no-such-bucket/runs").run().fails("s3://no-such-bucket", "there is no bucket");
  }

  @Test
  void refusedOrMissingCredentialsAreReported() {
    S3Server.credentials(Optional.of(S3Server.ACCESS_KEY), "wrong");
    String message = merge("data/2016.csv").run().fails("s3://carbonflow/data");
    assertFalse(message.contains("wrong"), message);
    S3Server.credentials(Optional.of("nobody"), "wrong");
    merge("data/2016.csv").run().fails("s3://carbonflow/data");
    evaluate("s3://" + BUCKET + "/runs/2").run().fails("s3://carbonflow/runs/2");
  }

  @Test
  void aServerThatDoesNotAnswerIsReported() throws IOException {
    int free;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    String endpoint = "http://127.0.0.1:" + free;
    merge("data/2016.csv").with("--s3-endpoint", endpoint).run()
        .fails("s3://carbonflow/data/2015.csv", endpoint);
    merge("data/2016.csv").with("--s3-endpoint", "server:9000").run()
        .fails("server:9000", "is not the endpoint of an S3 server");
    assertNothingWritten();
  }

  @Test
  void anUploadThatIsCutOnceIsMadeAgain() throws IOException {
    try (CutProxy proxy = CutProxy.ofUploads(server.port(), 20_000, 1)) {
      evaluate("s3://" + BUCKET + "/runs/3").with("--s3-endpoint", proxy.endpoint()).run().ok();
      assertEquals(1, proxy.cutsMade());
    }
    try (Store store = open("s3://" + BUCKET + "/runs/3")) {
      assertEquals(files(), store.list("").size());
    }
  }

  @Test
  void anUploadThatIsCutEveryTimeFailsAndLeavesNothingHalf() throws IOException {
    try (CutProxy proxy = CutProxy.ofUploads(server.port(), 20_000, Integer.MAX_VALUE)) {
      evaluate("s3://" + BUCKET + "/runs/4").with("--s3-endpoint", proxy.endpoint()).run()
          .fails("s3://carbonflow/runs/4/");
      assertTrue(proxy.cutsMade() > 1);
    }
    try (Store store = open("s3://" + BUCKET + "/runs/4")) {
      assertEquals(List.of(), store.list(""));
    }
    assertEquals(-1, Files.mismatch(
        SampleFiles.made("evaluate", "metrics.json"), folder.resolve("out/metrics.json")));
  }

  @Test
  void aDownloadThatIsCutOnceIsMadeCurrentAgainAndOneCutEveryTimeFails() throws IOException {
    try (CutProxy proxy = CutProxy.ofDownloads(server.port(), 90_000, 1)) {
      merge("data/2016.csv").with("--s3-endpoint", proxy.endpoint()).run().ok();
      assertEquals(-1, Files.mismatch(
          SampleFiles.made("merge", "merged.csv"), folder.resolve("out/merged.csv")));
    }
    try (CutProxy proxy = CutProxy.ofDownloads(server.port(), 1_000, Integer.MAX_VALUE)) {
      merge("data/2016.csv").with("--s3-endpoint", proxy.endpoint())
          .into(folder.resolve("cut")).run().fails("s3://carbonflow/data/2015.csv");
    }
    assertFalse(Files.exists(folder.resolve("cut")));
  }
}
