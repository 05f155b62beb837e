// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate;

import module java.base;
import io.carbonflow.components.storage.StoreInputs;
import io.carbonflow.kfp.step.Console;
import io.carbonflow.store.Store;
import io.carbonflow.store.StoreUri;

/// Sends what people want to see of a run to a store. The plots of a run keep the names that the
/// pipeline before this one gave them.
final class Upload {
  private Upload() {}

  /// Writes the plots, then the texts: who finds the last of them finds all of it.
  ///
  /// @param root a folder, or a bucket with or without a prefix
  /// @throws io.carbonflow.base.fault.Problem if something cannot be written
  static void send(StoreInputs at, StoreUri root, Map<String, byte[]> plots,
      SequencedMap<String, String> texts, Console console) {
    try (Store target = at.open(root)) {
      plots.forEach((name, png) -> target.write(name + ".png", png));
      texts.forEach((name, text) -> target.write(name, text.getBytes(StandardCharsets.UTF_8)));
    }
    console.line("plots and metrics sent to " + root);
  }
}
