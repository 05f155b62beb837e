// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.transport;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.json.ServerJson;

/// Says why a server has refused a request, in its own words as far as they help.
public final class Refusal {
  /// What Kubeflow tells of everything it did not expect; its long message says more.
  private static final String NOTHING = "Internal Server Error";
  private static final int MOST = 400;

  private Refusal() {}

  /// The problem that an answer tells of.
  ///
  /// @param what what was refused, a phrase such as `start run x`
  public static Problem of(HttpAnswer answer, String what) {
    return new Problem(
        Place.of(answer.uri().getScheme() + "://" + answer.uri().getRawAuthority()),
        "cannot " + what + " (" + (answer.status() + " " + reason(answer)).strip() + ")",
        remedy(answer.status()), null);
  }

  /// The server's words: those of grpc-gateway's errors (`message`, and for people
  /// `details[0].message`), of the upload's (`error_message`), or the first line of a text. Without the
  /// secrets that the server was shown.
  public static String reason(HttpAnswer answer) {
    String text = answer.isOf("text/html") ? "" : answer.text();
    String found = ServerJson.parse(text).map(error -> Stream.concat(
            error.parts("details").stream().limit(1).map(detail -> detail.text("message"))
                .filter(words -> !words.equals(NOTHING)),
            Stream.of("message", "error_message", "error").map(error::text))
        .filter(words -> !words.isBlank()).findFirst().orElse("")).orElse(text);
    String line = answer.secrets().masked(found.lines().findFirst().orElse("").strip());
    return line.length() <= MOST ? line : line.substring(0, MOST) + "…";
  }

  private static String remedy(int status) {
    return switch (status) {
      case 401, 403 -> "ask for the right to do this in the namespace, or log in as somebody else";
      case 404 -> "check the name; doctor shows whether the endpoint is right";
      case 429 -> "try again later";
      default -> status >= 500 ? "try again later; the log of ml-pipeline says more"
          : "correct what it says";
    };
  }
}
