// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.publish;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.BoundedInput;
import io.carbonflow.base.json.StrictJson;
import io.carbonflow.base.retry.RetryPolicy;
import io.carbonflow.components.prepare.LearnedRows;
import io.carbonflow.components.publish.PromotionVerdict.Challenger;
import io.carbonflow.components.score.ScoredRows;
import io.carbonflow.kfp.step.Console;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.bundle.Bundle;
import io.carbonflow.published.Candidate;
import io.carbonflow.published.Publication;
import io.carbonflow.published.Published;
import io.carbonflow.published.PublishedModels;
import io.carbonflow.published.RegistrySnapshot;
import io.carbonflow.store.ConditionalWrites;
import io.carbonflow.store.Store;

/// A new model and the published one: which of them is published in the end.
///
/// @param candidate the new model as it would be published
/// @param judge decides about it
record ChampionChallenger(Candidate candidate, PromotionPolicy judge) {
  /// How often it is decided again where somebody else has published something meanwhile.
  private static final int TRIES = 20;

  /// How far a score of the saved bundle may be from the one that it was chosen with: rounding.
  private static final double SAME = 1e-9;

  /// Loads the new model as any reader would, and has it predict its held-out rows.
  ///
  /// @param metrics all scores of all models of the run
  /// @param rows clean rows of the run
  /// @throws Problem if the files are not of one run: the bundle does not score as it was told to
  static ChampionChallenger of(Path bundle, Path metrics, Path rows, PromotionGate gate) throws IOException {
    Bundle model = Bundle.load(bundle);
    List<ModelRow> all = LearnedRows.read(rows, model.scale().features());
    List<ModelRow> heldOut =
        all.stream().filter(row -> Comparison.isHeldOut(row, model)).toList();
    if (heldOut.isEmpty() || heldOut.size() == all.size()) {
      throw new Problem(Place.of(rows), "has no row of a building that is "
          + (heldOut.isEmpty() ? "held out from " : "learned from in ") + bundle,
          "name the clean rows of the run that has trained it");
    }
    var promise = ScoredRows.of(model, heldOut).promise(model);
    check(metrics, model.name(), promise.r2());
    Candidate candidate = new Candidate(read(bundle, PublishedModels.BUNDLE), promise,
        new TreeMap<>(Map.of(PublishedModels.METRICS, read(metrics, PublishedModels.METRICS),
            PublishedModels.ROWS, read(rows, PublishedModels.ROWS))));
    return new ChampionChallenger(candidate, new PromotionPolicy(gate, model, new Challenger(candidate.sha256(),
        model.provenance().revision(), model.provenance().splitSeed(), promise), all));
  }

  private static byte[] read(Path file, String published) {
    return BoundedInput.bytes(
        file, PublishedModels.most(published), "name bundle, metrics and clean rows of one run");
  }

  private static void check(Path metrics, String model, double r2) {
    StrictJson models = StrictJson.read(metrics).field("models");
    if (!models.names().contains(model)) {
      throw models.wrong("has no scores of " + model + ", which the bundle is");
    }
    double told = models.field(model).field("r2").number();
    if (Math.abs(told - r2) > SAME) {
      throw new Problem(Place.of(metrics), "says that " + model + " has a held-out R² of " + told
          + ", but the bundle reaches " + r2 + " on the rows given here",
          "name bundle, metrics and clean rows of one run");
    }
  }

  /// Decides, and publishes the new model if it has won. Where somebody else publishes at the same
  /// time, it is compared with that model then.
  ///
  /// @throws Problem if the store cannot be used, or does not support conditional writes
  PromotionVerdict decide(Store store, Console console) {
    ConditionalWrites.check(store);
    PublishedModels models = new PublishedModels(store);
    Publication publication = new Publication(models, InstantSource.system());
    return RetryPolicy.atOnce(TRIES, () -> {
      RegistrySnapshot seen = models.look();
      PromotionVerdict verdict = verdict(models, seen);
      if (verdict.decision() != Decision.PUBLISHED) {
        if (verdict.evidence().isEmpty()
            || publication.keep(seen, verdict.evidence().get().decision(),
                verdict.champion().orElseThrow().promise()).isPresent()) {
          return Optional.of(verdict);
        }
      } else {
        Optional<Published> published = publication.publish(seen, candidate, verdict.reason(),
            verdict.evidence().map(Evidence::decision));
        if (published.isPresent()) {
          clean(publication, console);
          return Optional.of(verdict.as(published.get()));
        }
      }
      console.line("somebody else has published a model meanwhile; comparing with that one");
      return Optional.<PromotionVerdict>empty();
    }).orElseThrow(() -> new Problem(Place.of(store.root()),
        "others have published " + TRIES + " models meanwhile", "run it again"));
  }

  private PromotionVerdict verdict(PublishedModels models, RegistrySnapshot seen) {
    return judge.tooBad().or(() -> seen.register().current().isEmpty()
        ? Optional.of(judge.first()) : Optional.empty())
        .orElseGet(() -> judge.beside(
            models.load(seen.register().version()), seen.register()));
  }

  /// What could not be deleted is deleted after the next publication.
  private static void clean(Publication publication, Console console) {
    try {
      publication.clean();
    } catch (Problem e) {
      console.warn("old versions are left for the next time: " + e.getMessage());
    }
  }
}
