// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.store;

import module java.base;

/// A TCP proxy that knows one request of HTTP from the next, and fails at one of them: that request
/// is not answered, and no later one is.
public final class WatchingProxy implements AutoCloseable {
  private static final Pattern REQUEST = Pattern.compile("(?s)(GET|HEAD|PUT|DELETE) (\\S+) .*");

  /// Whether the server hears of the request that is not answered.
  public enum Moment {
    /// The proxy fails before the server has seen the request.
    BEFORE,
    /// The proxy fails when the server has answered.
    AFTER
  }

  private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final int target;
  private final Pattern wanted;
  private final int number;
  private final Moment moment;
  private final Runnable failure;
  private volatile boolean failed;

  /// A proxy.
  ///
  /// @param target the server's port
  /// @param wanted the requests that count, as `PUT /bucket/key`
  /// @param number at which of them it fails, from 1
  /// @param failure what happens then
  public WatchingProxy(int target, String wanted, int number, Moment moment, Runnable failure)
      throws IOException {
    this.target = target;
    this.wanted = Pattern.compile(wanted);
    this.number = number;
    this.moment = moment;
    this.failure = failure;
    Thread.ofVirtual().start(this::accept);
  }

  /// What `--s3-endpoint` is given.
  public String endpoint() {
    return "http://127.0.0.1:" + listener.getLocalPort();
  }

  /// The requests that counted.
  public List<String> seen() {
    return List.copyOf(seen);
  }

  /// Whether it has failed.
  public boolean hasFailed() {
    return failed;
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        if (failed) {
          client.close();
          continue;
        }
        Thread.ofVirtual().start(new Connection(
            client, new Socket(InetAddress.getLoopbackAddress(), target))::requests);
      } catch (IOException _) {
        // closed
      }
    }
  }

  /// One connection. A client that waits for each answer sends no two requests in one piece.
  private final class Connection {
    private final Socket client;
    private final Socket server;
    private volatile boolean lastAnswer;

    Connection(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    void requests() {
      Thread.ofVirtual().start(this::answers);
      byte[] buffer = new byte[1 << 16];
      try (client; server) {
        InputStream in = client.getInputStream();
        OutputStream out = server.getOutputStream();
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
          boolean now = isTheOne(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
          if (now && moment == Moment.BEFORE) {
            fail();
          }
          if (failed) {
            return;
          }
          lastAnswer |= now;
          out.write(buffer, 0, count);
        }
      } catch (IOException _) {
        // one of them has closed it
      }
    }

    private void answers() {
      byte[] buffer = new byte[1 << 16];
      try (client; server) {
        InputStream in = server.getInputStream();
        OutputStream out = client.getOutputStream();
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
          if (lastAnswer) {
            fail();
            return;
          }
          out.write(buffer, 0, count);
        }
      } catch (IOException _) {
        // one of them has closed it
      }
    }
  }

  private boolean isTheOne(String piece) {
    Matcher request = REQUEST.matcher(piece);
    if (failed || !request.matches()) {
      return false;
    }
    String line = request.group(1) + " " + request.group(2);
    if (!wanted.matcher(line).matches()) {
      return false;
    }
    seen.add(line);
    return seen.size() == number;
  }

  private void fail() {
    failed = true;
    failure.run();
  }
}
