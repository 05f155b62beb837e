// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.server;

import module java.base;

/// Something that goes wrong between client and server.
public sealed interface Fault {

  /// The server, or a gateway before it, answers with an error and does nothing.
  ///
  /// @param headers names and values, in turn
  record Status(int code, String text, String... headers) implements Fault {
    Reply reply() {
      Reply reply = Reply.of(code, "text/plain", text);
      for (int i = 0; i < headers.length; i += 2) {
        reply = reply.with(headers[i], headers[i + 1]);
      }
      return reply;
    }
  }

  /// The request arrives nowhere: the connection is closed before anything is done.
  record Dropped() implements Fault {}

  /// The request is carried out, and the connection closed before the answer is sent.
  record AnswerLost() implements Fault {}

  /// The connection is closed in the middle of the answer.
  record CutOff() implements Fault {}

  /// The answer takes its time.
  record Slow(Duration delay) implements Fault {}

  /// Something else happens before the request is carried out.
  record Meanwhile(Runnable event) implements Fault {}

  /// Faults that wait for their requests.
  final class Plan {
    private final List<Planned> planned = new ArrayList<>();

    private record Planned(String request, Fault fault) {}

    /// Has the next request fail that matches.
    ///
    /// @param request a regular expression for method and path, such as `POST .*/runs`
    synchronized void add(String request, Fault fault) {
      planned.add(new Planned(request, fault));
    }

    synchronized Optional<Fault> take(String request) {
      for (Iterator<Planned> all = planned.iterator(); all.hasNext(); ) {
        Planned one = all.next();
        if (request.matches(one.request)) {
          all.remove();
          return Optional.of(one.fault);
        }
      }
      return Optional.empty();
    }
  }
}
