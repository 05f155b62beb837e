// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.server;

import module java.base;

/// A server of the tests as a process. After `./mvnw package`:
/// ```sh
/// java -cp 'pipeline/target/test-classes:pipeline/target/lib/*' io.carbonflow.kfp.client.server.Main
/// ```
public final class Main {
  private Main() {}

  /// Runs a server until its process is ended. It prints lines that a shell may `eval`: dashboard,
  /// endpoint, login and password.
  ///
  /// @param args `--port=N`, `--namespace=NAME`, `--fail=TASK` for a task that fails in every run,
  ///     `--pace=N` for how many things happen at each look at a run; all optional
  public static void main(String... args) throws IOException {
    int port = 0;
    int pace = 1;
    String namespace = "team";
    String failing = "";
    for (String arg : args) {
      String value = arg.substring(arg.indexOf('=') + 1);
      switch (arg.substring(0, Math.max(0, arg.indexOf('=')))) {
        case "--port" -> port = Integer.parseInt(value);
        case "--namespace" -> namespace = value;
        case "--fail" -> failing = value;
        case "--pace" -> pace = Integer.parseInt(value);
        default -> throw new IllegalArgumentException(
            arg + " is not --port=N, --namespace=NAME, --fail=TASK or --pace=N");
      }
    }
    KubeflowServer server =
        KubeflowServer.start(port, Gate.ofDex("user@example.com", "12341234"), namespace)
            .failTask(failing).pace(pace);
    System.out.printf("""
        export KBFL_URL=%s
        export KBFL_ENDPOINT=%s
        export KBFL_LOGIN=user@example.com
        export KBFL_PASSWORD=12341234
        """, server.url(), server.endpoint());
    System.out.flush();
  }
}
