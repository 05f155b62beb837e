// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli.kubeflow;

import module java.base;
import io.carbonflow.cli.CarbonflowProgram.Outcome;
import io.carbonflow.kfp.client.server.Gate;
import io.carbonflow.kfp.client.server.KubeflowServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// What tests of commands have in common: a server that lets everybody in, and a client.
abstract class ServerTest {
  static final String DATA_2015 = "--param=data_2015=a.csv";
  static final String DATA_2016 = "--param=data_2016=b.csv";
  KubeflowServer server;
  Client client;

  @BeforeEach
  void startServer() throws IOException {
    server = KubeflowServer.start(Gate.open());
    client = Client.of(server);
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  /// Uploads the pipeline of one task.
  void upload() {
    client.run("upload", "training-compact").ok();
  }

  /// Starts a run of it.
  ///
  /// @return its id
  String start(String name) {
    return value(client.run("run", "training-compact", "--name=" + name, DATA_2015, DATA_2016)
        .ok(), "id");
  }

  /// The value of a line `key: value`.
  static String value(Outcome outcome, String key) {
    Matcher line = Pattern.compile("(?m)^" + key + ": (.*)$").matcher(outcome.out());
    return line.find() ? line.group(1) : "";
  }
}
