// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client;

import module java.base;
import io.carbonflow.kfp.client.transport.AnswerSink;
import io.carbonflow.kfp.client.transport.HttpAnswer;

/// Hands a log on while it arrives. Where a connection breaks and the log is asked for again, perhaps in
/// another way, it goes on behind what was handed on already: logs grow at their end alone.
final class LogSink implements AnswerSink {
  /// How the API server's answer begins if it has no log; its status is 200 anyway
  /// (backend/src/apiserver/server/run_log_server.go).
  private static final byte[] NO_LOG = "{\"error_message\":".getBytes(StandardCharsets.UTF_8);

  private final OutputStream out;
  private long written;
  private long arrived;
  private Base64Field archive;
  private ByteArrayOutputStream start;
  private boolean refused;
  private boolean ended;

  LogSink(OutputStream out) {
    this.out = out;
  }

  /// An archived log is JSON with the content in base 64.
  @Override
  public boolean begin(HttpAnswer head) {
    arrived = 0;
    refused = false;
    ended = false;
    archive = head.isOf("application/json") ? new Base64Field("data") : null;
    start = archive == null ? new ByteArrayOutputStream() : null;
    return head.isOk() && !head.isOf("text/html");
  }

  @Override
  public void take(byte[] bytes) throws IOException {
    if (archive != null) {
      pass(archive.decoded(bytes));
    } else if (start == null) {
      pass(bytes);
    } else {
      start.writeBytes(bytes);
      if (start.size() >= NO_LOG.length) {
        decide();
      }
    }
  }

  @Override
  public void end() throws IOException {
    if (start != null) {
      decide();
    }
    if (archive != null) {
      pass(archive.rest());
      refused = !archive.isFound();
    }
    ended = true;
    out.flush();
  }

  /// Whether the last answer was a log, and has come to its end.
  boolean isDone() {
    return ended && !refused;
  }

  private void decide() throws IOException {
    byte[] all = start.toByteArray();
    start = null;
    refused = all.length >= NO_LOG.length && Arrays.equals(all, 0, NO_LOG.length, NO_LOG, 0, NO_LOG.length);
    pass(all);
  }

  private void pass(byte[] bytes) throws IOException {
    if (!refused) {
      int known = (int) Math.min(bytes.length, Math.max(0, written - arrived));
      out.write(bytes, known, bytes.length - known);
      arrived += bytes.length;
      written = Math.max(written, arrived);
    }
  }
}
