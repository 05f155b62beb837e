// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.store;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;

/// Whether a store keeps the promise of [Store#replace]. A server of S3 may be too old to: it writes
/// whatever the condition is, or refuses every write that has one. Where the server ignores the condition,
/// two programs that move a pointer at once undo each other's work without a word.
public final class ConditionalWrites {
  /// What to do about a store that does not.
  static final String REMEDY = "use a server that supports If-Match and If-None-Match on PUT,"
      + " as Amazon S3 and MinIO do, or a newer release of this one";

  private ConditionalWrites() {}

  /// Tries it on an object of its own, which is deleted. Of folders it is known.
  ///
  /// @throws Problem if the store does not support conditional writes, or cannot be written to
  public static void check(Store store) {
    switch (store) {
      case FileStore _ -> { }
      case S3Store server -> tryOn(server);
    }
  }

  private static void tryOn(Store store) {
    String key = "conditional-write-probe-" + UUID.randomUUID();
    try {
      tryOn(store, key);
    } catch (Problem e) {
      try {
        store.delete(key);
      } catch (Problem also) {
        e.addSuppressed(also);
      }
      throw e;
    }
    store.delete(key);
  }

  private static void tryOn(Store store, String key) {
    if (!store.replace(key, Optional.empty(), bytes("first"))) {
      throw wrong(store, "refuses to create an object on condition that there is none");
    }
    if (store.replace(key, Optional.empty(), bytes("second"))) {
      throw wrong(store, "replaces an object that was to be written only where there is none");
    }
    Optional<Store.Version> first = store.versioned(key).map(Store.Versioned::version);
    if (!store.replace(key, first, bytes("third"))) {
      throw wrong(store, "refuses to replace an object that nobody has changed");
    }
    if (store.replace(key, first, bytes("fourth"))) {
      throw wrong(store, "replaces an object that was changed after it was read");
    }
  }

  private static Problem wrong(Store store, String what) {
    return new Problem(Place.of(store.root()), "the store " + what
        + ", so models cannot be published to it safely", REMEDY);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
