// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Printable;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.json.StrictJson;
import io.carbonflow.components.merge.Years;
import io.carbonflow.model.bundle.Provenance;
import io.carbonflow.published.Published;
import io.carbonflow.published.PublishedMetrics;
import io.carbonflow.published.PublishedModels.Loaded;
import io.carbonflow.published.Register;
import io.carbonflow.published.RegistryEvent;
import io.carbonflow.store.Store;
import io.carbonflow.store.StoreUri;

/// Published models as text for a terminal.
final class ModelsText {
  private ModelsText() {}

  /// A table of all versions.
  static String list(Register register) {
    StringBuilder text = new StringBuilder();
    text.append(row("version", "published", "model", "features", "R²", "MAE, t"));
    for (Published one : register.kept()) {
      PublishedMetrics promise = one.promise();
      boolean current = Optional.of(one.version()).equals(register.version());
      text.append(row(one.version() + (current ? " *" : ""), one.at().toString(), promise.model(),
          promise.features().word(), number("%.3f", promise.r2()),
          number("%.1f", promise.tonnesMae())));
    }
    return Printable.of(text.append("\n* the current one. R² is what it promises, MAE that of its held-out rows when"
        + " it was published.\n").toString());
  }

  /// One version, and the changes of the current one.
  static String show(Loaded model, Register register) {
    Published published = model.published();
    PublishedMetrics promise = published.promise();
    Provenance from = model.bundle().provenance();
    StringBuilder text = new StringBuilder();
    line(text, "version", published.version());
    line(text, "SHA-256", published.sha256());
    line(text, "published", published.at().toString());
    line(text, "model", promise.model() + ", " + promise.features().word());
    line(text, "promised", number("R² %.3f", promise.r2()));
    line(text, "measured", number("R² %.3f (in tonnes %.3f), MAE %.1f t, on ", promise.measured(),
        promise.tonnesR2(), promise.tonnesMae()) + promise.rows() + " held-out rows");
    line(text, "trained on", from.trainRows() + " rows, seed " + from.seed() + ", split seed "
        + from.splitSeed());
    if (!from.years().isEmpty()) {
      line(text, "years", Years.words(new TreeSet<>(from.years())));
    }
    line(text, "tables", String.join(" ", from.data()));
    line(text, "trained by", "carbonflow " + from.carbonflow() + ", revision " + from.revision());
    text.append("\nHow the current model changed, latest first:\n");
    register.moves().forEach(move -> text.append(sentence(move)));
    return Printable.of(text.toString());
  }

  /// What was decided about the model of a training, a fact a line.
  ///
  /// @throws Problem if the verdict is not there, or is none
  static String verdict(Store store, String key) {
    StoreUri uri = store.root().resolve(key);
    byte[] content = store.versioned(key).map(Store.Versioned::content)
        .orElseThrow(() -> new Problem(Place.of(uri), "does not exist",
            "run a training with this store and --verdict-key=" + key + ", or name the key of one"));
    StrictJson verdict = StrictJson.of(content, Place.of(uri));
    String decided = "decision: " + verdict.field("decision").text()
        + "\nreason: " + verdict.field("reason").text() + "\n";
    return Printable.of(verdict.names().contains("version")
        ? decided + "version: " + verdict.field("version").text() + "\n" : decided);
  }

  private static String sentence(RegistryEvent move) {
    String what = switch (move.kind()) {
      case PUBLISHED -> "published";
      case ROLLED_BACK -> "rolled back";
    };
    return move.at() + "  " + move.from().map(from -> from + " -> ").orElse("") + move.to() + ", "
        + what + ": " + move.reason() + "\n";
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(String.format(Locale.ROOT, "%-11s %s%n", name, value)
        .replace(System.lineSeparator(), "\n"));
  }

  private static String row(String... cells) {
    return String.format(Locale.ROOT, "%-19s  %-20s  %-13s  %-9s  %6s  %7s",
        (Object[]) cells).stripTrailing() + "\n";
  }

  private static String number(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
