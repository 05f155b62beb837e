// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.component;

import module java.base;
import io.carbonflow.kfp.ir.Component.ArtifactSpec;
import io.carbonflow.kfp.ir.Component.Interface;
import io.carbonflow.kfp.ir.Component.ParameterSpec;
import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.ParameterType;
import io.carbonflow.kfp.step.Port;

/// What ports are in the IR.
public final class Interfaces {
  private Interfaces() {}

  /// Inputs.
  ///
  /// @param orElse the default of each, as the IR holds it
  public static Interface inputs(List<Port> ports, Function<Port, Optional<Object>> orElse) {
    return side(ports, orElse, _ -> Map.of());
  }

  /// Outputs, with the natural names of their files.
  public static Interface outputs(List<Port> ports) {
    return side(ports, _ -> Optional.empty(), file -> file.type() == Artifact.Type.METRICS ? Map.of()
        : Map.of(ArtifactSpec.FILE_NAME, file.fileName()));
  }

  private static Interface side(List<Port> ports, Function<Port, Optional<Object>> orElse,
      Function<Port.Kind.File, Map<String, Object>> metadata) {
    var parameters = new TreeMap<String, ParameterSpec>();
    var artifacts = new TreeMap<String, ArtifactSpec>();
    for (Port port : ports) {
      switch (port.kind()) {
        case Port.Kind.Parameter p -> parameters.put(port.name(), new ParameterSpec(
            p.type(), orElse.apply(port), p.type() == ParameterType.TASK_FINAL_STATUS, port.text()));
        case Port.Kind.File f -> artifacts.put(port.name(), new ArtifactSpec(
            f.type().schemaTitle(), f.list(), metadata.apply(f), port.text()));
      }
    }
    return new Interface(parameters, artifacts);
  }
}
