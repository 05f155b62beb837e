// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.kubernetes;

import module java.base;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.carbonflow.base.retry.RetryPolicy;
import io.carbonflow.base.tls.TestAuthority;

/// Kubernetes' API server as a pod sees it, by HTTPS, and the files of the pod's account. Whoever has
/// not the account's token is refused. The texts of refusals are those that Kubernetes' source has
/// (apimachinery, api/errors); they were not recorded.
public final class KubernetesServer implements AutoCloseable {
  /// The account's token.
  public static final String TOKEN = "eyJhbGciOi.T0KEN.c2ln";

  /// What is answered.
  ///
  /// @param status the HTTP status
  /// @param body the content
  /// @param delay how long it takes
  public record Reply(int status, String body, Duration delay) {
    /// An answer at once.
    public static Reply of(int status, String body) {
      return new Reply(status, body, Duration.ZERO);
    }

    /// A refusal, as Kubernetes words it.
    public static Reply refusal(int status, String reason, String message) {
      return of(status, "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"metadata\":{},"
          + "\"status\":\"Failure\",\"message\":\"" + message.replace("\"", "\\\"")
          + "\",\"reason\":\"" + reason + "\",\"code\":" + status + "}\n");
    }

    /// The same answer, later.
    public Reply after(Duration time) {
      return new Reply(status, body, time);
    }
  }

  private final HttpsServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Path account;
  private final Map<String, List<Reply>> replies = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  /// Starts it.
  ///
  /// @param signer who has signed its certificate
  /// @param account the folder for the files of the account
  /// @param namespace the pod's namespace
  public KubernetesServer(TestAuthority signer, Path account, String namespace) throws Exception {
    this.account = account;
    Files.createDirectories(account);
    Files.writeString(account.resolve("token"), TOKEN);
    Files.writeString(account.resolve("namespace"), namespace);
    Files.copy(signer.pem(), account.resolve("ca.crt"));
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(signer.serverContext()));
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String uri = exchange.getRequestURI().toString();
      asked.add(exchange.getRequestMethod() + " " + uri);
      List<Reply> all = replies.getOrDefault(exchange.getRequestURI().getPath(), List.of());
      Reply reply = !("Bearer " + TOKEN).equals(
          exchange.getRequestHeaders().getFirst("Authorization"))
          ? Reply.refusal(401, "Unauthorized", "Unauthorized")
          : all.isEmpty() ? Reply.refusal(404, "NotFound", "the server could not find the requested"
              + " resource")
          : all.size() == 1 ? all.getFirst() : all.removeFirst();
      Thread.sleep(reply.delay());
      byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Has it answer to a path, ever again with the last of the answers.
  public void at(String path, Reply... answers) {
    replies.put(path, new CopyOnWriteArrayList<>(answers));
  }

  /// What it was asked.
  public List<String> asked() {
    return asked;
  }

  /// The server as the pod sees it, which does not pause for long.
  public KubernetesApi api() {
    return new KubernetesApi(URI.create("https://127.0.0.1:" + server.getAddress().getPort()),
        new ServiceAccount(account), new KubernetesApi.Patience(Duration.ofSeconds(5),
            Duration.ofSeconds(20), new RetryPolicy(
                3, Duration.ofMillis(10), Duration.ofSeconds(1), RetryPolicy.Growth.LINEAR)));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
