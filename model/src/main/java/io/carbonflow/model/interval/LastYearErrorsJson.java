// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.interval;

import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.json.Json;
import io.carbonflow.base.json.StrictJson;
import java.nio.charset.StandardCharsets;

/// [LastYearErrors] as JSON. Doubles read back to the last bit.
public final class LastYearErrorsJson {
  private LastYearErrorsJson() {}

  /// The errors as JSON, ending in a line break.
  public static String write(LastYearErrors errors) {
    return Json.compact(errors) + "\n";
  }

  /// Reads what [#write] wrote.
  ///
  /// @param where the file or bundle that the text is from
  /// @throws Problem if the text is something else
  public static LastYearErrors read(String text, Place where) {
    return StrictJson.of(text.getBytes(StandardCharsets.UTF_8), where,
        "copy the bundle again from where it was written").to(LastYearErrors.class);
  }
}
