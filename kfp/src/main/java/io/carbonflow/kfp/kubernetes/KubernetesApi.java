// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.kubernetes;

import module java.base;
import io.carbonflow.base.fault.KnownSecrets;
import io.carbonflow.base.json.ServerJson;
import io.carbonflow.base.retry.RetryPolicy;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;

/// Kubernetes as a pod sees it. It is only read from.
///
/// @param address where Kubernetes' API server is, `https://HOST:PORT`
/// @param account the pod's account, with whose rights it is asked
/// @param patience how long and how often it is asked
public record KubernetesApi(URI address, ServiceAccount account, Patience patience) {
  private static final int BUSY = 429;
  private static final int BROKEN = 500;
  private static final int MOST_WORDS = 300;

  /// How long and how often Kubernetes is asked.
  ///
  /// @param connect how long the making of a connection may take
  /// @param answer how long a whole answer may take
  /// @param retry how often it is asked, if it is away or busy
  public record Patience(Duration connect, Duration answer, RetryPolicy retry) {
    /// About a minute in all.
    public static final Patience STANDARD = new Patience(
        Duration.ofSeconds(5), Duration.ofSeconds(20), new RetryPolicy(
            3, Duration.ofSeconds(1), Duration.ofMinutes(1), RetryPolicy.Growth.LINEAR));
  }

  /// Kubernetes as the pod of this environment sees it.
  ///
  /// @return empty outside of a pod
  public static Optional<KubernetesApi> of(Map<String, String> environment) {
    String host = environment.getOrDefault("KUBERNETES_SERVICE_HOST", "").strip();
    String port = environment.getOrDefault("KUBERNETES_SERVICE_PORT", "443").strip();
    try {
      return host.isEmpty() ? Optional.empty() : Optional.of(new KubernetesApi(
          URI.create("https://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port),
          ServiceAccount.MOUNTED, Patience.STANDARD));
    } catch (IllegalArgumentException _) {
      return Optional.empty(); // Kubernetes itself writes addresses there.
    }
  }

  /// Asks for something, at most as often as patience allows.
  ///
  /// @param path its path, with a query, both encoded
  /// @param most how many bytes the answer may have
  /// @return the answer's text
  /// @throws Unread if there is none, or if it is larger
  public String get(String path, int most) throws Unread, InterruptedException {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
        .proxy(HttpClient.Builder.NO_PROXY).sslContext(account.tls())
        .connectTimeout(patience.connect()).build();
    try {
      return patience.retry().run(round -> {
        try {
          return Optional.of(once(client, path, most));
        } catch (Unread e) {
          if (!e.isPassing() || round.isLast()) {
            throw e;
          }
          return Optional.empty();
        }
      });
    } finally {
      client.shutdownNow();
    }
  }

  private String once(HttpClient client, String path, int most)
      throws Unread, InterruptedException {
    String token = account.token();
    KnownSecrets secrets = new KnownSecrets();
    secrets.add(token);
    HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
        .header("Accept", "application/json, */*")
        .header("Authorization", "Bearer " + token).build();
    // The request's own time limit would end with the headers.
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), most));
    try {
      return text(answer.get(patience.answer().toMillis(), TimeUnit.MILLISECONDS), secrets);
    } catch (ExecutionException e) {
      throw unanswered(e.getCause(), most);
    } catch (TimeoutException e) {
      throw Unread.now("Kubernetes gives no answer in time", e);
    } finally {
      answer.cancel(true);
    }
  }

  private static String text(HttpResponse<byte[]> answer, KnownSecrets secrets) throws Unread {
    String text = new String(answer.body(), StandardCharsets.UTF_8);
    int status = answer.statusCode();
    if (status / 100 == 2) {
      return text;
    }
    // Kubernetes says why in an object of the kind Status.
    String words = secrets.masked(
        ServerJson.parse(text).map(json -> json.text("message")).orElse(""));
    String why = "Kubernetes answers " + status + (words.isEmpty() ? ""
        : ": " + words.substring(0, Math.min(MOST_WORDS, words.length())));
    throw status == BUSY || status >= BROKEN ? Unread.now(why, null) : new Unread(why, null);
  }

  private static Unread unanswered(Throwable failure, int most) {
    return switch (failure) {
      case HttpConnectTimeoutException e -> Unread.now("there is no connection to Kubernetes", e);
      case ConnectException e -> Unread.now("there is no connection to Kubernetes", e);
      case HttpTimeoutException e -> Unread.now("Kubernetes gives no answer in time", e);
      case SSLHandshakeException e ->
          new Unread("there is no TLS connection to Kubernetes that the account trusts", e);
      // How Java says that an answer is larger than it may be.
      case IOException e when String.valueOf(e.getMessage()).contains("exceeds capacity") ->
          new Unread("Kubernetes' answer is larger than " + most + " bytes", e);
      case IOException e -> Unread.now("the connection to Kubernetes was cut", e);
      case Error e -> throw e;
      default -> new Unread("Kubernetes' answer cannot be read", null);
    };
  }
}
