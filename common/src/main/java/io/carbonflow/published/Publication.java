// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.published;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.retry.RetryPolicy;
import io.carbonflow.store.Store;

/// Changes which model is current. Whoever was killed in the middle, or has lost a race, leaves at
/// most a version that no register names.
///
/// @param models the published models
/// @param clock tells when something is published
public record Publication(PublishedModels models, InstantSource clock) {
  /// How often a rollback is tried again where somebody else has moved the register.
  private static final int TRIES = 10;

  /// Publishes a model, if the register is still what was seen. The same content is the same
  /// version: what is kept already is not written again.
  ///
  /// @param reason why, in a sentence
  /// @return what is current now; empty if somebody else has moved the register, so that everything
  ///     has to be looked at again
  /// @throws Problem if the store cannot be written
  public Optional<Published> publish(RegistrySnapshot seen, Candidate candidate, String reason) {
    return publish(seen, candidate, reason, Optional.empty());
  }

  /// The same of a model that held-out rows have decided for: what it promises follows from that.
  ///
  /// @param decision what they have decided
  public Optional<Published> publish(RegistrySnapshot seen, Candidate candidate, String reason,
      Optional<RowsDecision> decision) {
    Register register = seen.register();
    Instant now = now();
    Optional<Published> kept = register.of(candidate.sha256());
    Published next = kept.orElseGet(() -> new Published(
        VersionName.of(register.number() + 1, candidate.sha256()), candidate.sha256(), now,
        candidate.promise()));
    if (kept.isEmpty() && !write(seen, next, candidate)) {
      return Optional.empty();
    }
    Register moved = register.moved(RegistryEvent.Kind.PUBLISHED, next, reason, now);
    return move(seen, decision.map(made -> moved.after(made, next.promise())).orElse(moved));
  }

  /// Keeps what held-out rows have decided where the current model stays, if the register is still what
  /// was seen.
  ///
  /// @param measured how well the current model did on its held-out rows
  /// @return what is current now; empty if somebody else has moved the register
  /// @throws Problem if the store cannot be written
  public Optional<Published> keep(
      RegistrySnapshot seen, RowsDecision decision, PublishedMetrics measured) {
    Register next = seen.register().after(decision, measured);
    return next.equals(seen.register()) ? next.current() : move(seen, next);
  }

  /// Writes a version's files, the bundle last, and reads it as everybody will.
  ///
  /// @return false if somebody has moved the register: who did may have deleted what was written
  private boolean write(RegistrySnapshot seen, Published next, Candidate candidate) {
    try {
      candidate.beside().forEach(
          (name, content) -> store().write(PublishedModels.key(next, name), content));
      store().write(PublishedModels.key(next, PublishedModels.BUNDLE), candidate.bundle());
      models.load(next);
      return true;
    } catch (Problem e) {
      if (models.look().version().equals(seen.version())) {
        throw e;
      }
      return false;
    }
  }

  /// Makes an earlier version the current one.
  ///
  /// @param version the version; empty for the one that was published before the current one
  /// @return what is current now
  /// @throws Problem if there is no such version, or the store cannot be written
  public Published rollBack(Optional<String> version) {
    return RetryPolicy.atOnce(TRIES, () -> {
      RegistrySnapshot seen = models.look();
      Register register = seen.register();
      Published current = models.find(register, Optional.empty());
      Published wanted = version.map(name -> models.find(register, version))
          .or(register::previous)
          .orElseThrow(() -> new Problem(Place.of(models.uri(PublishedModels.REGISTER)),
              "no version is kept that was published before " + current.version(),
              "name one: carbonflow models list shows them"));
      return wanted.equals(current) ? Optional.of(current)
          : move(seen, register.moved(RegistryEvent.Kind.ROLLED_BACK, wanted,
              "rolled back from " + current.version(), now())).map(_ -> wanted);
    }).orElseThrow(() -> new Problem(Place.of(models.uri(PublishedModels.REGISTER)),
        "others have moved it " + TRIES + " times meanwhile", "try again"));
  }

  private Optional<Published> move(RegistrySnapshot seen, Register next) {
    return store().replace(
        PublishedModels.REGISTER, seen.version(), RegisterJson.bytes(next))
        ? next.current() : Optional.empty();
  }

  /// Deletes the versions that no register can name again: those that are not kept and whose number
  /// has been passed. Numbers only rise, so this holds however late it is done.
  ///
  /// @throws Problem if one cannot be deleted
  public void clean() {
    Register register = models.look().register();
    Set<String> kept = register.kept().stream().map(Published::version)
        .collect(Collectors.toSet());
    store().list(PublishedModels.VERSIONS).stream().map(Store.Entry::key)
        .filter(key -> {
          String name = key.substring(PublishedModels.VERSIONS.length() + 1).split("/")[0];
          OptionalInt number = VersionName.number(name);
          return number.isPresent() && number.getAsInt() <= register.number()
              && !kept.contains(name);
        })
        .forEach(store()::delete);
  }

  private Store store() {
    return models.store();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
