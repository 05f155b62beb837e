// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli.kubeflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertLinesMatch;

import module java.base;
import io.carbonflow.base.json.ServerJson;
import io.carbonflow.kfp.client.Recording;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/// The tests' server answers with what a real Kubeflow 2.17 has answered, except for names, times, the
/// children of nodes, and the histories of tasks.
///
/// Compressed nodes and a run that was retried are recorded but not compared with this server, which
/// makes them after the sources of Kubeflow (argocompiler/dag.go) and Argo; `RecordedRunsTest` reads
/// the recordings.
class TrueServerTest extends ServerTest {

  private void isTrue(String recording, String pipeline, String... parameters) throws Exception {
    client.run("upload", pipeline).ok();
    Object[] args = new Object[3 + parameters.length];
    args[0] = "run";
    args[1] = pipeline.replaceFirst(".*/(.*)\\.yaml", "$1");
    args[2] = "--name=a";
    System.arraycopy(parameters, 0, args, 3, parameters.length);
    String id = value(client.run(args).ok(), "id");
    client.run("status", "a", "--wait", "--timeout=20s");
    compare(recording, id);
  }

  private void compare(String name, String id) throws Exception {
    Recording real = Recording.of(name);
    ServerJson run = get("v2beta1", id);
    ServerJson manifest = ServerJson.parse(get("v1beta1", id).part("pipeline_runtime")
        .text("workflow_manifest")).orElseThrow();
    assertLinesMatch(nodes(real.manifest()), nodes(manifest));
    assertEquals(states(real.run()), states(run));
    assertLinesMatch(details(real), details(new Recording(run, manifest)));
  }

  private ServerJson get(String version, String id) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return ServerJson.parse(http.send(HttpRequest.newBuilder(URI.create(
          server.endpoint() + "/apis/" + version + "/runs/" + id)).build(),
          HttpResponse.BodyHandlers.ofString()).body()).orElseThrow();
    }
  }

  /// What is reported about each node, a line a node.
  private static List<String> nodes(ServerJson manifest) {
    String name = manifest.part("metadata").text("name");
    ServerJson status = manifest.part("status");
    ServerJson nodes = status.part("nodes");
    Function<String, String> unnamed = text -> text.replace(name, "W")
        .replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d", "TIME");
    TreeSet<String> lines = new TreeSet<>();
    for (String id : nodes.object().keySet()) {
      ServerJson node = nodes.part(id);
      assertEquals(id, node.text("id"));
      lines.add(unnamed.apply(String.join(" | ", node.text("name"), node.text("displayName"),
          node.text("type"), node.text("phase"), node.text("templateName"),
          nodes.part(node.text("boundaryID")).text("name"), node.text("message"),
          node.text("finishedAt").isEmpty() ? "goes on" : "has ended")));
    }
    lines.add(unnamed.apply(status.text("phase") + " " + status.text("message")));
    return List.copyOf(lines);
  }

  private static List<String> states(ServerJson run) {
    return run.parts("state_history").stream().map(one -> one.text("state")).toList();
  }

  /// What `v2beta1` tells of each node, a line a node.
  private static List<String> details(Recording recording) {
    String name = recording.manifest().part("metadata").text("name");
    return recording.run().part("run_details").parts("task_details").stream()
        .map(task -> String.join(" | ", task.text("display_name").replace(name, "W"),
            task.text("state"), Optional.of(task.text("end_time"))
                .filter(time -> time.startsWith("0001")).orElse("has ended"))).sorted().toList();
  }

  @Test
  void aTrainingThatSucceeded() throws Exception {
    isTrue("training-succeeded", "../kubeflow/recorded/2.17/pipelines/training.yaml", DATA_2015, DATA_2016);
  }

  @Test
  void aTrainingThatFailedInMerge() throws Exception {
    server.failTask("merge");
    isTrue("training-failed-in-merge", "../kubeflow/recorded/2.17/pipelines/training.yaml", DATA_2015, DATA_2016);
  }

  @Test
  void aMonitoringThatFindsTheModelWell() throws Exception {
    isTrue("monitoring-not-degraded", "../kubeflow/recorded/2.17/pipelines/monitoring.yaml", DATA_2015, DATA_2016, "--param=rows=c.csv");
  }

  @Test
  void anInferenceThatSucceeded() throws Exception {
    isTrue("inference-succeeded", "inference", "--param=rows=c.csv");
  }

  @Test
  void aLoop() throws Exception {
    isTrue("loop-succeeded", "../kfp/src/test/resources/io/carbonflow/kfp/client/probe-loop.yaml");
  }

  @Test
  void anInferenceWhoseImageIsNotThere() throws Exception {
    server.holdTask("infer", "");
    client.run("upload", "inference").ok();
    String id = value(client.run("run", "inference", "--param=rows=c.csv").ok(), "id");
    client.run("status", id).ok();
    client.run("status", id).ok();
    compare("image-missing", id);
  }

  @Test
  void aTrainingThatSomebodyStoppedWhileItWaited() throws Exception {
    server.holdTask("training", "Unschedulable: 0/1 nodes are available: 1 Insufficient cpu.");
    client.run("upload", "../kubeflow/recorded/2.17/pipelines/training-compact.yaml").ok();
    String id = start("a");
    client.run("status", "a", "--wait", "--timeout=1s");
    client.run("stop", "a").ok();
    client.run("status", "a", "--wait");
    compare("unschedulable-then-stopped", id);
  }
}
