// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A stream that throws where nothing comes for a time: a pipe that nobody writes to does not even
/// open. A thread of its own waits, as no other can be called off; it ends with the stream, or with
/// the program.
final class ImpatientStream extends InputStream {
  /// A program at the other end of a pipe may work for a while before it writes.
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ExecutorService waiting = Executors.newSingleThreadExecutor(
      Thread.ofPlatform().daemon().name("pipe").factory());
  private final Duration patience;
  private InputStream in = InputStream.nullInputStream();

  private ImpatientStream(Duration patience) {
    this.patience = patience;
  }

  /// Opens a stream.
  ///
  /// @throws IOException if it cannot be opened, or not soon
  static InputStream of(Callable<InputStream> source) throws IOException {
    return of(source, PATIENCE);
  }

  /// Opens a stream.
  ///
  /// @param patience how long nothing may come
  /// @throws IOException if it cannot be opened, or not soon
  static InputStream of(Callable<InputStream> source, Duration patience) throws IOException {
    ImpatientStream stream = new ImpatientStream(patience);
    try {
      stream.in = stream.awaited(source);
      return stream;
    } catch (IOException e) {
      stream.close();
      throw e;
    }
  }

  @Override
  public int read() throws IOException {
    return awaited(in::read);
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    return awaited(() -> in.read(buffer, offset, length));
  }

  @Override
  public void close() throws IOException {
    waiting.shutdownNow();
    in.close();
  }

  private <T> T awaited(Callable<T> step) throws IOException {
    try {
      return waiting.submit(step).get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new IOException("nothing came for " + patience.toSeconds() + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
    }
  }
}
