// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.server;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/// The API refuses a request, with one of gRPC's codes.
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// gRPC's codes that are used here, with their HTTP status.
  enum Code {
    INVALID_ARGUMENT(3, 400),
    NOT_FOUND(5, 404),
    ALREADY_EXISTS(6, 409),
    PERMISSION_DENIED(7, 403),
    INTERNAL(13, 500),
    UNAUTHENTICATED(16, 401);

    final int grpc;
    final int http;

    Code(int grpc, int http) {
      this.grpc = grpc;
      this.http = http;
    }
  }

  private final Code code;

  Refused(Code code, String message) {
    super(message);
    this.code = code;
  }

  static Refused invalid(String message) {
    return new Refused(Code.INVALID_ARGUMENT, message);
  }

  static Refused notFound(String kind, String name) {
    return new Refused(Code.NOT_FOUND, kind + " " + name + " not found");
  }

  Reply reply() {
    JsonObject detail = new JsonObject();
    detail.addProperty("@type", "type.googleapis.com/google.rpc.Status");
    detail.addProperty("code", code.grpc);
    detail.addProperty("message", code == Code.INTERNAL ? "Internal Server Error" : getMessage());
    JsonArray details = new JsonArray();
    details.add(detail);
    JsonObject error = new JsonObject();
    error.addProperty("code", code.grpc);
    error.addProperty("message", "Failed to do it. Check error stack: " + getMessage());
    error.add("details", details);
    return Reply.json(code.http, error);
  }

  /// What the upload answers, which does not go through grpc-gateway.
  Reply uploadReply() {
    JsonObject error = new JsonObject();
    error.addProperty("error_message", getMessage());
    error.addProperty("error_details", getMessage() + "\nmain.go:1");
    return Reply.json(code.http, error);
  }
}
