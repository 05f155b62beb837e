// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli.kubeflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import module java.base;
import io.carbonflow.cli.Carbonflow;
import io.carbonflow.cli.Interrupts;
import io.carbonflow.kfp.client.server.Gate;
import io.carbonflow.kfp.client.server.KubeflowServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `run --wait` as a process of its own that is ended before the run is.
class InterruptTest {

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void whoIsInterruptedSaysThatTheRunGoesOnAndDoesNotStopIt(String signal, int code)
      throws Exception {
    assumeFalse(signal.equals("INT") && Interrupts.areIgnored(),
        "this shell's children ignore Ctrl-C");
    try (KubeflowServer server = KubeflowServer.start(Gate.open())) {
      Client.of(server).run("upload", "training").ok();
      Process process = start("--endpoint=" + server.endpoint());
      BufferedReader err = process.errorReader(StandardCharsets.UTF_8);
      BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
      assertEquals("run: mine", out.readLine());
      String id = out.readLine().replace("id: ", "");
      while (server.requests("GET .*/runs/" + id).isEmpty()) {
        Thread.sleep(10);
      }
      Runtime.getRuntime().exec(
          new String[] {"kill", "-" + signal, String.valueOf(process.pid())}).waitFor();
      assertTrue(process.waitFor(30, TimeUnit.SECONDS));
      assertEquals(code, process.exitValue());
      assertEquals("Stopped watching. Run mine goes on: " + server.endpoint() + "/#/runs/details/"
          + id + "\n", err.readAllAsString());
      assertEquals(0, server.requests("POST .*:terminate").size());
      assertEquals("SUCCEEDED", ServerTest.value(
          Client.of(server).run("status", "mine", "--wait").ok(), "state"));
    }
  }

  private static Process start(String endpoint) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp",
        System.getProperty("java.class.path"), Carbonflow.class.getName(), "kubeflow", "run",
        "training", "--param=data_2015=a", "--param=data_2016=b", "--name=mine", "--wait",
        endpoint);
    builder.environment().put("LC_ALL", "C");
    return builder.start();
  }
}
