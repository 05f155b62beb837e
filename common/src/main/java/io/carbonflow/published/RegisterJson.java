// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.published;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.json.Json;
import io.carbonflow.base.json.StrictJson;

/// `current.json`: a [Register] as JSON. Where there is no version yet there is no file.
///
/// @param format the version of the form
record RegisterJson(int format, String version, int number, List<Published> kept, List<Event> history,
    Optional<List<RowsDecision>> decisions) {
  /// The version of the form that this release reads, and writes where rows have decided something.
  private static final int FORMAT = 2;

  /// The version that earlier releases read, too.
  private static final int WITHOUT_DECISIONS = 1;

  /// @param from empty for the first
  private record Event(
      Instant at, RegistryEvent.Kind kind, String from, String to, String reason) {}

  static byte[] bytes(Register register) {
    List<RowsDecision> decisions = register.decisions().all();
    return Json.pretty(new RegisterJson(decisions.isEmpty() ? WITHOUT_DECISIONS : FORMAT,
        register.version().orElseThrow(),
        register.number(), register.kept(), register.moves().stream().map(move -> new Event(
            move.at(), move.kind(), move.from().orElse(""), move.to(), move.reason())).toList(),
        Optional.of(decisions).filter(some -> !some.isEmpty())))
        .getBytes(StandardCharsets.UTF_8);
  }

  /// Reads what [#bytes] wrote.
  ///
  /// @throws Problem if it is something else, or of a newer version
  static Register read(byte[] content, Place where) {
    StrictJson json = StrictJson.of(content, where);
    if (json.field("format").whole() > FORMAT) {
      throw new Problem(where, "has format " + json.field("format").whole()
          + ", this carbonflow reads up to " + FORMAT, "use the release that wrote it, or a later one");
    }
    RegisterJson form = json.to(RegisterJson.class);
    return json.made(() -> new Register(form.number, Optional.of(form.version), form.kept,
        form.history.stream().map(move -> new RegistryEvent(move.at, move.kind,
            Optional.of(move.from).filter(from -> !from.isEmpty()), move.to, move.reason)).toList(),
        new RowsDecisions(form.decisions.orElse(List.of()))));
  }
}
