// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.store;

/// Makes text fit for a message: whatever may be a password in a URI is left out.
final class WithoutSecrets {

  private WithoutSecrets() {}

  /// The text of a URI without user and password, and without its query, which may be signed, and its
  /// fragment. As a secret key may itself hold slashes, all up to the last `@` is taken for one.
  static String of(String uri) {
    return uri.replaceFirst("(?s)(?<=//|^).*@", "…@").replaceFirst("(?s)([?#]).*", "$1…");
  }

  /// The text of a server's address without all that follows its host and port, which is not part of it
  /// and may be anything.
  static String ofServer(String address) {
    return of(address).replaceFirst("(?s)((?:^[A-Za-z][A-Za-z0-9+.-]*:)?(?:^|//)[^/?#]*[/?#]).+", "$1…");
  }
}
