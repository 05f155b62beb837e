// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli;

import module java.base;
import io.carbonflow.base.json.Json;
import io.carbonflow.components.provenance.Origin;
import io.carbonflow.model.bundle.Provenance;
import io.carbonflow.verify.Agreement;
import io.carbonflow.verify.Recorded;

/// What `verify` finds, for programs.
final class VerifyJson {
  private VerifyJson() {}

  /// @param recorded the bundle
  /// @param tables the tables that were compared
  /// @param parts the parts of the model; none where the tables are others, for nothing was trained then
  static String of(Recorded recorded, List<Agreement> tables, List<Agreement> parts) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("bundle", recorded.bundle().name());
    json.put("verified", !parts.isEmpty() && Stream.concat(tables.stream(), parts.stream()).allMatch(Agreement::same));
    json.put("trained", !parts.isEmpty());
    json.put("trained_by", code(recorded.bundle().provenance()));
    json.put("here", code(Origin.ofThisBuild()));
    json.put("tables", tables.stream().map(VerifyJson::compared).toList());
    json.put("parts", parts.stream().map(VerifyJson::compared).toList());
    return Json.pretty(json);
  }

  private static Map<String, Object> code(Provenance of) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("carbonflow", of.carbonflow());
    json.put("revision", of.revision());
    json.put("libraries", of.libraries());
    return json;
  }

  private static Map<String, Object> compared(Agreement one) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", one.what());
    json.put("same", one.same());
    json.put("recorded", one.recorded());
    json.put("found", one.found());
    return json;
  }
}
