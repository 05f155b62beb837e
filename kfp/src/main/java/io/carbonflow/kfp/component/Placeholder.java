// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.component;

import io.carbonflow.kfp.step.Port;

/// What stands in a command for what is known only when a task runs, in the IR's form.
public final class Placeholder {
  /// Kubeflow's whole description of a task, as JSON.
  public static final String EXECUTOR_INPUT = "{{$}}";

  private Placeholder() {}

  /// A parameter's value, or an artifact's path.
  public static String input(Port port) {
    return switch (port.kind()) {
      case Port.Kind.Parameter _ -> value(port.name());
      case Port.Kind.File _ -> artifact("inputs", port.name(), "path");
    };
  }

  /// The file that takes a parameter's value, or an artifact's path.
  public static String output(Port port) {
    return switch (port.kind()) {
      case Port.Kind.Parameter _ -> file(port.name());
      case Port.Kind.File _ -> artifact("outputs", port.name(), "path");
    };
  }

  static String value(String input) {
    return "{{$.inputs.parameters['" + input + "']}}";
  }

  static String file(String output) {
    return "{{$.outputs.parameters['" + output + "'].output_file}}";
  }

  /// @param side `inputs` or `outputs`
  /// @param property `path` or `uri`
  static String artifact(String side, String name, String property) {
    return "{{$." + side + ".artifacts['" + name + "']." + property + "}}";
  }
}
