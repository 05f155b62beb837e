// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.workflow;

import module java.base;

/// Which task of the pipeline a node belongs to, read from the node's name. Kubeflow makes several
/// nodes of a task `clean` (backend/src/v2/compiler/argocompiler/dag.go): `clean-driver`, `clean` and,
/// within that, `executor`. Where Argo repeats what fails, as it does by Kubeflow's own settings, each
/// of them has a node for all its attempts and one for each, `clean` and `clean(0)`:
/// `training-x1(0).root(0).guarded(0).clean(0).executor(0)` is the first attempt at the container.
///
/// @param tasks the names of the task and of the parts around it, from the outside in; empty for the
///     pipeline as a whole
/// @param rounds the numbers of the rounds of the loops around it, from 0, from the outside in
/// @param role as what the node belongs to it
public record NodePlace(List<String> tasks, List<Integer> rounds, Role role) {

  /// As what a node belongs to a task.
  public enum Role {
    /// It is the task: all that comes of it but its driver.
    WHOLE,
    /// It is one attempt at the task.
    ATTEMPT,
    /// It finds out what the task takes, and whether it runs.
    DRIVER,
    /// It is the task's container.
    CONTAINER,
    /// It holds the task's rounds, or one of them.
    LOOP
  }

  /// A name, then the item of a loop or the number of an attempt, or both.
  private static final Pattern STEP = Pattern.compile("(.*?)((?:\\(\\d+(?::[^)]*)?\\))*)");
  private static final Pattern ITEM = Pattern.compile("\\((\\d+):[^)]*\\)");
  private static final Pattern TRIED = Pattern.compile("\\(\\d+\\)$");
  private static final String DRIVER = "-driver";

  /// The place of a node.
  ///
  /// @param workflow the workflow's name
  /// @param name the node's name
  /// @param template the name of the node's template
  static NodePlace of(String workflow, String name, String template) {
    List<String> tasks = new ArrayList<>();
    List<Integer> rounds = new ArrayList<>();
    Role role = Role.WHOLE;
    String rest = name.startsWith(workflow) ? name.substring(workflow.length()) : name;
    for (String step : rest.split("\\.")) {
      Matcher parts = STEP.matcher(step);
      if (!parts.matches() || parts.group(1).isEmpty()) {
        continue; // the workflow itself
      }
      role = TRIED.matcher(parts.group(2)).find() ? Role.ATTEMPT : Role.WHOLE;
      switch (parts.group(1)) {
        case "root" -> { }
        // An exit task is next to what it is the exit task of; a workflow may have one itself.
        case "onExit" -> tasks.subList(Math.max(0, tasks.size() - 1), tasks.size()).clear();
        case "iteration-iterations", "iteration-item" -> {
          role = Role.LOOP;
          Matcher item = ITEM.matcher(parts.group(2));
          if (item.find()) {
            rounds.add(Integer.valueOf(item.group(1)));
          }
        }
        case "executor" -> role = Role.CONTAINER;
        case String task -> tasks.add(task);
      }
    }
    return isDriver(rest, template) ? driver(tasks, rounds)
        : new NodePlace(List.copyOf(tasks), List.copyOf(rounds), role);
  }

  private static boolean isDriver(String name, String template) {
    return template.matches("system-(container|dag)-driver")
        && name.replaceAll("(\\(\\d+\\))+$", "").endsWith(DRIVER);
  }

  private static NodePlace driver(List<String> tasks, List<Integer> rounds) {
    String last = tasks.removeLast();
    String task = last.substring(0, last.length() - DRIVER.length());
    switch (task) {
      case "root", "iteration", "iteration-item" -> { }
      default -> tasks.add(task);
    }
    return new NodePlace(List.copyOf(tasks), List.copyOf(rounds), Role.DRIVER);
  }

  /// The task's name; empty for the pipeline as a whole.
  public String task() {
    return tasks.isEmpty() ? "" : tasks.getLast();
  }
}
