package io.carbonflow.kubeflow.server;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// How a run gets on, and the nodes that Argo makes of its tasks. Each look at the run is a tick,
/// in which a task begins or ends; a task begins when those that it depends on have ended.
final class Progress {
  private final String workflow;
  private final String namespace;
  private final Map<String, Plan.Planned> plan;
  private final Set<String> waiting = new LinkedHashSet<>();
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final Supplier<Instant> clock;
  private String state = "PENDING";
  private Instant finished = Instant.EPOCH;

  Progress(String workflow, String namespace, JsonObject spec, Supplier<Instant> clock) {
    this.workflow = workflow;
    this.namespace = namespace;
    this.clock = clock;
    this.plan = Plan.of(spec).tasks();
    waiting.addAll(plan.keySet());
  }

  String state() {
    return state;
  }

  Instant finished() {
    return finished;
  }

  Map<String, Node> nodes() {
    return nodes;
  }

  /// The nodes as the server shows them.
  NodeViews views() {
    return new NodeViews(workflow, namespace, nodes.values());
  }

  void cancel() {
    state = "CANCELING";
  }

  /// Lets failed tasks run again; the parts that they are in go on.
  void retry() {
    List<Node> failed =
        nodes.values().stream().filter(node -> !node.phase.equals("Succeeded")).toList();
    failed.stream().filter(node -> isPart(node.name)).forEach(Node::goOn);
    failed.stream().filter(node -> !isPart(node.name)).forEach(node -> nodes.remove(node.id));
    failed.stream().map(node -> node.name)
        .filter(name -> plan.containsKey(name) && !isPart(name)).forEach(waiting::add);
    state = "RUNNING";
    finished = Instant.EPOCH;
  }

  /// Does the next thing.
  ///
  /// @param failing the task that fails; empty for none
  void tick(String failing) {
    Instant now = clock.get();
    if (state.equals("CANCELING")) {
      nodes.values().stream().filter(node -> node.phase.equals("Running"))
          .forEach(node -> node.end("Failed", "workflow shutdown with strategy: Terminate", now));
      finish("CANCELED", now);
    } else if (state.equals("PENDING")) {
      state = "RUNNING";
      begin("root-driver", "system-dag-driver", "entrypoint", now).phase = "Succeeded";
      begin("root", "root", "entrypoint", now);
    } else if (state.equals("RUNNING")) {
      step(failing, now);
    }
  }

  private void step(String failing, Instant now) {
    List<Node> running = nodes.values().stream()
        .filter(node -> node.phase.equals("Running") && !isPart(node.name)).toList();
    if (!running.isEmpty()) {
      boolean fails = running.stream().anyMatch(node -> node.name.equals(failing));
      running.forEach(node -> node.end(fails ? "Failed" : "Succeeded",
          fails && node.name.equals("executor") ? "Error (exit code 1)" : "", now));
      if (fails) {
        finish("FAILED", now);
      }
      return;
    }
    nodes.values().stream().filter(node -> node.phase.equals("Running") && plan.entrySet().stream()
        .noneMatch(task -> task.getValue().within().equals(node.name)
            && !hasEnded(task.getKey())))
        .filter(node -> !node.name.equals(Plan.ROOT))
        .forEach(part -> part.end("Succeeded", "", now));
    waiting.stream().filter(this::isReady).findFirst()
        .ifPresentOrElse(next -> start(next, failing, now), () -> finish("SUCCEEDED", now));
  }

  private boolean isPart(String name) {
    return name.equals(Plan.ROOT) || plan.containsKey(name) && plan.get(name).isPart();
  }

  private boolean isReady(String name) {
    return nodes.values().stream().anyMatch(node -> node.name.equals(plan.get(name).within()))
        && plan.get(name).after().stream().allMatch(this::hasEnded);
  }

  private boolean hasEnded(String name) {
    return nodes.values().stream()
        .anyMatch(node -> node.name.equals(name) && node.phase.equals("Succeeded"));
  }

  private void start(String next, String failing, Instant now) {
    waiting.remove(next);
    Plan.Planned task = plan.get(next);
    begin(next + "-driver", task.isPart() ? "system-dag-driver" : "system-container-driver",
        task.within(), now).end("Succeeded", "", now);
    if (task.isPart()) {
      begin(next, "comp-" + next, task.within(), now);
      waiting.stream().filter(this::isReady).filter(inner -> plan.get(inner).within().equals(next))
          .findFirst().ifPresent(inner -> start(inner, failing, now));
      return;
    }
    Node node = begin(next, "retry-system-container-executor", task.within(), now);
    Node executor = begin("executor", "retry-system-container-impl", node.id, now);
    executor.log = next + ": looks at its inputs\n"
        + (next.equals(failing) ? "carbonflow " + next + ": merged.csv, line 3: has no building;"
            + " correct the table\nF0105 main.go:57] failed to execute component: exit status 1\n"
            : next + ": done\n");
  }

  private Node begin(String name, String template, String boundary, Instant now) {
    String id = workflow + "-" + Integer.toUnsignedString((boundary + "." + name).hashCode());
    String group = nodes.values().stream().filter(node -> node.name.equals(boundary)).findFirst()
        .map(node -> node.id).orElse(boundary);
    Node node = new Node(id, name, template, group, now);
    nodes.put(id, node);
    return node;
  }

  private void finish(String as, Instant now) {
    nodes.values().stream().filter(node -> isPart(node.name) && node.phase.equals("Running"))
        .forEach(part -> part.end(as.equals("SUCCEEDED") ? "Succeeded" : "Failed", "", now));
    state = as;
    finished = now;
  }
}
