// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli;

import module java.base;
import io.carbonflow.base.json.Json;
import io.carbonflow.model.bundle.Provenance;
import io.carbonflow.published.Published;
import io.carbonflow.published.PublishedModels.Loaded;
import io.carbonflow.published.Register;

/// Published models for programs.
final class ModelsJson {
  private ModelsJson() {}

  /// All versions, the latest first.
  static String list(Register register) {
    return Json.pretty(register.kept().stream().map(one -> facts(one, register)).toList());
  }

  /// One version, and the changes of the current one.
  static String show(Loaded model, Register register) {
    Map<String, Object> json = facts(model.published(), register);
    Provenance from = model.bundle().provenance();
    json.put("city", model.bundle().city().name());
    json.put("train_rows", from.trainRows());
    json.put("seed", from.seed());
    json.put("split_seed", from.splitSeed());
    json.put("years", new TreeSet<>(from.years()));
    json.put("tables", from.data());
    json.put("carbonflow", from.carbonflow());
    json.put("revision", from.revision());
    json.put("moves", register.moves());
    return Json.pretty(json);
  }

  private static Map<String, Object> facts(Published one, Register register) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("version", one.version());
    json.put("current", Optional.of(one.version()).equals(register.version()));
    json.put("sha256", one.sha256());
    json.put("published", one.at());
    json.put("promise", one.promise());
    return json;
  }
}
