// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.transport;

import module java.base;
import io.carbonflow.base.fault.KnownSecrets;
import io.carbonflow.base.file.InputLimits;
import io.carbonflow.base.tls.CaBundle;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/// Sends one request and takes its answer. The time limit counts again with every part that arrives, so a
/// long answer may flow for as long as it takes. Redirects are answers.
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

  /// An address as a message may show it: without its query and what the server was shown.
  public String shown(URI uri) {
    return secrets.masked(Address.shown(uri));
  }

  /// Sends a request.
  ///
  /// @param headers headers beside those of the request itself
  /// @throws TransportException if the answer breaks off, the server stays silent for too long, or the
  ///     answer is larger than [InputLimits#ANSWER] and has no sink
  public HttpAnswer exchange(Call call, Map<String, String> headers)
      throws TransportException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(call.uri())
        .header("accept", call.accept())
        .method(call.method(), call.body().map(body -> BodyPublishers.ofByteArray(body.content()))
            .orElse(BodyPublishers.noBody()));
    call.body().ifPresent(body -> request.header("content-type", body.type()));
    shown.sent(headers);
    headers.forEach(request::header);
    long start = System.nanoTime();
    String line = call.method() + " " + Address.shown(call.uri()) + ": ";
    try {
      HttpAnswer answer = answer(call, request.build());
      journal.accept(line + answer.status() + ", " + millis(start));
      return answer;
    } catch (TransportException e) {
      journal.accept(line + e.getMessage() + ", " + millis(start));
      throw e;
    }
  }

  private HttpAnswer answer(Call call, HttpRequest request)
      throws TransportException, InterruptedException {
    CompletableFuture<HttpResponse<AnswerParts>> headers =
        client.sendAsync(request, _ -> new AnswerParts());
    try {
      HttpResponse<AnswerParts> response =
          headers.get(timeouts.answer().toMillis(), TimeUnit.MILLISECONDS);
      shown.received(response.headers());
      HttpAnswer head = new HttpAnswer(
          call.uri(), response.statusCode(), response.headers(), new byte[0], secrets);
      try {
        return content(call, head, response.body());
      } finally {
        response.body().cancel();
      }
    } catch (ExecutionException e) {
      throw TransportException.of(call.uri(), e.getCause());
    } catch (TimeoutException e) {
      throw TransportException.of(call.uri(), e);
    } finally {
      headers.cancel(true);
    }
  }

  /// Takes the content, to its sink or whole.
  private HttpAnswer content(Call call, HttpAnswer head, AnswerParts parts)
      throws TransportException, ExecutionException, TimeoutException, InterruptedException {
    var whole = new ByteArrayOutputStream();
    Optional<AnswerSink> sink = call.sink().filter(one -> one.begin(head));
    try {
      for (var part = parts.next(timeouts.answer()); part.isPresent(); part = parts.next(timeouts.answer())) {
        for (ByteBuffer buffer : part.get()) {
          byte[] bytes = new byte[buffer.remaining()];
          buffer.get(bytes);
          if (sink.isPresent()) {
            sink.get().take(bytes);
          } else if (bytes.length > InputLimits.ANSWER - whole.size()) {
            throw TransportException.tooLarge(call.uri(), InputLimits.ANSWER);
          } else {
            whole.writeBytes(bytes);
          }
        }
      }
      if (sink.isPresent()) {
        sink.get().end();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // the sink's, and not the server's fault
    }
    return new HttpAnswer(head.uri(), head.status(), head.headers(), whole.toByteArray(), secrets);
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
