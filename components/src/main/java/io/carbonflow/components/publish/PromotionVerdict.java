// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.publish;

import module java.base;
import io.carbonflow.published.Published;
import io.carbonflow.published.PublishedMetrics;

/// What was decided about a new model, and by what.
///
/// @param decision what was decided
/// @param reason why, in a sentence without a full stop
/// @param gate what it had to reach
/// @param model the new model
/// @param champion the model that was published before, by what it does on the rows that are there now;
///     empty if there was none
/// @param comparison both on the same rows; empty if they could not be compared, or need not be
/// @param evidence what the rows of the comparison have decided, now and before; empty where there is none
/// @param version what the new model is published as; empty if it is not
public record PromotionVerdict(
    Decision decision,
    String reason,
    PromotionGate gate,
    Challenger model,
    Optional<Published> champion,
    Optional<Comparison> comparison,
    Optional<Evidence> evidence,
    Optional<String> version) {

  /// A new model.
  ///
  /// @param sha256 the SHA-256 of its bundle
  /// @param revision the revision of the code that trained it
  /// @param splitSeed what decided which buildings it was not trained on
  /// @param promise how well it did on those
  public record Challenger(String sha256, String revision, long splitSeed, PublishedMetrics promise) {}

  /// The least R² that the new model had to reach.
  public double floor() {
    return gate.floor(model.promise().features());
  }

  /// This verdict, with what the model is published as.
  PromotionVerdict as(Published published) {
    return new PromotionVerdict(decision, reason, gate, model, champion, comparison, evidence,
        Optional.of(published.version()));
  }

  /// What the model that is current after a comparison promises of R²; empty where none was made.
  Optional<PublishedMetrics> promised() {
    return evidence.map(known -> decision == Decision.PUBLISHED
        ? known.decisions().promise(model.sha256(), model.promise())
        : known.decisions().promise(champion.orElseThrow().sha256(), champion.orElseThrow().promise()));
  }
}
