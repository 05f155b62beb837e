// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.storage;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.store.ConditionalWrites;
import io.carbonflow.store.LocalUri;
import io.carbonflow.store.S3Uri;
import io.carbonflow.store.Store;
import io.carbonflow.store.StoreUri;

/// Tries a store that a model is to be published to in the end, before anything is computed for it.
public final class StoreTrial {
  /// S3 refuses what was signed at a time further from its own.
  static final Duration MOST = Duration.ofMinutes(15);

  /// What was tried in this process; a run need not try it twice.
  private static final Set<List<String>> TRIED = ConcurrentHashMap.newKeySet();

  private StoreTrial() {}

  /// Tries the store, if there is one: whether it can be written, supports conditional writes, and has about our time.
  ///
  /// @throws Problem if it does not
  public static void of(StoreInputs at) {
    Optional<StoreUri> root = at.root();
    if (root.isPresent() && !TRIED.contains(key(root.get(), at))) {
      switch (root.get()) {
        case LocalUri folder -> requireFolder(folder.path());
        case S3Uri server -> {
          try (Store store = at.open(server)) {
            ConditionalWrites.check(store);
            requireTime(store.root(), store.clockAhead());
          }
        }
      }
      TRIED.add(key(root.get(), at));
    }
  }

  private static List<String> key(StoreUri root, StoreInputs at) {
    return List.of(root.toString(), at.s3Endpoint().get());
  }

  /// The first write makes the folder; what is looked at is where it is made.
  private static void requireFolder(Path folder) {
    Path there = folder.toAbsolutePath().normalize();
    while (!Files.exists(there, LinkOption.NOFOLLOW_LINKS) && there.getParent() != null) {
      there = there.getParent();
    }
    if (!Files.isDirectory(there) || !Files.isWritable(there)) {
      throw new Problem(Place.of(there), Files.isDirectory(there)
          ? "cannot be written, so no model can be published to " + folder
          : "is not a folder, so no model can be published to " + folder,
          "name another store, or change the folder's permissions");
    }
  }

  /// Checks clocks; a model's history is dated by them, and a server of S3 refuses requests of another time.
  static void requireTime(StoreUri root, Duration ahead) {
    if (ahead.abs().compareTo(MOST) > 0) {
      throw new Problem(Place.of(root), "its clock is " + ahead.abs().toMinutes() + " minutes "
          + (ahead.isNegative() ? "behind" : "ahead of") + " this machine's",
          "set the clock that is wrong, for example with timedatectl set-ntp true");
    }
  }
}
