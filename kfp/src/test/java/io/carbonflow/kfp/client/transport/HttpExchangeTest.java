// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import com.sun.net.httpserver.HttpServer;
import io.carbonflow.base.retry.RetryPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Answers that are long, slow, too large or no HTTP.
class HttpExchangeTest {
  private static final Duration SILENCE = Duration.ofSeconds(2);
  private final HttpExchange wire = wire(Duration.ofSeconds(30));
  private final HttpExchange impatient = wire(SILENCE);
  private HttpServer server;

  @AfterEach
  void stop() {
    wire.close();
    impatient.close();
    if (server != null) {
      server.stop(0);
    }
    List.of("http.proxyHost", "http.proxyPort", "http.nonProxyHosts").forEach(System::clearProperty);
  }

  private static HttpExchange wire(Duration silence) {
    return new HttpExchange(Optional.empty(), new ClientTimeouts(Duration.ofSeconds(30), silence,
        new RetryPolicy(1, Duration.ofMillis(1), Duration.ofMillis(1), RetryPolicy.Growth.LINEAR),
        Duration.ofMillis(1)), _ -> { });
  }

  /// A server that sends parts of an answer with pauses before each.
  private Call asking(int parts, int size, Duration pause) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", exchange -> {
      exchange.sendResponseHeaders(200, 0);
      byte[] part = new byte[size];
      Arrays.fill(part, (byte) 'x');
      try (exchange) {
        for (int i = 0; i < parts; i++) {
          Thread.sleep(pause);
          exchange.getResponseBody().write(part);
          exchange.getResponseBody().flush();
        }
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    });
    server.start();
    return Call.get(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"));
  }

  private String failure(Call call) {
    return failure(wire, call);
  }

  private static String failure(HttpExchange by, Call call) {
    return assertThrows(TransportException.class, () -> by.exchange(call, Map.of())).getMessage();
  }

  @Test
  void anAnswerMayFlowForLongerThanTheServerMayBeSilent() throws Exception {
    long start = System.nanoTime();
    assertEquals(80, impatient.exchange(asking(8, 10, SILENCE.dividedBy(4)), Map.of()).body().length);
    assertTrue(System.nanoTime() - start > SILENCE.toNanos(), "it was no longer than the limit");
  }

  @Test
  void aServerThatFallsSilentInTheMiddleIsNotWaitedFor() throws Exception {
    assertEquals("there is no answer in time", failure(impatient, asking(3, 10, SILENCE.multipliedBy(30))));
  }

  @Test
  void anAnswerThatIsTooLargeToBeHeldIsRefused() throws Exception {
    assertEquals("the answer is larger than 32 MB", failure(asking(33, 1 << 20, Duration.ZERO)));
  }

  @Test
  void anAnswerWithASinkMayBeOfAnySize() throws Exception {
    Call call = asking(40, 1 << 20, Duration.ZERO);
    AtomicLong taken = new AtomicLong();
    HttpAnswer answer = wire.exchange(call.into(new Counting(taken)), Map.of());
    assertEquals(40L << 20, taken.get());
    assertEquals(0, answer.body().length);
  }

  @Test
  void aReaderThatIsSlowIsNotAServerThatIsSilent() throws Exception {
    AtomicLong taken = new AtomicLong();
    AnswerSink slow = new Counting(taken) {
      @Override
      public void take(byte[] bytes) {
        if (taken.get() == 0) {
          try {
            Thread.sleep(SILENCE.multipliedBy(2));
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        }
        super.take(bytes);
      }
    };
    impatient.exchange(asking(4, 1 << 20, Duration.ZERO).into(slow), Map.of());
    assertEquals(4L << 20, taken.get());
  }

  @Test
  void whatTheSinkCannotWriteIsNotTheServersFault() throws Exception {
    AnswerSink full = new Counting(new AtomicLong()) {
      @Override
      public void end() throws IOException {
        throw new IOException("No space left on device");
      }
    };
    Call call = asking(1, 10, Duration.ZERO).into(full);
    assertEquals("No space left on device", assertThrows(
        UncheckedIOException.class, () -> wire.exchange(call, Map.of())).getCause().getMessage());
  }

  @Test
  void anErrorOfTheMachineIsNotTakenForOneOfTheNetwork() {
    Error error = new OutOfMemoryError("heap");
    assertSame(error, assertThrows(OutOfMemoryError.class,
        () -> TransportException.of(URI.create("http://a"), error)));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "HTTP/1.1 2x0 OK~~|the answer is not HTTP, or was cut in its headers",
      "SSH-2.0-OpenSSH_9.6~|the answer is not HTTP, or was cut in its headers",
      "HTTP/1.1 200 OK~Content-Length: abc~~|the answer cannot be read",
      "HTTP/1.1 200 OK~Content-Le|the connection was cut off",
      "HTTP/1.1 200 OK~Content-Length: 9~~abc|the connection was cut off",
      "HTTP/1.1 200 OK~Transfer-Encoding: chunked~~zz~|the connection was cut off",
  })
  void whatIsNoAnswerIsReportedInWords(String sent, String told) throws Exception {
    try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> {
        while (!listener.isClosed()) {
          try (Socket socket = listener.accept()) {
            socket.getInputStream().readNBytes(10);
            socket.getOutputStream().write(sent.replace("~", "\r\n").getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
          } catch (IOException _) {
            // the client has gone, or the test
          }
        }
      });
      assertEquals(told, failure(Call.get(URI.create("http://127.0.0.1:" + listener.getLocalPort()))));
    }
  }

  @Test
  void aProxyThatIsDeadIsNamedAndNotTheServer() throws Exception {
    int dead;
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      dead = free.getLocalPort();
    }
    Call call = asking(1, 1, Duration.ZERO);
    System.setProperty("http.proxyHost", "127.0.0.1");
    System.setProperty("http.proxyPort", String.valueOf(dead));
    System.setProperty("http.nonProxyHosts", "");
    TransportException told =
        assertThrows(TransportException.class, () -> wire.exchange(call, Map.of()));
    assertEquals("http://127.0.0.1:" + server.getAddress().getPort() + ": the proxy 127.0.0.1:" + dead
        + " accepts no connection; check the JVM's proxy settings (http.proxyHost, https.proxyHost,"
        + " http.nonProxyHosts), and that the server runs", told.problem().getMessage());
  }

  /// Counts what it is given.
  private static class Counting implements AnswerSink {
    private final AtomicLong taken;

    Counting(AtomicLong taken) {
      this.taken = taken;
    }

    @Override
    public boolean begin(HttpAnswer head) {
      return head.isOk();
    }

    @Override
    public void take(byte[] bytes) {
      taken.addAndGet(bytes.length);
    }

    @Override
    public void end() throws IOException {
      // nothing is held
    }
  }
}
