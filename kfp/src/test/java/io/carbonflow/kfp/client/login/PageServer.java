// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.login;

import module java.base;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.carbonflow.kfp.client.server.Loopback;

/// A server whose answers a test has in a table, by http or https. It notes what it is sent.
final class PageServer implements AutoCloseable {
  private final HttpServer http;
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final Map<String, Page> pages = new ConcurrentHashMap<>();

  /// A request.
  ///
  /// @param line method and path
  /// @param cookie the header with cookies; empty if there was none
  /// @param body the content
  record Asked(String line, String cookie, String body) {}

  /// An answer.
  ///
  /// @param headers names and values, in turn
  record Page(int status, String type, String text, String... headers) {}

  PageServer(Optional<SSLContext> tls) throws IOException {
    http = Loopback.server(0, tls);
    http.createContext("/", this::serve);
    http.start();
  }

  static PageServer plain() throws IOException {
    return new PageServer(Optional.empty());
  }

  /// Answers so at a path from now on; elsewhere it answers 404.
  PageServer at(String line, Page page) {
    pages.put(line, page);
    return this;
  }

  /// Sends on from a path.
  PageServer redirect(String line, String to, String... headers) {
    String[] all = Arrays.copyOf(headers, headers.length + 2);
    all[headers.length] = "location";
    all[headers.length + 1] = to;
    return at(line, new Page(302, "text/html", "", all));
  }

  /// Shows a page at a path.
  PageServer page(String line, String html, String... headers) {
    return at(line, new Page(200, "text/html", html, headers));
  }

  String url() {
    return Loopback.url(http);
  }

  List<Asked> asked() {
    return List.copyOf(asked);
  }

  private void serve(HttpExchange exchange) throws IOException {
    String line = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
    asked.add(new Asked(line, String.join(" + ",
        exchange.getRequestHeaders().getOrDefault("cookie", List.of())),
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    Page page = pages.getOrDefault(line, new Page(404, "text/plain", "not here"));
    exchange.getResponseHeaders().add("content-type", page.type);
    for (int i = 0; i < page.headers.length; i += 2) {
      exchange.getResponseHeaders().add(page.headers[i], page.headers[i + 1]);
    }
    byte[] body = page.text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(page.status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
