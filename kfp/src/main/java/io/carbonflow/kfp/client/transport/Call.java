// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.transport;

import module java.base;
import com.google.gson.JsonElement;

/// A request.
///
/// @param method the HTTP method
/// @param uri where it goes
/// @param accept the kind of answer that is asked for
/// @param body what is sent along
/// @param sink what takes the answer while it arrives; empty for one that is held whole
public record Call(
    String method, URI uri, String accept, Optional<Body> body, Optional<AnswerSink> sink) {
  private static final String JSON = "application/json";

  /// A request whose answer is held whole.
  public Call(String method, URI uri, String accept, Optional<Body> body) {
    this(method, uri, accept, body, Optional.empty());
  }

  /// What is sent along.
  ///
  /// @param type its media type
  /// @param content its bytes
  public record Body(String type, byte[] content) {}

  /// Asks for something.
  public static Call get(URI uri) {
    return new Call("GET", uri, JSON, Optional.empty());
  }

  /// Asks for a page, as a browser does.
  public static Call page(URI uri) {
    return new Call("GET", uri, "text/html", Optional.empty());
  }

  /// Has something done, without more to say.
  public static Call post(URI uri) {
    return new Call("POST", uri, JSON, Optional.empty());
  }

  /// Has something made.
  public static Call post(URI uri, JsonElement message) {
    return new Call("POST", uri, JSON, Optional.of(
        new Body(JSON, message.toString().getBytes(StandardCharsets.UTF_8))));
  }

  /// Has something removed.
  public static Call delete(URI uri) {
    return new Call("DELETE", uri, JSON, Optional.empty());
  }

  /// Sends the fields of a page's form.
  public static Call form(URI uri, Map<String, String> fields) {
    return new Call("POST", uri, "text/html", Optional.of(new Body(
        "application/x-www-form-urlencoded",
        Address.fields(fields).getBytes(StandardCharsets.UTF_8))));
  }

  /// Sends a file in the field `uploadfile`.
  public static Call upload(URI uri, String fileName, String text) {
    String boundary = "carbonflow-" + UUID.randomUUID();
    String content = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"uploadfile\";"
        + " filename=\"" + fileName + "\"\r\nContent-Type: application/yaml\r\n\r\n" + text
        + "\r\n--" + boundary + "--\r\n";
    return new Call("POST", uri, JSON, Optional.of(new Body("multipart/form-data; boundary="
        + boundary, content.getBytes(StandardCharsets.UTF_8))));
  }

  /// The same request, with an answer that is taken while it arrives.
  public Call into(AnswerSink taker) {
    return new Call(method, uri, accept, body, Optional.of(taker));
  }

  /// Whether sending it twice is as good as once.
  boolean isSafe() {
    return method.equals("GET");
  }
}
