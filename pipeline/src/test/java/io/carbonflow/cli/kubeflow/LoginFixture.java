// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli.kubeflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.cli.CarbonflowProgram.Outcome;
import io.carbonflow.kfp.client.server.Gate;
import io.carbonflow.kfp.client.server.KubeflowServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/// What tests of logins have in common. Every outcome is searched for the secrets that were used.
abstract class LoginFixture {
  static final String USER = "user@example.com";
  static final String PASSWORD = "pass&w=rd %41+ä";
  static final String TOKEN = "eyJ-token";
  static final String COMMAND = "carbonflow kubeflow runs";
  @TempDir Path folder;
  KubeflowServer server;

  @AfterEach
  void stopServer() {
    server.close();
  }

  Client start(Gate gate) throws IOException {
    server = KubeflowServer.start(gate);
    return Client.of(server);
  }

  Client startDex() throws IOException {
    return start(Gate.ofDex(USER, PASSWORD))
        .with("KBFL_LOGIN", USER).with("KBFL_PASSWORD", PASSWORD);
  }

  static Outcome runs(Client client) {
    Outcome outcome = client.run("runs", "--verbose");
    for (String secret : new String[] {PASSWORD, "pass%26w", TOKEN, "session-", "csrf", "hmac"}) {
      assertFalse((outcome.out() + outcome.err()).contains(secret), outcome.err());
    }
    return outcome;
  }

  /// Runs a command and checks the message that it fails with.
  static void fails(Client client, String... parts) {
    Outcome outcome = runs(client);
    assertEquals(1, outcome.exit(), outcome.err());
    String message = outcome.err().lines().filter(line -> line.startsWith(COMMAND + ": "))
        .findFirst().orElse("");
    for (String part : parts) {
      assertTrue(message.contains(part), () -> "no '" + part + "' in: " + message);
    }
  }

  Path secret(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
