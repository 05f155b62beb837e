// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.InputLimits;
import io.carbonflow.kfp.client.transport.Address;
import io.carbonflow.kfp.client.transport.Call;
import io.carbonflow.kfp.client.transport.HttpAnswer;
import io.carbonflow.kfp.workflow.Node;
import io.carbonflow.kfp.workflow.Phase;
import io.carbonflow.kfp.workflow.Workflow;

/// The logs of a run's pods. Which of three ways is open depends on the release and on what the
/// endpoint is; they are tried in turn.
///
/// @param rest sends requests
public record PodLogs(Rest rest) {
  /// What is said at the end of a log: the last lines of a task that has failed.
  private static final int TAIL = 1 << 20;

  /// A way to a log.
  private record Way(String words, URI uri) {}

  /// The log of a pod, as a text. A log that may be long is better [copied][#copy].
  ///
  /// @throws Problem if no way leads to it, with what each has answered; of a pod that was never
  ///     started, with why not; if it is larger than [InputLimits#ANSWER]
  public String read(RunStatus status, Node node) throws InterruptedException {
    EndOfStream end = new EndOfStream(InputLimits.ANSWER);
    copy(status, node, end);
    if (end.isCut()) {
      throw new Problem(Place.of("run " + status.run().name() + ", pod " + node.pod()),
          "its log is larger than " + (InputLimits.ANSWER >> 20) + " MB", "write it to a file: "
              + rest.hints().kubeflow("logs " + status.run().id() + " TASK"));
    }
    return end.text();
  }

  /// The end of a pod's log, however long that is: about its last megabyte.
  ///
  /// @throws Problem as [#read] does
  String tail(RunStatus status, Node node) throws InterruptedException {
    EndOfStream end = new EndOfStream(TAIL);
    copy(status, node, end);
    return end.text();
  }

  /// Copies the log of a pod while it arrives, as it is. Where this fails, a part of it may be written.
  ///
  /// @throws Problem if no way leads to it, with what each has answered; of a pod that was never
  ///     started, with why not
  /// @throws UncheckedIOException if it cannot be written
  public void copy(RunStatus status, Node node, OutputStream to) throws InterruptedException {
    Run run = status.run();
    String namespace = status.workflow().map(Workflow::namespace).orElse("");
    LogSink sink = new LogSink(to);
    List<String> tried = new ArrayList<>();
    for (Way way : ways(run, namespace, node)) {
      try {
        HttpAnswer answer = rest.transport().ask(Call.get(way.uri()).into(sink));
        if (sink.isDone()) {
          return;
        }
        tried.add(way.words() + ": " + answer.status());
      } catch (Problem e) {
        tried.add(way.words() + ": no answer");
      }
    }
    Place pod = Place.of("run " + run.name() + ", pod " + node.pod());
    if (node.phase() == Phase.PENDING) {
      throw new Problem(pod, "has no log yet, because it waits"
          + (node.message().isEmpty() ? "" : ": " + node.message()),
          "'" + rest.hints().kubeflow("status " + run.id()) + "' shows what becomes of it");
    }
    throw new Problem(pod,
        "its log cannot be had from " + rest.endpoint() + " (" + String.join(", ", tried) + ")",
        "the pod may be gone and its log not archived; try: kubectl logs " + node.pod() + " -c main"
            + (namespace.isEmpty() ? "" : " -n " + namespace));
  }

  private List<Way> ways(Run run, String namespace, Node node) {
    String nodes = "/runs/" + Address.encoded(run.id()) + "/nodes/";
    Map<String, String> query = new LinkedHashMap<>();
    query.put("podname", node.pod());
    query.put("runid", run.id());
    query.put("podnamespace", namespace);
    query.put("createdat", run.created().map(time -> time.toString().substring(0, 10)).orElse(""));
    return List.of(
        new Way("the page's server", rest.endpoint().at("k8s/pod/logs", query)),
        new Way("the API server",
            rest.endpoint().at("apis/v1alpha1" + nodes + Address.encoded(node.pod()) + "/log")),
        new Way("Argo's archive",
            rest.endpoint().at(Rest.API.replaceFirst("/$", "") + nodes + Address.encoded(node.id())
                + "/artifacts/main-logs:read")));
  }
}
