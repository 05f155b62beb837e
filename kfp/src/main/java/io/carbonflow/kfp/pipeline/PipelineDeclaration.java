// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.pipeline;

import module java.base;
import io.carbonflow.kfp.step.About;
import io.carbonflow.kfp.step.Port;
import io.carbonflow.kfp.step.Records;
import io.carbonflow.kfp.step.Value;

/// What a pipeline says of itself, read from its class: the source of its options, of what it is
/// compiled to, and of its part in another pipeline.
///
/// @param name its class's name in lower case with dashes, `training-compact`
/// @param about what it does
/// @param pipeline the pipeline
/// @param in the record of its parameters
/// @param out the record of its results
/// @param parameters its parameters, in order
/// @param results what it gives, in order
public record PipelineDeclaration(
    String name,
    String about,
    Pipeline<?, ?> pipeline,
    Class<? extends Record> in,
    Class<? extends Record> out,
    List<Port> parameters,
    List<Port> results) {

  /// Reads a pipeline's declaration.
  ///
  /// @throws IllegalArgumentException if a parameter or result is not one that a pipeline can have
  public static PipelineDeclaration of(Pipeline<?, ?> pipeline) {
    Class<?> type = pipeline.getClass();
    List<Class<? extends Record>> records = Arrays.stream(type.getGenericInterfaces())
        .filter(i -> i instanceof ParameterizedType p && p.getRawType() == Pipeline.class)
        .flatMap(i -> Arrays.stream(((ParameterizedType) i).getActualTypeArguments()))
        .<Class<? extends Record>>map(record -> ((Class<?>) record).asSubclass(Record.class))
        .toList();
    return new PipelineDeclaration(
        type.getSimpleName().replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT),
        type.getAnnotation(About.class).value(), pipeline, records.get(0), records.get(1),
        Port.of(records.get(0)), Port.of(records.get(1)));
  }

  /// All pipelines that can be found on the class path, by name.
  @SuppressWarnings("rawtypes") // a service is found by its class, which has no type arguments
  public static List<PipelineDeclaration> all() {
    List<PipelineDeclaration> found = new ArrayList<>();
    for (Pipeline pipeline : ServiceLoader.load(Pipeline.class)) {
      found.add(of(pipeline));
    }
    found.sort(Comparator.comparing(PipelineDeclaration::name));
    return found;
  }

  /// Checks the values of all parameters beside each other, before anything runs.
  ///
  /// @param given the texts of parameters by name, each a value of its type; those left out have
  ///     their defaults
  /// @throws io.carbonflow.base.fault.Problem if the pipeline cannot run with them
  public void check(Map<String, String> given) {
    check(pipeline, Records.make(in, parameters.stream().map(port -> Value.of(
        port.parse(given.getOrDefault(port.name(), port.orElse().orElse(""))))).toArray()));
  }

  /// The record was made from the pipeline's own declaration, so it is of its type.
  @SuppressWarnings("unchecked")
  private static <P extends Record> void check(Pipeline<P, ?> pipeline, Record parameters) {
    pipeline.check((P) parameters);
  }
}
