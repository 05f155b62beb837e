// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.ir;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;

/// The names that Kubeflow's server makes of those of tasks and components for Argo, which has to
/// know them apart and takes no more than 128 characters.
final class ArgoNames {
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][-a-zA-Z0-9]{0,127}");
  private static final String DRIVER = "-driver";

  private final String source;
  private final Map<String, String> templates = new HashMap<>();

  /// @param source what the pipeline is called in messages
  ArgoNames(String source) {
    this.source = source;
    for (String own : new String[] {"root", "entrypoint", "system-dag-driver",
        "system-container-driver", "system-container-executor", "system-container-impl",
        "retry-system-container-executor", "retry-system-container-impl"}) {
      templates.put(own, "Kubeflow itself");
    }
  }

  void check(PipelineSpec pipeline) {
    pipeline.components().forEach((name, component) -> {
      if (component.body() instanceof Component.Dag dag) {
        template(source, "component " + name, name);
        dag(source + ", component " + name, name, dag);
      }
    });
    dag(source, "root", (Component.Dag) pipeline.root().body());
  }

  private void dag(String where, String component, Component.Dag dag) {
    dag.tasks().forEach((name, task) -> {
      String place = "task " + name;
      if (task.policy().loop().isPresent()) {
        template(where, place, task.component() + "-" + name + "-iterator");
        template(where, place, task.component() + "-iteration");
      } else {
        fits(where, place, name + DRIVER);
        if (dag.tasks().containsKey(name + DRIVER)) {
          throw new Problem(Place.of(where + ", task " + name + DRIVER),
              "is called as Kubeflow calls the driver of task " + name, "give it another name");
        }
      }
      if (task.policy().trigger().evenAfterFailure()) {
        template(where, place, "exit-hook-" + component + "-" + name);
      }
    });
  }

  private void template(String where, String of, String name) {
    fits(where, of, name);
    String other = templates.put(name, of);
    if (other != null) {
      throw new Problem(Place.of(where + ", " + of), "becomes " + name + " in Argo, as " + other
          + " does", "give it a name and a component of its own");
    }
  }

  private static void fits(String where, String of, String name) {
    if (!NAME.matcher(name).matches()) {
      throw new Problem(Place.of(where + ", " + of), "becomes " + name + " in Argo, which is not a name"
          + " there", "use letters, digits and dashes, so that it has at most 128 characters");
    }
  }
}
