// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.login;

import module java.base;

/// No login, for a server that asks for none, such as one behind `kubectl port-forward`.
record NoAuth() implements Login {

  @Override
  public Map<String, String> headers(URI uri) {
    return Map.of();
  }

  @Override
  public boolean renew() {
    return false;
  }

  @Override
  public String words() {
    return "no login";
  }
}
