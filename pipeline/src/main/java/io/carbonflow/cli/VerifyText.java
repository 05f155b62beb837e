// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli;

import module java.base;
import io.carbonflow.base.fault.Printable;
import io.carbonflow.components.provenance.Origin;
import io.carbonflow.model.bundle.Provenance;
import io.carbonflow.verify.Agreement;
import io.carbonflow.verify.Recorded;

/// What `verify` says.
///
/// @param recorded the bundle
/// @param out standard output
record VerifyText(Recorded recorded, PrintStream out) {
  /// As many digits of a hash tell two apart.
  private static final int DIGITS = 12;
  /// How wide what was compared is at least, that tables and parts stand below each other.
  private static final int WIDTH = 20;

  /// What the bundle is, and by what it was trained.
  void origin() {
    Provenance from = recorded.bundle().provenance();
    out.printf(Locale.ROOT, "%s, %s, %,d training rows; %d trials (%s), %d folds, seed %d, split by"
            + " %d%n", Printable.of(recorded.bundle().name()), recorded.bundle().scale().features().word(),
        from.trainRows(), recorded.search().trials(), recorded.search().sampling(),
        recorded.search().folds(), from.seed(), from.splitSeed());
    out.println("trained by carbonflow " + code(from));
    out.println("here is    carbonflow " + code(Origin.ofThisBuild()));
  }

  private static String code(Provenance of) {
    return Printable.of(of.carbonflow() + ", revision " + of.revision() + ", " + String.join(", ",
        of.libraries().entrySet().stream().map(one -> one.getKey() + " " + one.getValue()).toList()));
  }

  /// A line for each thing that was compared.
  void agreements(List<Agreement> compared) {
    int width = Math.max(WIDTH, compared.stream().mapToInt(one -> Printable.of(one.what()).length()).max().orElse(0));
    for (Agreement one : compared) {
      out.printf(Locale.ROOT, "%-" + width + "s %-8s %s%s%n", Printable.of(one.what()), one.same() ? "same" : "DIFFERS",
          hash(one.recorded()), one.same() ? "" : " recorded, " + hash(one.found()) + " here");
    }
  }

  private static String hash(Optional<String> sha256) {
    return sha256.map(hash -> hash.substring(0, DIGITS)).orElse("none");
  }

  /// That it was not trained on these tables.
  void otherTables() {
    out.println("Not verified: the bundle was trained on other tables than those here. It was not"
        + " trained again, for that would be another model. Name the tables that it was trained on"
        + " with --data.");
  }

  /// What it comes to.
  void verdict(List<Agreement> parts) {
    List<String> others =
        parts.stream().filter(part -> !part.same()).map(Agreement::what).toList();
    if (others.isEmpty()) {
      out.println("Verified: training again gives the same model, byte for byte.");
    } else if (others.equals(List.of(Recorded.RECORD))) {
      out.println("Not verified: the model is the same, but what the bundle says of it, "
          + Recorded.RECORD + ", is not what training again says. It was changed after its training.");
    } else {
      anotherModel();
    }
  }

  private void anotherModel() {
    Provenance from = recorded.bundle().provenance();
    Provenance here = Origin.ofThisBuild();
    List<String> causes = new ArrayList<>();
    if (!from.carbonflow().equals(here.carbonflow())) {
      causes.add("the version is another");
    } else if (!from.revision().equals(here.revision())) {
      causes.add("the revision is another");
    }
    if (!from.libraries().equals(here.libraries())) {
      causes.add("the libraries have other versions");
    }
    out.println("Not verified: the same tables and seed give another model here. "
        + (causes.isEmpty() ? "Version and libraries are the same, so the bundle was changed after its"
            + " training, or the machine computes otherwise."
            : "A cause may be that " + String.join(" and ", causes)
                + "; try with the carbonflow that trained it."));
  }
}
