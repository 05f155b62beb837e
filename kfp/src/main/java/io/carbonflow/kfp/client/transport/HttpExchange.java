// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.transport;

import module java.base;
import io.carbonflow.base.fault.KnownSecrets;
import io.carbonflow.base.tls.CaBundle;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/// Sends one request and takes its whole answer within a time limit. Redirects are answers.
public final class HttpExchange implements AutoCloseable {
  private final HttpClient client;
  private final ClientTimeouts timeouts;
  private final Consumer<String> journal;
  private final KnownSecrets secrets = new KnownSecrets();
  private final ShownSecrets shown = new ShownSecrets(secrets);

  /// A client. Certificates are checked against the JVM's authorities.
  ///
  /// @param authority a PEM file with authorities that are trusted too
  /// @param journal takes a line for each request: method, address, status and duration
  /// @throws io.carbonflow.base.fault.Problem if the file holds no certificates
  public HttpExchange(Optional<Path> authority, ClientTimeouts timeouts, Consumer<String> journal) {
    this.timeouts = timeouts;
    this.journal = line -> journal.accept(secrets.masked(line));
    // Kubeflow's gateways speak HTTP/1.1 everywhere; an offer to upgrade confuses some of them.
    HttpClient.Builder builder = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
        .followRedirects(Redirect.NEVER).connectTimeout(timeouts.connect());
    authority.map(pem -> CaBundle.context(
        pem, "correct or unset --ca-cert, KBFL_CA_CERT or SSL_CERT_FILE"))
        .ifPresent(builder::sslContext);
    this.client = builder.build();
  }

  /// What no message may show of this client's requests: it learns the headers that logins add and the
  /// cookies that servers give. A login adds what it sends in another way.
  public KnownSecrets secrets() {
    return secrets;
  }

  /// Sends a request.
  ///
  /// @param headers headers beside those of the request itself
  /// @throws TransportException if the whole answer does not arrive in time
  public HttpAnswer exchange(Call call, Map<String, String> headers)
      throws TransportException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(call.uri())
        .timeout(timeouts.answer())
        .header("accept", call.accept())
        .method(call.method(), call.body().map(body -> BodyPublishers.ofByteArray(body.content()))
            .orElse(BodyPublishers.noBody()));
    call.body().ifPresent(body -> request.header("content-type", body.type()));
    shown.sent(headers);
    headers.forEach(request::header);
    long start = System.nanoTime();
    String line = call.method() + " " + Address.shown(call.uri()) + ": ";
    try {
      HttpResponse<byte[]> response = whole(request.build());
      shown.received(response.headers());
      journal.accept(line + response.statusCode() + ", " + millis(start));
      return new HttpAnswer(call.uri(), response.statusCode(), response.headers(), response.body(), secrets);
    } catch (TransportException e) {
      journal.accept(line + e.getMessage() + ", " + millis(start));
      throw e;
    }
  }

  /// The request's own time limit ends with the headers; this one holds for the content too.
  private HttpResponse<byte[]> whole(HttpRequest request) throws TransportException, InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, BodyHandlers.ofByteArray());
    try {
      return answer.get(timeouts.answer().toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw TransportException.of(request.uri(), (Exception) e.getCause());
    } catch (TimeoutException e) {
      throw TransportException.of(request.uri(), e);
    } finally {
      answer.cancel(true);
    }
  }

  private static String millis(long start) {
    return (System.nanoTime() - start) / 1_000_000 + " ms";
  }

  /// Ends all connections.
  @Override
  public void close() {
    client.shutdownNow();
  }
}
