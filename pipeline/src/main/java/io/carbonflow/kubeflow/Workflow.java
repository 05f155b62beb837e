package io.carbonflow.kubeflow;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.carbonflow.json.ServerJson;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The Argo workflow that a run is carried out as. `v1beta1` hands it out with a run; `v2beta1` has
/// neither the message of a node nor the name of its pod.
///
/// @param name its name
/// @param namespace the namespace of its pods
/// @param nodes its nodes
public record Workflow(String name, String namespace, List<Node> nodes) {

  /// A node.
  ///
  /// @param id its id
  /// @param name its name: that of a task, or `executor` and the like
  /// @param isPod whether it is a pod, and not a group of nodes
  /// @param boundary the id of the group it belongs to
  /// @param message what is to be said of it, if it has failed
  /// @param pod the name of its pod
  /// @param started when it was started
  public record Node(String id, String name, boolean isPod, String boundary, String message,
      String pod, Optional<Instant> started) {}

  /// The workflow in an answer to `apis/v1beta1/runs/ID`.
  static Optional<Workflow> of(ServerJson run) {
    try {
      String manifest = run.part("pipeline_runtime").text("workflow_manifest");
      return Optional.of(new ServerJson(JsonParser.parseString(manifest).getAsJsonObject()))
          .map(Workflow::read);
    } catch (JsonParseException | IllegalStateException _) {
      return Optional.empty(); // a release without it, or another engine
    }
  }

  private static Workflow read(ServerJson workflow) {
    ServerJson metadata = workflow.part("metadata");
    ServerJson nodes = workflow.part("status").part("nodes");
    return new Workflow(metadata.text("name"), metadata.text("namespace"),
        nodes.object().keySet().stream().map(id -> node(metadata, nodes.part(id))).toList());
  }

  private static Node node(ServerJson workflow, ServerJson node) {
    return new Node(node.text("id"), node.text("displayName"), node.text("type").equals("Pod"),
        node.text("boundaryID"), node.text("message"), pod(workflow, node), node.time("startedAt"));
  }

  /// How Argo names pods, as far as Kubeflow makes use of it (backend/src/common/util/workflow.go,
  /// RetrievePodName).
  private static String pod(ServerJson workflow, ServerJson node) {
    String id = node.text("id");
    boolean old = workflow.part("annotations").text("workflows.argoproj.io/pod-name-format")
        .equals("v1");
    return old || id.equals(workflow.text("name")) ? id : workflow.text("name") + "-"
        + node.text("templateName") + id.substring(Math.max(0, id.lastIndexOf('-')));
  }

  /// The pods of a task, in the order of their start: those of its container, one for each attempt
  /// and each round of a loop; the driver's, if there is none or nothing else has failed.
  public List<Node> pods(String task) {
    Map<String, Node> groups = nodes.stream().filter(node -> node.name().equals(task))
        .collect(Collectors.toMap(Node::id, node -> node));
    List<Node> own = sorted(nodes.stream()
        .filter(node -> node.isPod() && groups.containsKey(node.boundary()))
        .filter(node -> node.name().startsWith("executor")));
    return !own.isEmpty() ? own : sorted(nodes.stream().filter(node -> node.isPod()
        && (node.name().equals(task + "-driver") || node.name().equals(task))));
  }

  private static List<Node> sorted(Stream<Node> pods) {
    return pods.sorted(Comparator.comparing((Node node) -> node.started().orElse(Instant.MAX))
        .thenComparing(Node::id)).toList();
  }
}
