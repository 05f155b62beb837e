// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.server;

import module java.base;

/// What stands before Kubeflow and lets in only who is known: nothing, bearer tokens, or Dex with
/// oauth2-proxy. Pages have the forms that Dex's templates and oauth2-proxy's sign_in.html have.
public final class Gate {
  private static final String SESSION = "oauth2_proxy_kubeflow";
  private static final String CSRF = "_oauth2_proxy_csrf";

  private final String token;
  private final String user;
  private final String password;
  private final Set<String> sessions = new HashSet<>();
  private int counter;
  private boolean healthIsOpen;
  /// Whether requests of the API are sent to the login page too, as older gateways do.
  public volatile boolean redirecting;
  /// Whether Dex asks if oauth2-proxy may know the user.
  public volatile boolean approving = true;
  /// Whether there are several ways to choose from.
  public volatile boolean choosing;
  /// Whether a page comes after the password that no client knows.
  public volatile boolean secondFactor;
  /// Whether the session's cookie is for https only.
  public volatile boolean secureCookie;

  private Gate(String token, String user, String password) {
    this.token = token;
    this.user = user;
    this.password = password;
  }

  /// Everybody is let in.
  public static Gate open() {
    return new Gate("", "", "");
  }

  /// Who shows a token is let in.
  public static Gate ofToken(String token) {
    return new Gate(token, "", "");
  }

  /// Who shows a token is let in, by the API server itself: its health it tells everybody, and it refuses
  /// as the sources of 2.17 have it (backend/src/apiserver/auth, and `IsAuthorized` in
  /// resource_manager.go).
  public static Gate ofApiServer(String token) {
    Gate gate = ofToken(token);
    gate.healthIsOpen = true;
    return gate;
  }

  /// Who knows a password gets a session's cookie.
  public static Gate ofDex(String user, String password) {
    return new Gate("", user, password);
  }

  /// Ends all sessions.
  public synchronized void expire() {
    sessions.clear();
  }

  /// A session's cookie, as a browser would show it.
  public synchronized String session() {
    String session = "session-" + ++counter;
    sessions.add(session);
    return SESSION + "=" + session;
  }

  /// The answer to who is not let in; null to who is.
  synchronized Reply check(Request request) {
    if (healthIsOpen) {
      return request.path().endsWith("/healthz") || shows(request) ? null
          : new Refused(Refused.Code.UNAUTHENTICATED, "Failed to check authorization. User identity"
              + " is empty in the request header").reply();
    }
    if (!token.isEmpty()) {
      return shows(request) ? null : Reply.of(401, "text/plain", "Jwt verification fails");
    }
    if (user.isEmpty() || sessions.contains(request.cookie(SESSION))) {
      return null;
    }
    if (request.path().startsWith("/dex/")) {
      return dex(request);
    } else if (request.path().equals("/oauth2/start")) {
      return Reply.redirect(302, "/dex/auth?client_id=kubeflow-oidc-authservice&state=csrf%3A"
          + request.query("rd")).with("set-cookie", CSRF + "=csrf; Path=/; HttpOnly; SameSite=Lax");
    } else if (request.path().equals("/oauth2/callback")) {
      return callback(request);
    } else if (redirecting) {
      return Reply.redirect(302, "/oauth2/start?rd=%2F");
    }
    return request.path().contains("/apis/") ? Reply.of(401, "application/json", "{}")
        : Reply.page(403, "Sign In", "<form method=\"GET\" action=\"/oauth2/start\">"
            + "<input type=\"hidden\" name=\"rd\" value=\"" + request.path() + "\">"
            + "<button type=\"submit\">Sign in with OpenID Connect</button></form>");
  }

  private boolean shows(Request request) {
    return request.headers().getOrDefault("authorization", "").equals("Bearer " + token);
  }

  private Reply dex(Request request) {
    String state = "state=" + request.query("state").replace(":", "%3A");
    return switch (request.path()) {
      case "/dex/auth" -> choosing ? Reply.page(200, "dex", "<h2>Log in to dex</h2>"
          + "<a href=\"/dex/auth/github?" + state + "\">Log in with GitHub</a>"
          + "<a href=\"/dex/auth/local?" + state + "\">Log in with Email</a>")
          : Reply.redirect(302, "/dex/auth/local?" + state);
      case "/dex/auth/local" -> Reply.redirect(302, "/dex/auth/local/login?" + state);
      case "/dex/auth/local/login" -> request.method().equals("GET")
          ? form(state, false) : login(request, state);
      case "/dex/approval" -> request.method().equals("GET") ? Reply.page(200, "dex",
          "<h2>Grant Access</h2>" + approval("approve") + approval("rejected"))
          : approved(request);
      default -> Reply.page(404, "dex", "Not found");
    };
  }

  private static Reply form(String state, boolean refused) {
    return Reply.page(refused ? 401 : 200, "dex", "<h2>Log in to Your Account</h2>"
        + "<form method=\"post\" action=\"/dex/auth/local/login?back=&amp;" + state + "\">"
        + "<input tabindex=\"1\" required id=\"login\" name=\"login\" type=\"text\"/>"
        + "<input tabindex=\"2\" required name=\"password\" type=\"password\"/>"
        + (refused ? "<div id=\"login-error\">Invalid Email Address and password.</div>" : "")
        + "<button type=\"submit\">Login</button></form>");
  }

  private static String approval(String decision) {
    return "<form method=\"post\"><input type=\"hidden\" name=\"req\" value=\"r1\"/>"
        + "<input type=\"hidden\" name=\"approval\" value=\"" + decision + "\">"
        + "<button type=\"submit\">Grant Access</button></form>";
  }

  private Reply login(Request request, String state) {
    Map<String, String> fields = Request.fields(request.body());
    if (!user.equals(fields.get("login")) || !password.equals(fields.get("password"))) {
      return form(state, true);
    }
    return secondFactor ? Reply.page(200, "Two-factor authentication", "<form method=\"post\">"
        + "<input name=\"totp\" type=\"text\"></form> Code for " + user)
        : Reply.redirect(303, approving ? "/dex/approval?req=r1&hmac=h1"
            : "/oauth2/callback?code=c1&state=csrf%3A%2F");
  }

  private static Reply approved(Request request) {
    return request.query("req").equals("r1") && request.query("hmac").equals("h1")
        && "approve".equals(Request.fields(request.body()).get("approval"))
        ? Reply.redirect(303, "/oauth2/callback?code=c1&state=csrf%3A%2F")
        : Reply.page(400, "dex", "Bad Request");
  }

  private Reply callback(Request request) {
    return !request.cookie(CSRF).equals("csrf") || !request.query("code").equals("c1")
        ? Reply.page(403, "Forbidden", "Login Failed: Unable to find a valid CSRF token.")
        : Reply.redirect(302, "/").with("set-cookie",
            session() + "; Path=/; HttpOnly" + (secureCookie ? "; Secure" : ""),
            CSRF + "=; Path=/; Max-Age=0");
  }
}
