// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.server;

import module java.base;

/// Ids that are the same in every run of a test.
final class Ids {
  private int made;

  String next(String kind) {
    return of(kind + ++made);
  }

  static String of(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
