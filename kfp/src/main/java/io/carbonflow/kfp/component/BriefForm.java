// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.component;

import module java.base;
import io.carbonflow.base.json.StrictJson;
import io.carbonflow.kfp.ir.Component.ArtifactSpec;
import io.carbonflow.kfp.ir.Component.Interface;
import io.carbonflow.kfp.ir.Component.ParameterSpec;
import io.carbonflow.kfp.ir.ContainerSpec;
import io.carbonflow.kfp.ir.Resources;
import io.carbonflow.kfp.step.ParameterType;

/// Reads the short form of a component file, which people write, as the SDK's
/// `load_component_from_file` does (`from_v1_component_spec` of sdk/python/kfp/dsl/structures.py at
/// 2.17). What the SDK passes over is refused.
final class BriefForm {
  private static final Map<String, ParameterType> PARAMETERS = Map.ofEntries(
      Map.entry("integer", ParameterType.NUMBER_INTEGER), Map.entry("int", ParameterType.NUMBER_INTEGER),
      Map.entry("double", ParameterType.NUMBER_DOUBLE), Map.entry("float", ParameterType.NUMBER_DOUBLE),
      Map.entry("string", ParameterType.STRING), Map.entry("str", ParameterType.STRING),
      Map.entry("text", ParameterType.STRING), Map.entry("bool", ParameterType.BOOLEAN),
      Map.entry("boolean", ParameterType.BOOLEAN), Map.entry("dict", ParameterType.STRUCT),
      Map.entry("list", ParameterType.LIST), Map.entry("jsonobject", ParameterType.STRUCT),
      Map.entry("jsonarray", ParameterType.LIST),
      Map.entry("pipelinetaskfinalstatus", ParameterType.TASK_FINAL_STATUS));
  private static final List<String> ARTIFACTS = List.of("Artifact", "Model", "Dataset", "Metrics",
      "ClassificationMetrics", "SlicedClassificationMetrics", "HTML", "Markdown");

  private final Interface takes = new Interface(new TreeMap<>(), new TreeMap<>());
  private final Interface gives = new Interface(new TreeMap<>(), new TreeMap<>());

  /// What a file says.
  ///
  /// @throws io.carbonflow.base.fault.Problem if it is no such form, with the field
  Loaded read(StrictJson top) {
    String name = top.field("name").text().toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    top.maybe("description");
    top.maybe("metadata");
    top.list("inputs").forEach(port -> port(takes, port, true));
    top.list("outputs").forEach(port -> port(gives, port, false));
    StrictJson implementation = top.part("implementation");
    StrictJson container = implementation.part("container");
    implementation.end();
    SortedMap<String, String> env = container.texts("env");
    String image = container.field("image").text();
    BriefWords words = new BriefWords(takes, gives);
    List<Word> command = words.read(container.list("command"));
    List<Word> args = words.read(container.list("args"));
    container.end();
    top.end();
    return new Loaded(name, takes, gives, new ContainerSpec(image, List.of(), List.of(), env,
        new TreeMap<>(), Resources.NONE, Optional.empty()), command, args);
  }

  private void port(Interface side, StrictJson port, boolean input) {
    String name = sanitized(port.field("name").text());
    String type = port.maybe("type").filter(StrictJson::isText).map(StrictJson::text).orElse("Artifact");
    String text = port.maybe("description").map(StrictJson::text).orElse("");
    boolean optional = input && port.flag("optional");
    // A default that is null is none, as for the SDK.
    Optional<StrictJson> orElse = input ? port.maybe("default").filter(StrictJson::isThere) : Optional.empty();
    port.maybe("annotations");
    port.end();
    ParameterType parameter = parameter(type);
    if (parameter != null) {
      side.parameters().put(name, new ParameterSpec(parameter,
          orElse.map(value -> value.made(() -> parameter.read(ParameterType.format(value.value())))),
          optional || parameter == ParameterType.TASK_FINAL_STATUS, text));
    } else if (optional || orElse.isPresent()) {
      throw port.wrong("is an artifact that may be left out, which no task of a pipeline here can do");
    } else {
      String title = ARTIFACTS.stream().filter(type::equalsIgnoreCase).findFirst().orElse("Artifact");
      side.artifacts().put(name, new ArtifactSpec("system." + title, false, Map.of(), text));
    }
  }

  private static ParameterType parameter(String type) {
    String canonical = type.toLowerCase(Locale.ROOT).replaceFirst("^typing\\.", "");
    return PARAMETERS.get(canonical.matches("(list|dict)\\[.*") ? canonical.substring(0, 4) : canonical);
  }

  /// The SDK's name of an input or output.
  static String sanitized(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^_0-9a-z]+", "_").replaceAll("^_+|_+$", "");
  }
}
