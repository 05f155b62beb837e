// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.publish;

import module java.base;
import io.carbonflow.base.fault.Counted;
import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.FileName;
import io.carbonflow.published.PublishedMetrics;

/// What was decided about the new model, in a sentence.
@FileName("verdict.md")
public record VerdictText(Path path) implements Artifact.Markdown {

  /// A verdict in a sentence, where models were compared another one on what is promised, and a line
  /// break.
  static String of(PromotionVerdict verdict) {
    return opening(verdict) + ": " + verdict.reason() + "." + verdict.evidence()
        .map(evidence -> promised(verdict, evidence.timesBefore())).orElse("") + "\n";
  }

  /// How often the same buildings have decided, and what that means.
  private static String promised(PromotionVerdict verdict, long times) {
    PublishedMetrics promise = verdict.promised().orElseThrow();
    String often = times == 0 ? " These buildings decide for the first time"
        : " These buildings have decided " + Counted.of(times, "time") + " before";
    return often + String.format(Locale.ROOT, "; because the best of several models is kept, %s promises R² %.3f of the"
        + " %.3f that was measured.",
        verdict.decision() == Decision.PUBLISHED ? "it" : verdict.champion().orElseThrow().version(),
        promise.r2(), promise.measured());
  }

  private static String opening(PromotionVerdict verdict) {
    return switch (verdict.decision()) {
      case PUBLISHED -> "Published as " + verdict.version().orElseThrow();
      case NOT_BETTER -> "Not published, " + verdict.champion().orElseThrow().version() + " stays";
      case NOT_COMPARABLE, ROLLED_BACK, NOWHERE -> "Not published";
      case BELOW_FLOOR -> "Not published, and the run fails";
    };
  }
}
