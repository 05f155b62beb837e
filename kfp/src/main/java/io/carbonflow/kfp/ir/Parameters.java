// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.ir;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.ir.Component.ParameterSpec;
import io.carbonflow.kfp.step.ParameterType;

/// The parameters of a run: what was given, and the pipeline's defaults for the rest.
public final class Parameters {
  private Parameters() {}

  /// All parameters of a run.
  ///
  /// @param given those that are given, as values or as texts; a list as [ParameterType#list] says
  /// @throws Problem if one is unknown, of another type, or missing
  public static Map<String, Object> complete(PipelineSpec pipeline, Map<String, ?> given) {
    return complete(pipeline.name(), pipeline.root().inputs().parameters(), given);
  }

  /// All parameters of a run of a pipeline that may not be known as a whole.
  ///
  /// @param pipeline the pipeline's name
  /// @param declared the parameters that it has
  /// @param given those that are given, as values or as texts
  /// @throws Problem if one is unknown, of another type, or missing
  public static Map<String, Object> complete(
      String pipeline, SortedMap<String, ParameterSpec> declared, Map<String, ?> given) {
    given.keySet().stream().filter(name -> !declared.containsKey(name)).findFirst()
        .ifPresent(name -> {
          throw problem(pipeline, name, "is not a parameter of it",
              "its parameters are " + String.join(", ", declared.keySet()));
        });
    Map<String, Object> complete = new TreeMap<>();
    declared.forEach((name, spec) -> {
      if (given.containsKey(name) || spec.orElse().isPresent() || !spec.optional()) {
        complete.put(name, value(pipeline, name, spec, given));
      }
    });
    return complete;
  }

  /// The value that one item of a loop is in its round.
  ///
  /// @param type the type of the input that takes it
  /// @throws IllegalArgumentException if it is of another one: Kubeflow's driver makes texts of
  ///     anything, and nothing of texts
  public static Object item(ParameterType type, Object item) {
    if (type != ParameterType.STRING && !Literal.fits(type, Literal.of(type, item))) {
      throw new IllegalArgumentException("'" + ParameterType.format(item) + "' is not a "
          + type.words());
    }
    return type.read(ParameterType.format(item));
  }

  private static Object value(
      String pipeline, String name, ParameterSpec spec, Map<String, ?> given) {
    Object value = given.containsKey(name) ? given.get(name)
        : spec.orElse().orElseThrow(() -> problem(pipeline, name, "has no default and no value",
            "give it: " + spec.description()));
    try {
      boolean written = spec.type() == ParameterType.LIST && value instanceof String;
      return spec.type().read(written ? ParameterType.list((String) value) : ParameterType.format(value));
    } catch (IllegalArgumentException e) {
      throw problem(pipeline, name, e.getMessage(), "give it a value of its type");
    }
  }

  private static Problem problem(String pipeline, String name, String what, String remedy) {
    return new Problem(
        Place.of("pipeline " + pipeline + ", parameter " + name), what, remedy);
  }
}
