// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.login;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.client.transport.HttpExchange;
import io.carbonflow.kfp.client.transport.TransportException;

/// A user's name and password in the form that Dex shows, with oauth2-proxy or an older gateway in
/// front of Kubeflow. What is gained is a session's cookie.
final class DexForm implements Login {
  private static final String LOGIN = "KBFL_LOGIN";
  private static final String PASSWORD = "KBFL_PASSWORD";

  private final HttpExchange wire;
  private final URI door;
  private final String user;
  private final Secret password;
  private SessionCookies cookies = new SessionCookies();

  private DexForm(HttpExchange wire, URI door, String user, Secret password) {
    this.wire = wire;
    this.door = door;
    this.user = user;
    this.password = password;
  }

  /// The login that the environment names.
  ///
  /// @throws Problem if half of it is missing
  static Optional<DexForm> of(HttpExchange wire, Map<String, String> environment, URI door) {
    String user = environment.getOrDefault(LOGIN, "");
    Optional<Secret> password = Secret.of(environment, PASSWORD);
    if (user.isBlank() == password.isPresent()) {
      throw new Problem(Place.of(user.isBlank() ? LOGIN : PASSWORD), "is not set, but "
          + (user.isBlank() ? PASSWORD : LOGIN) + " is", "set both, or neither");
    }
    return password.map(secret -> new DexForm(wire, door, user, secret));
  }

  @Override
  public Map<String, String> headers(URI uri) {
    return cookies.headers(uri);
  }

  @Override
  public boolean renew() throws TransportException, InterruptedException {
    cookies = new SessionCookies();
    String secret = password.read();
    wire.secrets().add(secret);
    try {
      new LoginWalk(wire, cookies, user, secret).from(door);
    } catch (TransportException e) {
      throw e.beforeAnyEffect();
    }
    return true;
  }

  @Override
  public String words() {
    return "the login form as " + user;
  }
}
