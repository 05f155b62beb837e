// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.pipeline;

import module java.base;
import io.carbonflow.kfp.ir.Component.ArtifactSpec;
import io.carbonflow.kfp.ir.Task;
import io.carbonflow.kfp.step.ParameterType;
import io.carbonflow.kfp.step.Port;

/// A parameter or artifact that is to be had within a DAG.
sealed interface ResolvedValue {

  /// A parameter.
  ///
  /// @param source where a task of the DAG takes it from
  /// @param type its type
  /// @param element the class of a list's elements, where it is known
  record Parameter(
      Task.ParameterSource source, ParameterType type, Optional<Class<?>> element)
      implements ResolvedValue {
    @Override
    public ResolvedValue from(String input) {
      return new Parameter(new Task.ComponentInput(input), type, element);
    }

    @Override
    public ResolvedValue collected() {
      return new Parameter(source, ParameterType.LIST, Optional.empty());
    }
  }

  /// An artifact.
  ///
  /// @param source where a task of the DAG takes it from
  /// @param spec its type
  record File(Task.ArtifactSource source, ArtifactSpec spec) implements ResolvedValue {
    @Override
    public ResolvedValue from(String input) {
      return new File(new Task.ComponentInput(input), spec);
    }

    @Override
    public ResolvedValue collected() {
      return new File(source, new ArtifactSpec(
          spec.schemaTitle(), true, spec.metadata(), spec.description()));
    }
  }

  /// The same thing as it is to be had within a DAG that takes it as an input.
  ResolvedValue from(String input);

  /// The same thing as a list, one of each round of a loop.
  ResolvedValue collected();

  /// What a port declares.
  static <S extends Task.ParameterSource & Task.ArtifactSource> ResolvedValue of(Port port, S source) {
    return switch (port.kind()) {
      case Port.Kind.Parameter p -> new Parameter(source, p.type(), p.element());
      case Port.Kind.File f -> new File(
          source, new ArtifactSpec(f.type().schemaTitle(), f.list(), Map.of(), ""));
    };
  }
}
