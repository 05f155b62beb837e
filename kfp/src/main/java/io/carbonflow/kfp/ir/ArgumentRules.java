// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.ir;

import module java.base;

/// What Kubeflow's driver does not replace in a container's command and arguments.
///
/// @param wiring the DAG that the task is in
/// @param name the task's name
/// @param task the task
/// @param container its container
/// @param target what the pipeline should run on: the local runner puts arguments together
record ArgumentRules(Wiring wiring, String name, Task task, ContainerSpec container,
    SpecCheck.Target target) {
  private static final Pattern PARAMETER =
      Pattern.compile("\\{\\{\\$\\.inputs\\.parameters\\['(.+?)']}}");
  private static final Pattern CHOICE =
      Pattern.compile("\\s*\\{\"IfPresent\":\\s*\\{.*\"InputName\":\\s*\"([^\"]+)\".*");

  void run() {
    Stream.of(container.command(), container.args()).flatMap(List::stream).forEach(this::word);
  }

  private void word(String word) {
    if (word.startsWith("{\"Concat\"") && target == SpecCheck.Target.KUBEFLOW) {
      throw wiring.problem("task " + name, "has the argument " + word + ", which Kubeflow's driver"
          + " does not put together", "let the program put it together");
    }
    Matcher choice = CHOICE.matcher(word);
    if (choice.matches()) {
      if (task.artifacts().containsKey(choice.group(1))) {
        throw wiring.problem("task " + name + ", input " + choice.group(1), "decides on an argument,"
            + " and Kubeflow's driver looks for parameters only", "let a parameter decide");
      }
    } else if (!word.contains("$.outputs")) {
      PARAMETER.matcher(word).results().map(found -> found.group(1))
          .filter(input -> !task.parameters().containsKey(input)).findFirst().ifPresent(input -> {
            throw wiring.problem("task " + name + ", input " + input, "stands in an argument, but"
                + " nobody supplies it, and Kubeflow's driver knows no defaults there", "wire it");
          });
    }
  }
}
