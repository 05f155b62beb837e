// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.login;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.client.transport.Address;
import io.carbonflow.kfp.client.transport.Call;
import io.carbonflow.kfp.client.transport.Exchange;
import io.carbonflow.kfp.client.transport.HttpAnswer;
import io.carbonflow.kfp.client.transport.HttpExchange;
import io.carbonflow.kfp.client.transport.Refusal;
import io.carbonflow.kfp.client.transport.TransportException;

/// The ways to log in that the environment offers, tried in this order: the service account's
/// token, a bearer token, a cookie, the login form. A way that works is kept to; one that is refused, and
/// is refused again after it was renewed, is given up for the next.
public final class Logins implements Exchange {
  /// The variable of Kubeflow's SDK, and what it stands for where it is not set
  /// (kfp/client/set_volume_credentials.py).
  private static final String TOKEN_PATH = "KF_PIPELINES_SA_TOKEN_PATH";
  private static final Path IN_POD = Path.of("/var/run/secrets/kubeflow/pipelines/token");
  private static final String REMEDY = "set KF_PIPELINES_SA_TOKEN_PATH, KBFL_TOKEN or KBFL_COOKIE,"
      + " or KBFL_LOGIN and KBFL_PASSWORD";

  private final HttpExchange wire;
  private final List<Login> ways;
  private int current;

  private Logins(HttpExchange wire, List<Login> ways) {
    this.wire = wire;
    this.ways = ways;
  }

  /// The ways that the environment offers.
  ///
  /// @param wire what requests go out by
  /// @param door the page whose address leads to the login form
  /// @throws Problem if a secret cannot be read, or half of a login is missing
  public static Logins of(HttpExchange wire, Map<String, String> environment, URI door) {
    List<Login> ways = new ArrayList<>();
    serviceAccount(environment).ifPresent(secret -> ways.add(
        new Token("service account's token", secret)));
    Secret.of(environment, "KBFL_TOKEN").ifPresent(
        secret -> ways.add(new Token("bearer token", secret)));
    Secret.of(environment, "KBFL_COOKIE").ifPresent(secret -> ways.add(new Cookie(secret)));
    DexForm.of(wire, environment, door).ifPresent(ways::add);
    if (ways.isEmpty()) {
      ways.add(new NoAuth());
    }
    return new Logins(wire, ways);
  }

  private static Optional<Secret> serviceAccount(Map<String, String> environment) {
    String named = environment.getOrDefault(TOKEN_PATH, "");
    Path path = named.isBlank() ? IN_POD : Path.of(named);
    return named.isBlank() && !Files.exists(path) ? Optional.empty()
        : Optional.of(new Secret.InFile(TOKEN_PATH, path));
  }

  /// The way that is used now, in words that hold no secret.
  public String words() {
    return ways.get(current).words();
  }

  @Override
  public synchronized HttpAnswer exchange(Call call) throws TransportException, InterruptedException {
    while (true) {
      Login way = ways.get(current);
      HttpAnswer answer = wire.exchange(call, way.headers(call.uri()));
      if (isRefused(answer) && way.renew()) {
        answer = wire.exchange(call, way.headers(call.uri()));
      }
      if (!isRefused(answer)) {
        return answer;
      }
      if (current + 1 == ways.size()) {
        throw refused(answer);
      }
      current++;
    }
  }

  /// Whether a login is asked for: in so many words, by a redirect, or by a page where the API's
  /// answers are JSON.
  private static boolean isRefused(HttpAnswer answer) {
    return answer.status() == 401 || answer.status() / 100 == 3
        || answer.status() == 403 && !answer.isOf("application/json")
        || answer.isOf("text/html") && LoginPage.of(answer).passwordForm().isPresent();
  }

  private Problem refused(HttpAnswer answer) {
    Place server = Place.of(answer.uri().getScheme() + "://" + answer.uri().getRawAuthority());
    Optional<URI> location = answer.location();
    if (location.filter(to -> Address.isDowngrade(answer.uri(), to)).isPresent()) {
      return Address.downgrade(server.source(), wire.shown(location.get()));
    }
    if (location.filter(to -> to.getPath().equals(answer.uri().getPath())).isPresent()) {
      return new Problem(server, "has moved to " + wire.shown(location.get()),
          "correct the endpoint");
    }
    String how = location.map(to -> answer.status() + ", a redirect to " + wire.shown(to))
        .orElseGet(() -> (answer.status() + " " + Refusal.reason(answer)).strip());
    return ways.getFirst() instanceof NoAuth
        ? new Problem(server, "asks for a login (" + how + ")", REMEDY)
        : new Problem(server, "the login is refused (" + how + "); tried: "
            + ways.stream().map(Login::words).collect(Collectors.joining(", ")),
            "renew it or take another way: " + REMEDY);
  }
}
