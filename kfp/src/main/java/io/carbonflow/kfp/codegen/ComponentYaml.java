// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.codegen;

import module java.base;
import io.carbonflow.kfp.ir.SpecYaml;
import io.carbonflow.kfp.ir.Yaml;
import io.carbonflow.kfp.pipeline.Compiler;
import io.carbonflow.kfp.pipeline.StepContainer;
import io.carbonflow.kfp.pipeline.StepContainer.Argument;
import io.carbonflow.kfp.pipeline.StepImage;
import io.carbonflow.kfp.step.Declaration;
import io.carbonflow.kfp.step.ParameterType;
import io.carbonflow.kfp.step.Port;

/// A step as a component file of its own, in a form that the SDK's `load_component_from_file`
/// reads; so a step can be used in a pipeline that somebody writes in Python.
///
/// The form is the short one that people write. It has no word for a list of artifacts; a step that
/// takes one has the form in which the SDK compiles a component, a pipeline of one task.
final class ComponentYaml {
  private ComponentYaml() {}

  /// The text of the file.
  ///
  /// @param image what it runs in
  static String of(Declaration step, StepImage image) {
    return step.inputs().stream().anyMatch(Port::isList)
        ? SpecYaml.write(Compiler.compile(step, image)) : brief(step, image);
  }

  private static String brief(Declaration step, StepImage image) {
    Map<String, Object> component = new LinkedHashMap<>();
    component.put("name", step.name());
    component.put("description", step.about());
    if (!step.inputs().isEmpty()) {
      component.put("inputs", step.inputs().stream().map(ComponentYaml::port).toList());
    }
    if (!step.outputs().isEmpty()) {
      component.put("outputs", step.outputs().stream().map(ComponentYaml::port).toList());
    }
    component.put("implementation", Map.of("container", container(step, image)));
    return Yaml.write(component);
  }

  private static Map<String, Object> port(Port port) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", port.name());
    fields.put("type", switch (port.kind()) {
      case Port.Kind.Parameter parameter -> type(parameter.type());
      case Port.Kind.File file -> file.type().schemaTitle().substring("system.".length());
    });
    fields.put("description", port.text());
    port.orElse().ifPresent(text -> fields.put("default", text));
    return fields;
  }

  private static String type(ParameterType type) {
    return switch (type) {
      case STRING -> "String";
      case NUMBER_INTEGER -> "Integer";
      case NUMBER_DOUBLE -> "Float";
      case BOOLEAN -> "Bool";
      case LIST -> "JsonArray";
      case STRUCT -> "JsonObject";
      case TASK_FINAL_STATUS -> "PipelineTaskFinalStatus";
    };
  }

  private static Map<String, Object> container(Declaration step, StepImage image) {
    StepContainer container = StepContainer.of(step);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("image", image.reference());
    fields.put("command", container.command(image));
    fields.put("args", container.arguments().stream().map(ComponentYaml::argument).toList());
    if (!image.environment().isEmpty()) {
      fields.put("env", image.environment());
    }
    return fields;
  }

  private static Object argument(Argument argument) {
    return switch (argument) {
      case Argument.Word word -> word.text();
      case Argument.Input(Port port) -> switch (port.kind()) {
        case Port.Kind.Parameter _ -> Map.of("inputValue", port.name());
        case Port.Kind.File _ -> Map.of("inputPath", port.name());
      };
      case Argument.Output(Port port) -> Map.of("outputPath", port.name());
      case Argument.ExecutorInput _ -> Collections.singletonMap("executorInput", null);
    };
  }
}
