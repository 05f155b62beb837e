// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client;

import module java.base;
import io.carbonflow.base.json.ServerJson;

/// A text that is in the description of one thing only, by which it is found again if the answer to
/// the request that made it was lost.
///
/// @param text the text
record IdempotencyKey(String text) {

  static IdempotencyKey create() {
    return new IdempotencyKey("carbonflow, request " + UUID.randomUUID());
  }

  boolean isOn(ServerJson json) {
    return json.text("description").equals(text);
  }
}
