// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.component;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.ir.Component.ArtifactSpec;
import io.carbonflow.kfp.ir.Component.Interface;
import io.carbonflow.kfp.ir.Component.ParameterSpec;
import io.carbonflow.kfp.step.Port;

/// Checks the records that a component's inputs and outputs are to be.
///
/// @param source the component's file, for messages
record Binding(String source) {

  /// @return the inputs that are given: those of the record, and those with defaults
  /// @throws Problem if a record does not fit
  Set<String> check(Loaded loaded, Class<? extends Record> in, Class<? extends Record> out) {
    Set<String> given = new TreeSet<>();
    for (Port port : Port.of(in)) {
      check("input " + port.name(), loaded.takes(), port, in, true);
      given.add(port.name());
    }
    Port.of(out).forEach(port -> check("output " + port.name(), loaded.gives(), port, out, false));
    loaded.takes().parameters().forEach((name, spec) -> {
      if (spec.orElse().isPresent()) {
        given.add(name);
      } else if (!spec.optional()) {
        needed(given, name, in);
      }
    });
    loaded.takes().artifacts().keySet().forEach(name -> needed(given, name, in));
    return given;
  }

  private void needed(Set<String> given, String name, Class<?> in) {
    if (!given.contains(name)) {
      throw problem("input " + name, "has to be given, and " + in.getSimpleName() + " has none of"
          + " that name", "add it there");
    }
  }

  private void check(String place, Interface side, Port port, Class<?> record, boolean input) {
    ParameterSpec parameter = side.parameters().get(port.name());
    ArtifactSpec artifact = side.artifacts().get(port.name());
    if (parameter == null && artifact == null) {
      throw problem(place, "is in " + record.getSimpleName() + ", but not in the file",
          "there is " + String.join(", ", Stream.concat(side.parameters().keySet().stream(),
              side.artifacts().keySet().stream()).sorted().toList()));
    }
    String there = parameter != null ? parameter.type().name() : artifact.words();
    boolean fits = switch (port.kind()) {
      case Port.Kind.Parameter p -> parameter != null && parameter.type() == p.type();
      case Port.Kind.File f when artifact != null -> input
          ? artifact.accepts(ArtifactSpec.of(f)) : ArtifactSpec.of(f).accepts(artifact);
      case Port.Kind.File _ -> false;
    };
    if (!fits) {
      throw problem(place, "is " + there + " in the file, but in " + record.getSimpleName() + " "
          + switch (port.kind()) {
            case Port.Kind.Parameter p -> p.type().name();
            case Port.Kind.File f -> ArtifactSpec.of(f).words();
          }, "declare it as the file does");
    }
  }

  private Problem problem(String place, String what, String remedy) {
    return new Problem(Place.of(source + ", " + place), what, remedy);
  }
}
