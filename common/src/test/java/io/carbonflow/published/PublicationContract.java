// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.published;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Publishing and going back, wherever the models are.
abstract class PublicationContract {
  private static final Instant NOW = Instant.parse("2026-03-01T06:00:00Z");
  Store store;
  PublishedModels models;
  Publication publication;

  /// A fresh, empty place.
  abstract Store open() throws Exception;

  @BeforeEach
  void openStore() throws Exception {
    store = open();
    models = new PublishedModels(store);
    publication = new Publication(models, InstantSource.fixed(NOW));
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  private Published publish(int seed) {
    return publication.publish(models.look(), SmallBundle.candidate(seed), "it is better")
        .orElseThrow();
  }

  private long current() {
    return models.load(Optional.empty()).bundle().provenance().seed();
  }

  private List<String> versions() {
    return store.list("models/versions").stream().map(entry -> entry.key().split("/")[2]).distinct()
        .toList();
  }

  @Test
  void whereNothingIsPublishedThatIsSaid() {
    assertEquals(Optional.empty(), models.look().register().current());
    var problem = assertThrows(Problem.class, () -> models.load(Optional.empty()));
    assertTrue(problem.getMessage().contains(
        "models/current.json: no model has been published here; run a training"),
        problem.getMessage());
    assertThrows(Problem.class, () -> publication.rollBack(Optional.empty()));
  }

  @Test
  void aPublishedModelIsReadWithAllThatBelongsToIt() {
    Published published = publish(1);
    Candidate candidate = SmallBundle.candidate(1);
    var loaded = models.load(Optional.empty());
    assertEquals(published, loaded.published());
    assertEquals("0001-" + candidate.sha256().substring(0, 12), published.version());
    assertEquals(NOW, published.at());
    assertEquals(candidate.promise(), published.promise());
    assertEquals(1, loaded.bundle().provenance().seed());
    assertArrayEquals(candidate.bundle(), models.beside(published, PublishedModels.BUNDLE));
    assertEquals("{\"seed\": 1}",
        new String(models.beside(published, "metrics.json"), StandardCharsets.UTF_8));
  }

  @Test
  void theLatestIsCurrentAndTheEarlierOneIsStillThere() {
    Published first = publish(1);
    Published second = publish(2);
    assertEquals(2, current());
    assertEquals(1, models.load(Optional.of(first.version())).bundle().provenance().seed());
    List<RegistryEvent> moves = models.look().register().moves();
    assertEquals(List.of(
        new RegistryEvent(NOW, RegistryEvent.Kind.PUBLISHED, Optional.of(first.version()), second.version(),
            "it is better"),
        new RegistryEvent(NOW, RegistryEvent.Kind.PUBLISHED, Optional.empty(), first.version(), "it is better")),
        moves);
  }

  @Test
  void theSameContentIsTheSameVersionAgain() {
    Published first = publish(1);
    publish(2);
    assertEquals(first, publish(1));
    assertEquals(1, current());
    assertEquals(2, versions().size());
  }

  /// A store compares contents: that the register has each move is what tells it from what it was before.
  @Test
  void aRegisterThatWentAwayAndCameBackIsNotTheOneThatWasRead() {
    publish(1);
    Published second = publish(2);
    RegistrySnapshot seen = models.look();
    publication.rollBack(Optional.empty());
    publication.rollBack(Optional.of(second.version()));
    assertEquals(seen.register().current(), models.look().register().current());
    assertEquals(Optional.empty(), publication.publish(seen, SmallBundle.candidate(3), "late"));
    assertEquals(2, current());
  }

  @Test
  void whoeverWasSlowerHasToLookAgain() {
    RegistrySnapshot seen = models.look();
    publish(1);
    assertEquals(Optional.empty(), publication.publish(seen, SmallBundle.candidate(2), "late"));
    assertEquals(1, current());
    publish(2);
    assertEquals(2, current());
    publication.clean();
    assertEquals(models.look().register().kept().stream().map(Published::version).sorted().toList(),
        versions());
  }

  @Test
  void ofManyAtOnceEachIsPublishedOnceAndNothingIsLost() throws Exception {
    List<Future<Published>> all = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int seed = 1; seed <= 5; seed++) {
        Candidate candidate = SmallBundle.candidate(seed);
        all.add(threads.submit(() -> {
          while (true) {
            var published = publication.publish(models.look(), candidate, "together");
            if (published.isPresent()) {
              publication.clean();
              return published.get();
            }
          }
        }));
      }
      while (!all.stream().allMatch(Future::isDone)) {
        if (models.look().version().isPresent()) {
          assertTrue(current() >= 1);
        }
      }
    }
    Register register = models.look().register();
    assertEquals(5, register.moves().size());
    assertEquals(5, register.number());
    publication.clean();
    assertEquals(5, versions().size());
  }

  @Test
  void theTenLastAreKept() {
    for (int seed = 1; seed <= 12; seed++) {
      publish(seed);
      publication.clean();
    }
    Register register = models.look().register();
    assertEquals(IntStream.iterate(12, n -> n > 2, n -> n - 1).boxed().toList(),
        register.kept().stream().map(one -> Integer.parseInt(one.version().split("-")[0])).toList());
    assertEquals(10, versions().size());
    assertEquals(12, register.moves().size());
  }

  @Test
  void theCurrentOneIsKeptHoweverOldItIs() {
    Published first = publish(1);
    for (int seed = 2; seed <= 10; seed++) {
      publish(seed);
    }
    publication.rollBack(Optional.of(first.version()));
    publication.clean();
    assertEquals(1, current());
    publish(11);
    publication.clean();
    assertFalse(versions().contains(first.version()));
    assertEquals(11, current());
  }

  @Test
  void aDeletedContentComesBackUnderAnotherNumber() {
    for (int seed = 1; seed <= 11; seed++) {
      publish(seed);
    }
    publication.clean();
    assertEquals("0012", publish(1).version().split("-")[0]);
    assertEquals(1, current());
  }

  @Test
  void whatAKilledProgramHasLeftIsDeletedOnceItsNumberHasPassed() {
    publish(1);
    store.write("models/versions/0002-0123456789ab/model.carbonflow", new byte[] {1});
    store.write("models/versions/notes.txt", new byte[] {1});
    publication.clean();
    assertEquals(3, versions().size());
    publish(2);
    publication.clean();
    assertFalse(versions().contains("0002-0123456789ab"));
    assertTrue(versions().contains("notes.txt"));
    assertEquals(3, versions().size());
  }

  @Test
  void aRollbackGoesToTheOnePublishedBeforeAndTellsSo() {
    Published first = publish(1);
    Published second = publish(2);
    assertEquals(first, publication.rollBack(Optional.empty()));
    assertEquals(1, current());
    Register register = models.look().register();
    assertEquals(RegistryEvent.Kind.ROLLED_BACK, register.moves().getFirst().kind());
    assertEquals("rolled back from " + second.version(), register.moves().getFirst().reason());
    assertTrue(register.rollbackFrom(second.version()).isPresent());
    assertFalse(register.rollbackFrom(first.version()).isPresent());
    var problem = assertThrows(Problem.class, () -> publication.rollBack(Optional.empty()));
    assertTrue(problem.getMessage().contains("no version is kept that was published before "
        + first.version()), problem.getMessage());

    publication.rollBack(Optional.of(second.version()));
    assertEquals(2, current());
    assertFalse(models.look().register().rollbackFrom(second.version()).isPresent());
  }

  @Test
  void goingBackToWhereOneIsChangesNothing() {
    Published first = publish(1);
    assertEquals(first, publication.rollBack(Optional.of(first.version())));
    assertEquals(1, models.look().register().moves().size());
  }

  @Test
  void aVersionThatIsNotThereIsNamedWithThoseThatAre() {
    Published first = publish(1);
    for (String wanted : List.of("0002-000000000000", "latest", "../x")) {
      var problem = assertThrows(Problem.class, () -> publication.rollBack(Optional.of(wanted)));
      assertTrue(problem.getMessage().endsWith(
          ": there is no version " + wanted + "; there are " + first.version()),
          problem.getMessage());
      assertThrows(Problem.class, () -> models.load(Optional.of(wanted)));
    }
  }

  @Test
  void aModelThatWasAlteredIsRefused() {
    Published published = publish(1);
    store.write("models/versions/" + published.version() + "/model.carbonflow",
        SmallBundle.candidate(2).bundle());
    var problem = assertThrows(Problem.class, () -> models.load(Optional.empty()));
    assertTrue(problem.getMessage().contains("is not what was published"), problem.getMessage());
  }
}
