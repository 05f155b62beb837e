// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.store;

import module java.base;

/// A TCP proxy that cuts connections once a number of bytes went through in one direction.
public final class CutProxy implements AutoCloseable {
  private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final AtomicInteger cutsLeft;
  private final AtomicInteger cutsMade = new AtomicInteger();
  private final int target;
  private final long mostUp;
  private final long mostDown;

  private CutProxy(int target, long mostUp, long mostDown, int cuts) throws IOException {
    this.target = target;
    this.mostUp = mostUp;
    this.mostDown = mostDown;
    this.cutsLeft = new AtomicInteger(cuts);
    Thread.ofVirtual().start(this::accept);
  }

  /// Cuts after so many bytes towards the server, so many times.
  public static CutProxy ofUploads(int target, long bytes, int cuts) throws IOException {
    return new CutProxy(target, bytes, Long.MAX_VALUE, cuts);
  }

  /// Cuts after so many bytes from the server, so many times.
  public static CutProxy ofDownloads(int target, long bytes, int cuts) throws IOException {
    return new CutProxy(target, Long.MAX_VALUE, bytes, cuts);
  }

  /// What `--s3-endpoint` is given.
  public String endpoint() {
    return "http://127.0.0.1:" + listener.getLocalPort();
  }

  /// How many connections were cut.
  public int cutsMade() {
    return cutsMade.get();
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        Thread.ofVirtual().start(() -> pump(client, server, mostUp, true));
        Thread.ofVirtual().start(() -> pump(server, client, mostDown, false));
      } catch (IOException _) {
        // closed
      }
    }
  }

  private void pump(Socket from, Socket to, long most, boolean toServer) {
    byte[] buffer = new byte[8192];
    long passed = 0;
    try (from; to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        passed += count;
        if (passed > most && cutsLeft.getAndDecrement() > 0) {
          cutsMade.incrementAndGet();
          // Reset, the client's side first: the server must have no time to answer half a request.
          reset(toServer ? from : to);
          reset(toServer ? to : from);
          return;
        }
        out.write(buffer, 0, count);
      }
    } catch (IOException _) {
      // the other direction was cut
    }
  }

  private static void reset(Socket socket) throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }
}
