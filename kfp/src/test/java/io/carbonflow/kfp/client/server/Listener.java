// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.server;

import module java.base;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/// Takes requests, notes them, and lets some of them go wrong.
final class Listener implements AutoCloseable {
  private final HttpServer http;
  private final Function<Request, Reply> answers;
  private final Fault.Plan faults = new Fault.Plan();
  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());

  /// Listens.
  ///
  /// @param port 0 for any that is free
  /// @param tls what it needs to speak TLS, if it does
  Listener(int port, Optional<SSLContext> tls, Function<Request, Reply> answers)
      throws IOException {
    this.answers = answers;
    http = Loopback.server(port, tls);
    http.createContext("/", this::serve);
    http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    http.start();
  }

  String url() {
    return Loopback.url(http);
  }

  Fault.Plan faults() {
    return faults;
  }

  List<String> requests(String regex) {
    synchronized (requests) {
      return requests.stream().filter(request -> request.matches(regex)).toList();
    }
  }

  private void serve(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    exchange.getRequestHeaders().forEach(
        (name, values) -> headers.put(name.toLowerCase(), String.join("; ", values)));
    Request request = new Request(exchange.getRequestMethod(), exchange.getRequestURI().getPath(),
        Request.fields(exchange.getRequestURI().getRawQuery()), headers,
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    String line = request.method() + " " + request.path();
    requests.add(line);
    try {
      answer(exchange, request, faults.take(line));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }

  private void answer(HttpExchange exchange, Request request, Optional<Fault> fault)
      throws IOException, InterruptedException {
    switch (fault.orElse(null)) {
      case Fault.Dropped _ -> { }
      case Fault.AnswerLost _ -> answers.apply(request);
      case Fault.Status error -> send(exchange, error.reply(), 1);
      case Fault.CutOff _ -> send(exchange, answers.apply(request), 2);
      case Fault.Slow slow -> {
        Thread.sleep(slow.delay());
        send(exchange, answers.apply(request), 1);
      }
      case Fault.Meanwhile meanwhile -> {
        meanwhile.event().run();
        send(exchange, answers.apply(request), 1);
      }
      case null -> send(exchange, answers.apply(request), 1);
    }
  }

  /// Sends an answer, or only the first of several parts of it.
  private static void send(HttpExchange exchange, Reply reply, int parts) throws IOException {
    byte[] body = reply.body();
    exchange.getResponseHeaders().putAll(reply.headers());
    exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body, 0, body.length / parts);
      exchange.getResponseBody().flush();
    }
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
