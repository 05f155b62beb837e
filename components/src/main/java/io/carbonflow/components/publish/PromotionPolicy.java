// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.publish;

import module java.base;
import io.carbonflow.components.publish.PromotionVerdict.Challenger;
import io.carbonflow.kfp.step.ParameterType;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.bundle.Bundle;
import io.carbonflow.published.Published;
import io.carbonflow.published.PublishedModels.Loaded;
import io.carbonflow.published.Register;

/// Decides whether a new model is published.
///
/// @param gate what it has to reach
/// @param bundle the new model
/// @param model what is known of it
/// @param rows clean rows, of training buildings and of held-out ones
record PromotionPolicy(PromotionGate gate, Bundle bundle, Challenger model, List<ModelRow> rows) {
  /// On fewer buildings than this a difference of two models says little: its standard error is about
  /// as large as the differences that searches find.
  static final int LEAST_BUILDINGS = 30;

  /// The verdict where there is nothing to publish to.
  PromotionVerdict nowhere() {
    return tooBad().orElseGet(() -> verdict(Decision.NOWHERE,
        "neither a store nor a bucket is given to publish it to", Optional.empty()));
  }

  /// The verdict on a model that is so bad that there is nothing to compare it with.
  Optional<PromotionVerdict> tooBad() {
    double r2 = model.promise().r2();
    double floor = gate.floor(model.promise().features());
    return r2 >= floor ? Optional.empty() : Optional.of(verdict(Decision.BELOW_FLOOR,
        text("R² %.3f on its %,d held-out rows is below the floor of %s", r2,
            model.promise().rows(), number(floor)), Optional.empty()));
  }

  /// The verdict where nothing is published yet.
  PromotionVerdict first() {
    return verdict(Decision.PUBLISHED, "it is the first model here", Optional.empty());
  }

  /// The verdict beside the published model.
  ///
  /// @param register what is published
  PromotionVerdict beside(Loaded champion, Register register) {
    Published published = champion.published();
    if (published.sha256().equals(model.sha256())) {
      return verdict(Decision.PUBLISHED, "it is " + published.version()
          + ", which is published already", Optional.of(published));
    }
    var rollback = register.of(model.sha256()).map(Published::version)
        .flatMap(register::rollbackFrom);
    if (rollback.isPresent()) {
      String version = rollback.get().from().orElseThrow();
      return verdict(Decision.ROLLED_BACK, "it is " + version + ", which was rolled back at "
          + rollback.get().at() + "; carbonflow models rollback " + version + " makes it current again",
          Optional.of(published));
    }
    if (!bundle.city().name().equals(champion.bundle().city().name())) {
      return verdict(Decision.NOT_COMPARABLE, text("it is of %s and %s is of %s; publish it to a store or a subfolder of"
          + " its own", bundle.city().name(), published.version(), champion.bundle().city().name()),
          Optional.of(published));
    }
    if (bundle.scale().features() != champion.bundle().scale().features()) {
      return verdict(Decision.NOT_COMPARABLE, text("it is %s and %s is %s, which is another"
          + " question; publish it to a subfolder of its own", bundle.scale().features().word(),
          published.version(), champion.bundle().scale().features().word()),
          Optional.of(published));
    }
    return compared(champion, Comparison.of(bundle, champion.bundle(), rows), register);
  }

  private PromotionVerdict compared(Loaded champion, Optional<Comparison> comparison, Register register) {
    Published published = comparison.map(both -> renewed(champion, both)).orElse(champion.published());
    int buildings = comparison.map(Comparison::buildings).orElse(0);
    if (buildings < LEAST_BUILDINGS) {
      return verdict(Decision.NOT_COMPARABLE, text("only %d buildings are held out from it and from"
          + " %s, fewer than %d; train it with split seed %d, as that one was", buildings,
          published.version(), LEAST_BUILDINGS, champion.bundle().provenance().splitSeed()),
          Optional.of(published));
    }
    Comparison both = comparison.get();
    boolean better = gate.lets(both.difference());
    Evidence evidence = Evidence.of(both, model.sha256(), published.sha256(), register.decisions());
    String reason = text("R² %.3f where %s has %.3f, on the same %,d rows of %,d buildings that"
        + " neither was trained on: a difference of %+.4f ± %.4f, %s than the margin of %s",
        both.challenger().boxCox().r2(), published.version(), both.champion().boxCox().r2(),
        both.challenger().rows().size(), buildings, both.difference(), both.standardError(),
        better ? "more" : "not more", number(gate.margin()))
        + SearchEffort.fewer(bundle.provenance(), champion.bundle().provenance(), published.version());
    return new PromotionVerdict(better ? Decision.PUBLISHED : Decision.NOT_BETTER, reason, gate, model,
        Optional.of(published), comparison, Optional.of(evidence), Optional.empty());
  }

  /// The published model, by what it does on all rows that are held out from both where these are more than
  /// it was judged by before.
  private static Published renewed(Loaded champion, Comparison both) {
    Published published = champion.published();
    return both.champion().rows().size() > published.promise().rows()
        ? published.with(both.champion().promise(champion.bundle())) : published;
  }

  private PromotionVerdict verdict(Decision decision, String reason, Optional<Published> champion) {
    return new PromotionVerdict(
        decision, reason, gate, model, champion, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static String number(double value) {
    return ParameterType.format(value);
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
