// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.server;

import module java.base;
import com.google.gson.JsonObject;

/// The steps that Kubeflow makes of a pipeline (backend/src/v2/compiler/argocompiler/dag.go). No
/// condition holds, and each loop has three rounds, one after the other.
///
/// @param steps the steps, those of a part after the part itself
record Plan(List<Step> steps) {
  private static final int ROUNDS = 3;

  /// What a step is.
  enum Kind {
    /// A task with a container.
    TASK,
    /// A part with steps of its own.
    PART,
    /// A part that is done once for each item.
    LOOP,
    /// One round of a loop.
    ROUND,
    /// A part or task whose condition does not hold.
    SKIPPED,
    /// What is done when another step has ended, however it has.
    HOOK;

    /// Whether it has no steps of its own.
    boolean isLeaf() {
      return this == TASK || this == SKIPPED;
    }
  }

  /// A step.
  ///
  /// @param name the name of its node
  /// @param task the name of its task
  /// @param within the name of the attempt that it is a part of
  /// @param after the steps of that part that come before
  /// @param kind what it is
  /// @param template the template of its nodes
  /// @param caches whether its results are kept for other runs
  record Step(String name, String task, String within, Set<String> after, Kind kind,
      String template, boolean caches) {

    /// The template of its container's nodes.
    String container() {
      return template.replace("-executor", "-impl");
    }

    boolean hasDriver() {
      return kind != Kind.LOOP && kind != Kind.ROUND && kind != Kind.HOOK;
    }

    String driver() {
      return template.endsWith("-executor") ? "system-container-driver" : "system-dag-driver";
    }
  }

  static Plan of(JsonObject spec, String root) {
    Plan plan = new Plan(new ArrayList<>());
    plan.add(spec, spec.getAsJsonObject("root"), "root", Nodes.attempt(root));
    return plan;
  }

  private void add(JsonObject spec, JsonObject component, String called, String within) {
    JsonObject all = component.getAsJsonObject("dag").getAsJsonObject("tasks");
    for (String task : new TreeSet<>(all.keySet())) {
      JsonObject body = all.getAsJsonObject(task);
      Set<String> after = new TreeSet<>();
      if (body.has("dependentTasks")) {
        body.getAsJsonArray("dependentTasks").forEach(one ->
            after.add(within + "." + one.getAsString()));
      }
      if (text(body, "triggerPolicy", "strategy").equals("ALL_UPSTREAM_TASKS_COMPLETED")) {
        // Argo does the first of them when it has ended, with its exit hook.
        String hook = after.iterator().next() + ".onExit";
        steps.add(new Step(hook, task, within, after, Kind.HOOK,
            "exit-hook-" + called + "-" + task, false));
        add(spec, task, body, Nodes.attempt(hook), Set.of());
      } else {
        add(spec, task, body, within, after);
      }
    }
  }

  private void add(
      JsonObject spec, String task, JsonObject body, String within, Set<String> after) {
    String component = text(body, "componentRef", "name");
    JsonObject inner = spec.getAsJsonObject("components").getAsJsonObject(component);
    boolean part = inner.has("dag");
    String name = within + "." + task;
    if (body.has("parameterIterator")) {
      loop(spec, new Step(name, task, within, after, Kind.LOOP, component + "-" + task
          + "-iterator", false), inner, component);
      return;
    }
    boolean skipped = !text(body, "triggerPolicy", "condition").isEmpty();
    steps.add(new Step(name, task, within, after,
        skipped ? Kind.SKIPPED : part ? Kind.PART : Kind.TASK,
        part ? component : (body.has("retryPolicy") ? "retry-" : "") + "system-container-executor",
        text(body, "cachingOptions", "enableCache").equals("true")));
    if (part && !skipped) {
      add(spec, inner, component, Nodes.attempt(name));
    }
  }

  private void loop(JsonObject spec, Step loop, JsonObject body, String component) {
    steps.add(loop);
    String within = Nodes.attempt(loop.name());
    Set<String> before = Set.of();
    for (int number = 0; number < ROUNDS; number++) {
      String round = within + ".iteration-iterations(" + number + ":" + number + ")";
      steps.add(new Step(
          round, "", within, before, Kind.ROUND, component + "-iteration", false));
      String item = Nodes.attempt(round) + ".iteration-item";
      steps.add(new Step(
          item, "", Nodes.attempt(round), Set.of(), Kind.PART, component, false));
      add(spec, body, component, Nodes.attempt(item));
      before = Set.of(round);
    }
  }

  private static String text(JsonObject object, String part, String field) {
    return object.has(part) ? Shelf.text(object.getAsJsonObject(part), field) : "";
  }

  /// The steps of a part.
  List<Step> within(String attempt) {
    return steps.stream().filter(step -> step.within().equals(attempt))
        .collect(Collectors.toList());
  }
}
