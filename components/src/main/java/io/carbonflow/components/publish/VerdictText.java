// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.publish;

import module java.base;
import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.FileName;

/// What was decided about the new model, in a sentence.
@FileName("verdict.md")
public record VerdictText(Path path) implements Artifact.Markdown {

  /// A verdict in a sentence, and a line break.
  static String of(PromotionVerdict verdict) {
    return opening(verdict) + ": " + verdict.reason() + ".\n";
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
