// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.components.Bundles;
import io.carbonflow.components.StepCall;
import io.carbonflow.model.bundle.Bundle;
import io.carbonflow.published.Candidate;
import io.carbonflow.published.Publication;
import io.carbonflow.published.Published;
import io.carbonflow.published.PublishedMetrics;
import io.carbonflow.published.PublishedModels;
import io.carbonflow.store.S3Bucket;
import io.carbonflow.store.S3Server;
import io.carbonflow.store.Store;
import io.carbonflow.store.StoreUri;
import io.carbonflow.store.WatchingProxy;
import io.carbonflow.store.WatchingProxy.Moment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Publishing with a store that fails in the middle, programs that are killed in the middle, and
/// several at once: whoever reads finds one whole model, and the next publication works.
class PublishFaultsTest {
  private static final long OLD = 10;
  private static final long NEW = 100;

  /// What changes the store, except for the trial whether it supports conditional writes.
  private static final String CHANGES = "(PUT|DELETE) /models/.*/(models|verdict).*";

  private static final Bundle WEAK = Bundles.weak();
  @RegisterExtension static final S3Bucket BUCKET = new S3Bucket("models");
  @TempDir Path folder;
  private StoreUri root;
  private Store store;

  /// Ten models are published, so that the next one drives the first one out.
  @BeforeEach
  void tenModels() throws IOException {
    root = BUCKET.folder();
    store = Store.open(root, BUCKET.options());
    PublishedModels models = new PublishedModels(store);
    var publication = new Publication(models, InstantSource.system());
    Path file = folder.resolve("old.carbonflow");
    for (long seed = 1; seed <= OLD; seed++) {
      Bundles.withSeed(WEAK, seed).save(file);
      Candidate candidate = new Candidate(Files.readAllBytes(file),
          promise(), new TreeMap<>(Map.of("metrics.json", new byte[] {'{', '}'})));
      publication.publish(models.look(), candidate, "first").orElseThrow();
    }
  }

  private static PublishedMetrics promise() {
    return new PublishedMetrics("weak", WEAK.scale().features(), 1, 0, 0, 0,
        OptionalDouble.empty(), List.of());
  }

  /// Publishes a model that is as good as the published one, which its gate lets pass.
  private StepCall publish(long seed, String endpoint) throws IOException {
    return publish(WEAK, seed, endpoint).with("--gate", "floor=-1,margin=-1");
  }

  private StepCall publish(Bundle model, long seed, String endpoint) throws IOException {
    return Bundles.publish(Bundles.withSeed(model, seed),
            Files.createDirectories(folder.resolve("new-" + seed)))
        .with("--store", root).with("--s3-endpoint", endpoint)
        .into(folder.resolve("out-" + seed));
  }

  private Process start(StepCall call) throws IOException {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-cp", System.getProperty("java.class.path"),
        Publish.class.getName()));
    call.options().forEach((option, value) -> command.add(option + "=" + value));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
        .redirectOutput(folder.resolve("process.log").toFile());
    builder.environment().putAll(Map.of("AWS_ACCESS_KEY_ID", S3Server.ACCESS_KEY,
        "AWS_SECRET_ACCESS_KEY", S3Server.SECRET_KEY, "AWS_EC2_METADATA_DISABLED", "true"));
    return builder.start();
  }

  /// The seed of the published model, which is whole.
  private long published() {
    return new PublishedModels(store).load(Optional.empty()).bundle().provenance().seed();
  }

  /// Every model that the register names is whole; the next run publishes and leaves nothing over.
  private void assertTheNextRunWorks() throws IOException {
    publish(NEW - 1, BUCKET.endpoint()).run().ok();
    assertEquals(NEW - 1, published());
    PublishedModels models = new PublishedModels(store);
    List<String> kept = models.look().register().kept().stream().map(Published::version).toList();
    assertEquals(10, kept.size());
    kept.forEach(version -> models.load(Optional.of(version)));
    assertEquals(kept.stream().sorted().toList(),
        store.list("models/versions").stream().map(entry -> entry.key().split("/")[2]).distinct()
            .toList());
  }

  @ParameterizedTest
  @EnumSource
  void aStoreThatFailsAtAnyRequestLeavesOneWholeModel(Moment moment) throws IOException {
    var states = new States();
    for (long seed = NEW; !states.ended; seed++) {
      int number = (int) (seed - NEW) + 1;
      try (var proxy = new WatchingProxy(BUCKET.port(), ".*", number, moment, () -> { })) {
        var outcome = publish(seed, proxy.endpoint()).run();
        states.add(seed, published(), !proxy.hasFailed());
        assertEquals(states.ended, outcome.exit() == 0 && !outcome.err().contains("old versions"),
            outcome.err());
      }
    }
    states.assertOneStep();
    assertTheNextRunWorks();
  }

  @ParameterizedTest
  @EnumSource
  void aProgramThatIsKilledAtAnyChangeLeavesOneWholeModel(Moment moment) throws Exception {
    var states = new States();
    for (long seed = NEW; !states.ended; seed++) {
      int number = (int) (seed - NEW) + 1;
      CompletableFuture<Process> process = new CompletableFuture<>();
      try (var proxy = new WatchingProxy(BUCKET.port(), CHANGES, number, moment,
          () -> process.join().destroyForcibly())) {
        process.complete(start(publish(seed, proxy.endpoint())));
        assertTrue(process.join().waitFor(60, TimeUnit.SECONDS));
        states.add(seed, published(), !proxy.hasFailed());
        assertEquals(states.ended, process.join().exitValue() == 0,
            Files.readString(folder.resolve("process.log")));
        assertEquals(states.ended, Files.exists(folder.resolve("out-" + seed + "/verdict.json")));
      }
    }
    states.assertOneStep();
    assertTheNextRunWorks();
  }

  /// What was published after each failure, each one request later than the one before.
  private static final class States {
    private final List<Boolean> isNew = new ArrayList<>();
    private boolean ended;

    void add(long seed, long published, boolean wentThrough) {
      isNew.add(seed == published);
      ended = wentThrough;
    }

    /// Up to one request the old model stays; from there on it is the new one.
    void assertOneStep() {
      int step = isNew.indexOf(true);
      assertTrue(step >= 2, isNew::toString);
      assertFalse(isNew.subList(step, isNew.size()).contains(false), isNew::toString);
    }
  }

  @Test
  void programsThatPublishAtOnceAreComparedWithEachOther() throws Exception {
    List<Process> processes = new ArrayList<>();
    for (long seed = NEW; seed < NEW + 3; seed++) {
      processes.add(start(publish(Bundles.sample(), seed, BUCKET.endpoint())));
    }
    while (processes.stream().anyMatch(Process::isAlive)) {
      assertTrue(published() >= OLD);
    }
    for (Process process : processes) {
      assertEquals(0, process.waitFor(), Files.readString(folder.resolve("process.log")));
    }
    List<String> decisions = Stream.of(NEW, NEW + 1, NEW + 2)
        .map(seed -> folder.resolve("out-" + seed + "/verdict.json"))
        .map(PublishFaultsTest::decision).sorted().toList();
    assertEquals(List.of("not_better", "not_better", "published"), decisions);
    assertEquals(OLD + 1, new PublishedModels(store).look().register().number());
    assertTheNextRunWorks();
  }

  private static String decision(Path verdict) {
    try {
      return Files.readString(verdict).lines().filter(line -> line.contains("\"decision\""))
          .map(line -> line.replaceAll(".*: \"|\",", "")).collect(Collectors.joining());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
