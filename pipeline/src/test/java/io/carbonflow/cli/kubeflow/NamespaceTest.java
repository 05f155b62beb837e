// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli.kubeflow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.carbonflow.kfp.client.server.Gate;
import io.carbonflow.kfp.client.server.KubeflowServer;
import org.junit.jupiter.api.Test;

/// A server of many users, where everything belongs to a namespace.
class NamespaceTest {
  private static final String[] RUN = {"run", "training-compact", "--param=data_2015=a",
      "--param=data_2016=b", "--name=a"};

  private static long schedules(Client client) {
    return client.run("schedules").ok().out().lines().skip(1).takeWhile(line -> !line.isEmpty())
        .count();
  }

  @Test
  void everythingIsMadeAndFoundInTheNamespace() throws Exception {
    try (KubeflowServer server = KubeflowServer.start(Gate.open(), "one", "two")) {
      Client one = Client.of(server).with("KBFL_NAMESPACE", "one");
      Client two = one.with("KBFL_NAMESPACE", "two");
      one.run("upload", "training-compact").ok();
      two.run((Object[]) RUN).fails(1, "carbonflow kubeflow run",
          "there is no pipeline training-compact");
      one.run((Object[]) RUN).ok();
      two.run("upload", "training-compact").ok();
      two.run((Object[]) RUN).ok();
      for (Client client : new Client[] {one, two}) {
        assertEquals(1, client.run("runs").ok().out().lines().skip(1).count());
        client.run("schedule", "nightly", "--pipeline=training-compact", "--every=1d",
            "--param=data_2015=a", "--param=data_2016=b").ok();
        assertEquals(1, schedules(client));
      }
      one.run("unschedule", "nightly").ok();
      assertEquals(1, schedules(two));
    }
  }

  @Test
  void aPipelineThatAllShareIsFoundFromEveryNamespace() throws Exception {
    try (KubeflowServer server = KubeflowServer.start(Gate.open(), "one", "two")) {
      Client one = Client.of(server).with("KBFL_NAMESPACE", "one");
      one.run("upload", "training-compact").ok();
      server.share("training-compact");
      one.run((Object[]) RUN).ok();
      one.with("KBFL_NAMESPACE", "two").run((Object[]) RUN).ok();
      assertEquals("uploaded", ServerTest.value(
          one.run("upload", "training-compact").ok(), "result"), "in its own namespace");
    }
  }

  @Test
  void theOnlyNamespaceNeedNotBeNamed() throws Exception {
    try (KubeflowServer server = KubeflowServer.start(Gate.open(), "mine")) {
      Client client = Client.of(server);
      client.run("upload", "training-compact").ok();
      client.run((Object[]) RUN).ok();
      assertEquals(1, client.with("KBFL_NAMESPACE", "mine").run("runs").ok().out().lines().skip(1)
          .count());
    }
  }
}
