// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.login;

import module java.base;

/// A session's cookie, copied from a browser.
record Cookie(Secret secret) implements Login {

  @Override
  public Map<String, String> headers(URI uri) {
    return Map.of("cookie", secret.readForHeader());
  }

  @Override
  public boolean renew() {
    return false;
  }

  @Override
  public String words() {
    return "the cookie in " + secret.source();
  }
}
