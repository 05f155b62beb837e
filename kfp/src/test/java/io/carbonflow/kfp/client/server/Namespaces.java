// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.server;

import module java.base;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/// The namespaces of the user who is logged in; none on a server of a single user.
///
/// @param names their names
record Namespaces(List<String> names) {

  boolean areThere() {
    return !names.isEmpty();
  }

  /// The namespace that a request is about; empty for what all share.
  String of(Request request) {
    String namespace = request.query("namespace");
    return namespace.isEmpty() || !areThere() ? "" : check(namespace);
  }

  /// The namespace that a request must be about.
  String required(Request request) {
    return areThere() ? check(request.query("namespace")) : "";
  }

  String check(String namespace) {
    if (!areThere()) {
      return "";
    }
    if (namespace.isEmpty()) {
      throw Refused.invalid("An experiment cannot have an empty namespace in multi-user mode");
    }
    if (!names.contains(namespace)) {
      throw new Refused(Refused.Code.PERMISSION_DENIED,
          "User 'user@example.com' is not authorized with reason:  (request: &ResourceAttributes{"
              + "Namespace:" + namespace + "})");
    }
    return namespace;
  }

  /// What the dashboard tells of them.
  JsonObject envInfo() {
    JsonArray all = new JsonArray();
    for (String name : names) {
      JsonObject one = new JsonObject();
      one.addProperty("user", "user@example.com");
      one.addProperty("namespace", name);
      one.addProperty("role", "owner");
      all.add(one);
    }
    JsonObject info = new JsonObject();
    info.addProperty("user", "user@example.com");
    info.add("namespaces", all);
    return info;
  }
}
