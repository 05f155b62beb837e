// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.store;

import module java.base;

/// Reads one object in a JVM of its own: to see which classes that needs, and how long it takes.
final class ReadOnce {

  private ReadOnce() {}

  public static void main(String[] args) throws Exception {
    StoreUri uri = StoreUri.parse(args[0]);
    try (Store store = Store.open(uri.parent(), StoreOptions.of(System.getenv()));
        InputStream in = store.read(uri.name())) {
      System.out.print(in.readAllBytes().length + " bytes\n");
    }
  }
}
