// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.server;

import module java.base;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/// A request.
///
/// @param method the HTTP method
/// @param path the path, decoded
/// @param query the fields of the query, decoded
/// @param headers the headers, by names in lower case
/// @param body the content
record Request(String method, String path, Map<String, String> query,
    Map<String, String> headers, String body) {

  static Map<String, String> fields(String text) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String field : text == null || text.isEmpty() ? new String[0] : text.split("&")) {
      int equals = field.indexOf('=');
      fields.put(decoded(field.substring(0, equals)), decoded(field.substring(equals + 1)));
    }
    return fields;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /// The same request, with what stands before the rest of its path left out.
  Request below(String prefix) {
    return path.startsWith(prefix + "/") ? new Request(
        method, path.substring(prefix.length()), query, headers, body) : this;
  }

  String query(String name) {
    return query.getOrDefault(name, "");
  }

  /// The value of a cookie; empty if it is not there.
  String cookie(String name) {
    for (String one : headers.getOrDefault("cookie", "").split("; ?")) {
      if (one.startsWith(name + "=")) {
        return one.substring(name.length() + 1);
      }
    }
    return "";
  }

  boolean is(String wanted, String regex) {
    return method.equals(wanted) && path.matches(regex);
  }

  /// The part of the path at a place, counted from 0.
  String part(int index) {
    return path.substring(1).split("/")[index];
  }

  /// The message, which may have these fields and no others: the server discards nothing unknown.
  JsonObject message(String... fields) {
    try {
      JsonObject message = JsonParser.parseString(body).getAsJsonObject();
      for (String name : message.keySet()) {
        if (!Set.of(fields).contains(name)) {
          throw Refused.invalid("proto: (line 1:2): unknown field \"" + name + "\"");
        }
      }
      return message;
    } catch (JsonParseException | IllegalStateException e) {
      throw Refused.invalid("proto: syntax error: " + e.getMessage());
    }
  }

  /// The content of the file in a multipart body.
  String file() {
    String boundary = "--" + headers.get("content-type").replaceFirst(".*boundary=", "");
    int start = body.indexOf("name=\"uploadfile\"");
    if (!body.startsWith(boundary) || start < 0) {
      throw Refused.invalid("Failed to read pipeline from file");
    }
    int content = body.indexOf("\r\n\r\n", start) + 4;
    return body.substring(content, body.indexOf("\r\n" + boundary, content));
  }
}
