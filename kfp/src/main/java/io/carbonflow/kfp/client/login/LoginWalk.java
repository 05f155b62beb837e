// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.login;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.client.transport.Address;
import io.carbonflow.kfp.client.transport.Call;
import io.carbonflow.kfp.client.transport.HttpAnswer;
import io.carbonflow.kfp.client.transport.HttpExchange;
import io.carbonflow.kfp.client.transport.TransportException;

/// Walks from a door that is locked through the pages of a login, as a browser would, and back to
/// the door: a sign-in page, a choice of ways, the form for name and password, the question whether
/// the program may know the user. Each is known by the form it holds and not by its address, which
/// differs between releases. No step leads from https to http.
final class LoginWalk {
  private static final int MOST_STEPS = 20;
  private static final String REMEDY = "log in by another way, a token or a cookie, and report"
      + " what page it is";

  private final HttpExchange wire;
  private final SessionCookies cookies;
  private final String user;
  private final String password;
  private boolean submitted;

  LoginWalk(HttpExchange wire, SessionCookies cookies, String user, String password) {
    this.wire = wire;
    this.cookies = cookies;
    this.user = user;
    this.password = password;
  }

  /// Logs in.
  ///
  /// @throws Problem if name or password are refused, or a page is not known
  void from(URI door) throws TransportException, InterruptedException {
    Call next = Call.page(door);
    for (int step = 0; step < MOST_STEPS; step++) {
      HttpAnswer answer = send(next);
      if (answer.location().isPresent()) {
        next = safe(answer.uri(), Call.page(answer.location().get()));
        continue;
      }
      LoginPage page = LoginPage.of(answer);
      Optional<Call> further = further(page);
      if (further.isEmpty()) {
        arrived(door, page);
        return;
      }
      next = safe(answer.uri(), further.get());
    }
    throw new Problem(Place.of(wire.shown(door)), "the login does not come to an end; it was at "
        + wire.shown(next.uri()) + " last", REMEDY);
  }

  private HttpAnswer send(Call call) throws TransportException, InterruptedException {
    HttpAnswer answer = wire.exchange(call, cookies.headers(call.uri()));
    cookies.take(answer);
    if (answer.isAway()) {
      throw TransportException.away(answer);
    }
    return answer;
  }

  /// What a person would do on a page; empty where there is nothing to do.
  private Optional<Call> further(LoginPage page) {
    return Stream.<Optional<Call>>of(
            page.approvalForm().map(form -> Call.form(form.action(), form.fields())),
            page.passwordForm().map(form -> filledIn(page, form)),
            signIn(page), choice(page))
        .flatMap(Optional::stream).findFirst();
  }

  private Call filledIn(LoginPage page, LoginPage.Form form) {
    if (submitted) {
      checkCookies(page);
      throw new Problem(Place.of(page.shown()),
          "name or password are refused for " + user, "correct KBFL_LOGIN and KBFL_PASSWORD");
    }
    submitted = true;
    Map<String, String> fields = new LinkedHashMap<>(form.fields());
    form.input(type -> type.matches("text|email")).ifPresent(name -> fields.put(name, user));
    form.input("password"::equals).ifPresent(name -> fields.put(name, password));
    return Call.form(form.action(), fields);
  }

  /// The button of oauth2-proxy's page (its sign_in.html), a form with nothing to fill in.
  private static Optional<Call> signIn(LoginPage page) {
    return page.forms().stream().filter(form -> form.method().equals("get")
            && String.valueOf(form.action().getPath()).endsWith("/start"))
        .map(form -> Call.page(
            Address.withQuery(form.action(), Address.fields(form.fields())))).findFirst();
  }

  /// One of the ways that Dex offers (its login.html): its own passwords, or a directory's.
  private static Optional<Call> choice(LoginPage page) {
    return Stream.of("/auth/local", "/auth/ldap").flatMap(end -> page.links().stream()
        .filter(link -> String.valueOf(link.getPath()).endsWith(end))).map(Call::page).findFirst();
  }

  /// Checks that the way leads back to the door.
  private void arrived(URI door, LoginPage page) {
    boolean home = door.getRawAuthority().equals(page.uri().getRawAuthority())
        && (page.uri().getPath().matches("/?") || slashed(page.uri()).equals(slashed(door)));
    checkCookies(page);
    if (!home || page.status() / 100 != 2) {
      throw new Problem(Place.of(wire.shown(door)),
          "the login met a page that is not known here: " + page.words(), REMEDY);
    }
  }

  /// Tells of a server that is reached by http but gives cookies for https: browsers make an
  /// exception for this machine's own name, and nobody else does.
  private void checkCookies(LoginPage page) {
    if (!Address.isHttps(page.uri()) && cookies.anySecure()) {
      throw new Problem(Place.of(page.shown()),
          "the login gave a cookie that is for https only", "use the https address");
    }
  }

  private static String slashed(URI uri) {
    return uri.getPath().endsWith("/") ? uri.getPath() : uri.getPath() + "/";
  }

  /// Refuses to go from https to http, where password and cookies could be read on the way, and to
  /// what is not a page.
  private Call safe(URI from, Call to) {
    if (!Address.isOfServer(to.uri())) {
      throw new Problem(Place.of(wire.shown(from)),
          "the login leads to what is not an address of a page", REMEDY);
    }
    if (Address.isDowngrade(from, to.uri())) {
      throw Address.downgrade(wire.shown(from), wire.shown(to.uri()));
    }
    return to;
  }
}
