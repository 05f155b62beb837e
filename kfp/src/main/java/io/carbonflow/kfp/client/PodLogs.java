// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
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
  /// How the API server's answer begins if it has no log; its status is 200 all the same
  /// (backend/src/apiserver/server/run_log_server.go).
  private static final String NO_LOG = "{\"error_message\":";

  /// A way to a log.
  private record Way(String words, URI uri) {}

  /// The log of a pod.
  ///
  /// @throws Problem if no way leads to it, with what each has answered; of a pod that was never
  ///     started, with why not
  public String read(RunStatus status, Node node) throws InterruptedException {
    Run run = status.run();
    String namespace = status.workflow().map(Workflow::namespace).orElse("");
    List<String> tried = new ArrayList<>();
    for (Way way : ways(run, namespace, node)) {
      try {
        HttpAnswer answer = rest.transport().ask(Call.get(way.uri()));
        Optional<String> log = log(answer);
        if (log.isPresent()) {
          return log.get();
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
    String nodes = "/runs/" + run.id() + "/nodes/";
    Map<String, String> query = new LinkedHashMap<>();
    query.put("podname", node.pod());
    query.put("runid", run.id());
    query.put("podnamespace", namespace);
    query.put("createdat", run.created().map(time -> time.toString().substring(0, 10)).orElse(""));
    return List.of(
        new Way("the page's server", rest.endpoint().at("k8s/pod/logs", query)),
        new Way("the API server",
            rest.endpoint().at("apis/v1alpha1" + nodes + node.pod() + "/log")),
        new Way("Argo's archive",
            rest.endpoint().at(Rest.API.replaceFirst("/$", "") + nodes + node.id()
                + "/artifacts/main-logs:read")));
  }

  /// The log in an answer; an archived one is JSON with the content in base 64.
  private static Optional<String> log(HttpAnswer answer) {
    if (!answer.isOk() || answer.isOf("text/html") || answer.text().startsWith(NO_LOG)) {
      return Optional.empty();
    }
    if (!answer.isOf("application/json")) {
      return Optional.of(answer.text());
    }
    try {
      return Optional.of(new String(Base64.getDecoder().decode(answer.json().text("data")),
          StandardCharsets.UTF_8));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
