// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.store;

import module java.base;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A server of S3 with one bucket, for all tests of a class.
public final class S3Bucket implements BeforeAllCallback, AfterAllCallback {
  private final String name;
  private S3Server server;
  private int folders;

  /// A bucket that is there while the tests of a class run.
  public S3Bucket(String name) {
    this.name = name;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    S3Server.useCredentials();
    server = S3Server.inMemory().bucket(name);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    server.close();
  }

  /// The server's port.
  public int port() {
    return server.port();
  }

  /// What `--s3-endpoint` is given.
  public String endpoint() {
    return server.endpoint();
  }

  /// How the server is reached.
  public StoreOptions options() {
    return StoreOptions.of(Map.of()).withEndpoint(endpoint());
  }

  /// A folder that no other test has.
  public StoreUri folder() {
    return StoreUri.parse("s3://" + name + "/folder-" + folders++);
  }
}
