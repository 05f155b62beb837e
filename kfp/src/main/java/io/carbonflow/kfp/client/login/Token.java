// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.login;

import module java.base;

/// A bearer token: a service account's, which Kubernetes keeps fresh, or one from elsewhere.
final class Token implements Login {
  private final String kind;
  private final Secret secret;
  private String token;

  /// @param kind what kind of token it is, for messages
  Token(String kind, Secret secret) {
    this.kind = kind;
    this.secret = secret;
    this.token = secret.readForHeader();
  }

  @Override
  public Map<String, String> headers(URI uri) {
    return Map.of("authorization", "Bearer " + token);
  }

  @Override
  public boolean renew() {
    String former = token;
    token = secret.readForHeader();
    return !token.equals(former);
  }

  @Override
  public String words() {
    return "the " + kind + " in " + secret.source();
  }
}
