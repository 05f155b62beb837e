// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.ir;

import module java.base;
import io.carbonflow.kfp.ir.Component.ArtifactSpec;
import io.carbonflow.kfp.ir.Component.Interface;
import io.carbonflow.kfp.ir.Component.ParameterSpec;
import io.carbonflow.kfp.ir.Component.TaskOutput;

/// Turns records into the mappings of `pipeline_spec.proto`, in the order of their names, as the
/// SDK does. What is empty is left out.
final class SpecWriter {
  static final String SCHEMA_VERSION_OF_ARTIFACTS = "0.0.1";

  private SpecWriter() {}

  static Object document(PipelineSpec pipeline) {
    return mapping(
        "pipelineInfo", mapping("name", pipeline.name(), "description", pipeline.description()),
        "schemaVersion", PipelineSpec.SCHEMA_VERSION,
        "sdkVersion", PipelineSpec.SDK_VERSION,
        "root", component(pipeline.root()),
        "components", each(pipeline.components(), SpecWriter::component),
        "deploymentSpec", mapping("executors", executors(pipeline)));
  }

  private static Map<String, Object> executors(PipelineSpec pipeline) {
    Map<String, Object> all =
        each(pipeline.executors(), executor -> mapping("container", container(executor)));
    all.putAll(each(pipeline.importers(), executor -> mapping("importer", importer(executor))));
    return all;
  }

  private static Map<String, Object> importer(ImporterSpec importer) {
    Map<String, Object> fields = mapping(
        "artifactUri", switch (importer.uri()) {
          case ImporterSpec.Fixed(String uri) -> mapping("constant", uri);
          case ImporterSpec.Given(String input) -> mapping("runtimeParameter", input);
        },
        "metadata", importer.metadata(),
        "typeSchema", schema(importer.schemaTitle()));
    if (importer.reimport()) {
      fields.put("reimport", true);
    }
    return fields;
  }

  private static Map<String, Object> schema(String title) {
    return mapping("schemaTitle", title, "schemaVersion", SCHEMA_VERSION_OF_ARTIFACTS);
  }

  private static Map<String, Object> component(Component component) {
    Map<String, Object> fields = mapping(
        "inputDefinitions", side(component.inputs()),
        "outputDefinitions", side(component.outputs()));
    switch (component.body()) {
      case Component.Executor executor -> fields.put("executorLabel", executor.label());
      case Component.Dag dag -> fields.put("dag", mapping(
          "tasks", each(dag.tasks(), TaskWriter::write),
          "outputs", mapping(
              "parameters", each(dag.parameters(), SpecWriter::sources),
              "artifacts", each(dag.artifacts(), selected -> mapping("artifactSelectors",
                  selected.stream().map(one -> TaskWriter.selector(
                      one, "producerSubtask", "outputArtifactKey")).toList())))));
    }
    return fields;
  }

  private static Map<String, Object> sources(List<TaskOutput> from) {
    List<Map<String, Object>> selectors = from.stream().map(one ->
        TaskWriter.selector(one, "producerSubtask", "outputParameterKey")).toList();
    return selectors.size() == 1 ? mapping("valueFromParameter", selectors.getFirst())
        : mapping("valueFromOneof", mapping("parameterSelectors", selectors));
  }

  private static Map<String, Object> side(Interface side) {
    return mapping(
        "parameters", each(side.parameters(), SpecWriter::parameter),
        "artifacts", each(side.artifacts(), SpecWriter::artifact));
  }

  private static Map<String, Object> parameter(ParameterSpec parameter) {
    Map<String, Object> fields = mapping(
        "parameterType", parameter.type().name(), "description", parameter.description());
    parameter.orElse().ifPresent(value -> fields.put("defaultValue", value));
    if (parameter.optional()) {
      fields.put("isOptional", true);
    }
    return fields;
  }

  private static Map<String, Object> artifact(ArtifactSpec artifact) {
    Map<String, Object> fields = mapping(
        "artifactType", schema(artifact.schemaTitle()),
        "description", artifact.description(),
        "metadata", new TreeMap<>(artifact.metadata()));
    if (artifact.list()) {
      fields.put("isArtifactList", true);
    }
    return fields;
  }

  private static Map<String, Object> container(ContainerSpec container) {
    return mapping(
        "resources", container.resources().write(),
        "image", container.image(),
        "command", container.command(),
        "args", container.args(),
        "env", container.env().entrySet().stream()
            .map(variable -> Map.of("name", variable.getKey(), "value", variable.getValue()))
            .map(TreeMap::new).toList());
  }

  /// Each of a mapping's values, written.
  static <T> Map<String, Object> each(
      SortedMap<String, T> all, Function<T, Map<String, Object>> write) {
    Map<String, Object> written = new TreeMap<>();
    for (Map.Entry<String, T> one : all.entrySet()) {
      written.put(one.getKey(), write.apply(one.getValue()));
    }
    return written;
  }

  /// A mapping of names to values without those that hold nothing.
  static Map<String, Object> mapping(Object... namesAndValues) {
    Map<String, Object> fields = new TreeMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      Object value = namesAndValues[i + 1];
      if (!(value instanceof Map<?, ?> map && map.isEmpty()
          || value instanceof List<?> list && list.isEmpty() || "".equals(value))) {
        fields.put((String) namesAndValues[i], value);
      }
    }
    return fields;
  }
}
