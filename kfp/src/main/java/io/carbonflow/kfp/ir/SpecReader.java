package io.carbonflow.kfp.ir;

import io.carbonflow.kfp.ir.Component.ArtifactSpec;
import io.carbonflow.kfp.ir.Component.Interface;
import io.carbonflow.kfp.ir.Component.ParameterSpec;
import io.carbonflow.kfp.step.ParameterType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reads the mappings of `pipeline_spec.proto` into records, and refuses every field that the
/// records cannot hold. Whether names refer to something is looked at by [SpecCheck].
final class SpecReader {
  private SpecReader() {}

  static PipelineSpec read(String source, String text) {
    List<Object> documents = Yaml.read(source, text);
    Fields top = Fields.of(source, documents.isEmpty() ? null : documents.getFirst());
    version(top);
    if (documents.size() > 2) {
      top.refuse("holds " + documents.size() + " documents; a pipeline and its platforms are two");
    }
    PlatformYaml.Platform platform = documents.size() == 2
        ? PlatformYaml.read(Fields.of(source + ", platforms", documents.get(1)))
        : PlatformYaml.Platform.NONE;
    top.maybeText("sdkVersion");
    Fields info = top.fields("pipelineInfo");
    String name = info.text("name");
    info.maybeText("displayName");
    String description = info.maybeText("description").orElse("");
    info.end();
    Fields root = top.fields("root");
    Component outermost = component("root", root);
    root.end();
    if (!(outermost.body() instanceof Component.Dag)) {
      root.refuse("is not a DAG of tasks");
    }
    Fields deployment = top.fields("deploymentSpec");
    PipelineSpec pipeline = new PipelineSpec(name, description, outermost,
        top.each("components", SpecReader::component),
        deployment.each("executors", (label, executor) -> container(
            executor, platform.executors().getOrDefault(label, PlatformYaml.Executor.PLAIN))),
        platform.deadline());
    deployment.end();
    top.end();
    platform.executors().keySet().stream()
        .filter(label -> !pipeline.executors().containsKey(label)).findFirst()
        .ifPresent(label -> top.refuse("has a platform for executor " + label + ", which is none"));
    return pipeline;
  }

  private static void version(Fields top) {
    String version = top.text("schemaVersion");
    if (!version.matches("2\\.(0\\.\\d+|1\\.0)")) {
      top.refuse("has schema version " + version + ", but this carbonflow reads up to "
          + PipelineSpec.SCHEMA_VERSION);
    }
  }

  private static Component component(String name, Fields fields) {
    Interface inputs = side(fields.fields("inputDefinitions"));
    Interface outputs = side(fields.fields("outputDefinitions"));
    Optional<String> label = fields.maybeText("executorLabel");
    Optional<Fields> dag = fields.maybeFields("dag");
    if (label.isPresent() == dag.isPresent()) {
      fields.refuse("needs either executorLabel or dag");
    }
    return new Component(inputs, outputs, label.isPresent()
        ? new Component.Executor(label.get()) : DagReader.read(dag.orElseThrow()));
  }

  private static Interface side(Fields fields) {
    Interface side = new Interface(
        fields.each("parameters", (_, parameter) -> parameter(parameter)),
        fields.each("artifacts", (_, artifact) -> artifact(artifact)));
    fields.end();
    return side;
  }

  private static ParameterSpec parameter(Fields fields) {
    String word = fields.text("parameterType");
    ParameterType type;
    try {
      type = ParameterType.valueOf(word);
    } catch (IllegalArgumentException _) {
      return fields.refuse("'" + word + "' is no parameter type");
    }
    Optional<Object> orElse = fields.value("defaultValue");
    return new ParameterSpec(type, orElse, fields.flag("isOptional"), fields.maybeText("description").orElse(""));
  }

  private static ArtifactSpec artifact(Fields fields) {
    Fields type = fields.fields("artifactType");
    String title = type.text("schemaTitle");
    type.maybeText("schemaVersion");
    type.end();
    Map<String, Object> metadata = fields.value("metadata")
        .map(value -> value instanceof Map<?, ?> map
            ? struct(map) : fields.<Map<String, Object>>refuse("metadata is no mapping"))
        .orElse(Map.of());
    return new ArtifactSpec(title, fields.flag("isArtifactList"), metadata,
        fields.maybeText("description").orElse(""));
  }

  private static Map<String, Object> struct(Map<?, ?> map) {
    Map<String, Object> struct = new TreeMap<>();
    map.forEach((key, value) -> struct.put((String) key, value));
    return struct;
  }

  private static ContainerSpec container(
      Fields fields, PlatformYaml.Executor platform) {
    Fields container = fields.fields("container");
    SortedMap<String, String> env = new TreeMap<>();
    for (Fields variable : container.list("env")) {
      env.put(variable.text("name"), variable.maybeText("value").orElse(""));
      variable.end();
    }
    ContainerSpec spec = new ContainerSpec(container.text("image"),
        container.texts("command"), container.texts("args"), env,
        platform.secrets(), Resources.read(container.fields("resources")), platform.deadline());
    container.end();
    return spec;
  }
}
