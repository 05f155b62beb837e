// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.server;

import module java.base;
import com.google.gson.JsonObject;
import io.carbonflow.kfp.client.server.Plan.Kind;
import io.carbonflow.kfp.client.server.Plan.Step;

/// How a workflow gets on. Each look at the run is a tick, in which a task begins or ends; a task
/// begins when those that it depends on have ended.
final class ArgoWorkflow {
  private static final String OMITTED = "omitted: depends condition not met";
  private static final String SKIPPED = "when 'false != false' evaluated false";
  final Nodes nodes;
  private final String workflow;
  private final Plan plan;
  private final String root;
  private final Set<Step> waiting;
  private final Instant start;

  ArgoWorkflow(String workflow, JsonObject spec, Instant now) {
    this.workflow = workflow;
    this.start = now;
    nodes = new Nodes(workflow);
    String whole = Nodes.attempt(workflow);
    nodes.begin(workflow, "DAG", "entrypoint", "", now);
    root = whole + ".root";
    drive(root, "system-dag-driver", whole, now);
    nodes.begin(root, "DAG", "root", whole, now);
    plan = Plan.of(spec, root);
    waiting = new LinkedHashSet<>(plan.steps());
  }

  /// Its phase: that of the whole.
  String phase() {
    return nodes.get(workflow).phase;
  }

  /// Lets failed tasks run again; the parts that they are in go on. What was done when they had failed
  /// is not done again.
  void retry() {
    List<ArgoNode> bad = nodes.all().stream()
        .filter(node -> node.phase.matches("Failed|Omitted")).toList();
    for (Step step : plan.steps()) {
      boolean again = bad.stream().anyMatch(node -> node.name.equals(step.name()));
      if (again && !step.kind().isLeaf() && nodes.get(step.name()).type.equals("Retry")) {
        goOn(step.name());
      } else if (again) {
        nodes.remove(step.name());
        nodes.remove(step.name() + "-driver");
        waiting.add(step);
        plan.steps().stream().filter(inner -> inner.name().startsWith(step.name() + "("))
            .forEach(waiting::add);
      }
    }
    goOn(root);
    goOn(workflow);
  }

  private void goOn(String step) {
    nodes.get(step).goOn();
    nodes.get(Nodes.attempt(step)).goOn();
  }

  /// Does the next thing.
  ///
  /// @param failing the task that fails; empty for none
  /// @param held the tasks whose pods cannot start, and why
  void tick(String failing, Map<String, String> held, Instant now) {
    List<Step> running = plan.steps().stream().filter(step -> step.kind() == Kind.TASK
        && nodes.isOpen(step.name())).toList();
    List<Step> ready = running.stream().filter(step -> !held.containsKey(step.task())).toList();
    if (!ready.isEmpty()) {
      ready.forEach(step -> goOnOrEnd(step, step.task().equals(failing), now));
      settle(now);
      return;
    }
    waiting.stream().filter(this::isReady).findFirst()
        .ifPresent(next -> begin(next, failing, held, now));
  }

  private static String group(Step loop) {
    return Nodes.attempt(loop.name()) + ".iteration-iterations";
  }

  private static String executor(Step step) {
    return Nodes.attempt(step.name()) + ".executor";
  }

  private void goOnOrEnd(Step step, boolean fails, Instant now) {
    ArgoNode pod = nodes.get(Nodes.attempt(executor(step)));
    if (pod.phase.equals("Pending")) {
      pod.goOn();
      return;
    }
    nodes.end(executor(step), fails ? "Failed" : "Succeeded",
        fails ? "main: Error (exit code 1)" : "", now);
    nodes.end(step.name(), fails ? "Failed" : "Succeeded", "", now);
  }

  private boolean isReady(Step step) {
    return step.kind() != Kind.HOOK && nodes.isOpen(whole(step.within()))
        && step.after().stream().allMatch(this::hasEnded);
  }

  /// The step of an attempt.
  private static String whole(String attempt) {
    return attempt.replaceFirst("\\(0\\)$", "");
  }

  private boolean hasEnded(String step) {
    return nodes.get(step) != null && nodes.get(step).hasEnded();
  }

  private boolean isBad(String step) {
    return hasEnded(step) && nodes.get(step).phase.matches("Failed|Omitted");
  }

  private void drive(String step, String template, String within, Instant now) {
    nodes.begin(step + "-driver", "Pod", template, within, now);
    nodes.end(step + "-driver", "Succeeded", "", now);
  }

  private void begin(Step step, String failing, Map<String, String> held, Instant now) {
    waiting.remove(step);
    if (step.hasDriver()) {
      drive(step.name(), step.driver(), step.within(), now);
    }
    switch (step.kind()) {
      case SKIPPED -> {
        nodes.leaveOut(
            step.name(), step.template(), step.within(), "Skipped", SKIPPED, now);
        settle(now);
      }
      case PART, LOOP, ROUND -> {
        nodes.begin(step.name(), "DAG", step.template(), step.within(), now);
        if (step.kind() == Kind.LOOP) {
          String inside = Nodes.attempt(step.name());
          drive(inside + ".iteration", "system-dag-driver", inside, now);
          nodes.group(group(step), plan.within(inside).getFirst().template(), inside, now);
        }
        plan.within(Nodes.attempt(step.name())).stream().filter(this::isReady).findFirst()
            .ifPresent(inner -> begin(inner, failing, held, now));
      }
      case TASK, HOOK -> {
        nodes.begin(step.name(), "DAG", step.template(), step.within(), now);
        ArgoNode pod = nodes.begin(executor(step), "Pod", step.container(),
            Nodes.attempt(step.name()), now);
        pod.phase = held.containsKey(step.task()) ? "Pending" : "Running";
        pod.message = held.getOrDefault(step.task(), "");
        pod.caches = step.caches();
        pod.log = Logs.of(step.task(), step.task().equals(failing));
      }
    }
  }

  /// Does what follows from an end: leaves out what depends on a failure, ends parts, does exit hooks.
  private void settle(Instant now) {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Step step : plan.steps()) {
        changed |= waiting.contains(step) ? leaveOutOrHook(step, now) : endPart(step, now);
      }
    }
    if (plan.within(Nodes.attempt(root)).stream().allMatch(step -> hasEnded(step.name()))) {
      boolean bad = plan.within(Nodes.attempt(root)).stream()
          .anyMatch(step -> isBad(step.name()));
      nodes.end(root, bad ? "Failed" : "Succeeded", "", now);
      nodes.end(workflow, bad ? "Failed" : "Succeeded", "", now);
    }
  }

  private boolean leaveOutOrHook(Step step, Instant now) {
    if (!nodes.isOpen(whole(step.within()))) {
      return false;
    } else if (step.kind() == Kind.HOOK && step.after().stream().allMatch(this::hasEnded)) {
      waiting.remove(step);
      nodes.begin(step.name(), "DAG", step.template(), step.within(), now);
      return true;
    } else if (step.kind() != Kind.HOOK && step.after().stream().anyMatch(this::isBad)) {
      omit(step, now);
      return true;
    }
    return false;
  }

  private void omit(Step step, Instant now) {
    if (step.hasDriver()) {
      nodes.leaveOut(
          step.name() + "-driver", step.driver(), step.within(), "Omitted", OMITTED, now);
    }
    nodes.leaveOut(step.name(), step.template(), step.within(), "Omitted", OMITTED, now);
    waiting.removeIf(one -> one == step || one.name().startsWith(step.name() + "("));
  }

  private boolean endPart(Step step, Instant now) {
    List<Step> inner = plan.within(Nodes.attempt(step.name()));
    if (inner.isEmpty() || !nodes.isOpen(step.name())
        || !inner.stream().allMatch(one -> hasEnded(one.name()))) {
      return false;
    }
    String as = inner.stream().anyMatch(one -> isBad(one.name())) ? "Failed" : "Succeeded";
    nodes.end(step.name(), as, "", now);
    if (step.kind() == Kind.LOOP) {
      nodes.get(group(step)).end(as, "", now);
    }
    return true;
  }

  /// Ends it as Kubeflow does: the workflow has no time left.
  void stop(Instant now) {
    String late = "retry exceeded workflow deadline "
        + start.toString().replace("T", " ").replace("Z", " +0000 UTC");
    plan.steps().stream().filter(step -> waiting.contains(step) && step.kind() == Kind.HOOK
        && nodes.isOpen(step.after().iterator().next())).forEach(hook -> hookTooLate(hook, now));
    for (Step step : List.copyOf(waiting)) {
      if (step.kind() != Kind.HOOK && nodes.isOpen(whole(step.within()))) {
        omit(step, now);
      }
    }
    nodes.all().stream().filter(node -> !node.hasEnded()).forEach(node -> node.end("Failed",
        node.type.equals("Retry") ? late : node.isPod() ? "Step exceeded its deadline" : "", now));
  }

  private void hookTooLate(Step hook, Instant now) {
    nodes.begin(hook.name(), "DAG", hook.template(), hook.within(), now);
    String within = Nodes.attempt(hook.name());
    Step exit = plan.within(within).getFirst();
    nodes.begin(exit.name() + "-driver", "Pod", exit.driver(), within, now);
    nodes.leaveOut(exit.name(), exit.template(), within, "Omitted", OMITTED, now);
    waiting.remove(hook);
    waiting.remove(exit);
  }

  /// What Argo says of the whole.
  Optional<String> message() {
    return Optional.of(nodes.get(workflow).message).filter(text -> !text.isEmpty());
  }
}
