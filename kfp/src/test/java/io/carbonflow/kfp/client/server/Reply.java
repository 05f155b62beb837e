// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.server;

import module java.base;
import com.google.gson.JsonElement;

/// An answer.
///
/// @param status the HTTP status
/// @param headers the headers; one may be there several times
/// @param body the content
record Reply(int status, Map<String, List<String>> headers, byte[] body) {

  static Reply of(int status, String type, String text) {
    return new Reply(status, Map.of("content-type", List.of(type)),
        text.getBytes(StandardCharsets.UTF_8));
  }

  static Reply json(int status, JsonElement message) {
    return of(status, "application/json", message.toString());
  }

  static Reply page(int status, String title, String content) {
    return of(status, "text/html; charset=utf-8", "<!DOCTYPE html>\n<html><head><title>" + title
        + "</title></head>\n<body>" + content + "</body></html>\n");
  }

  static Reply redirect(int status, String location) {
    return new Reply(status, Map.of("location", List.of(location)), new byte[0]);
  }

  Reply with(String header, String... values) {
    Map<String, List<String>> more = new LinkedHashMap<>(headers);
    more.put(header, List.of(values));
    return new Reply(status, more, body);
  }
}
