// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.ir;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.json.StrictJson;
import io.carbonflow.kfp.ir.Component.ArtifactSpec;
import io.carbonflow.kfp.ir.Component.Interface;
import io.carbonflow.kfp.ir.Component.ParameterSpec;
import io.carbonflow.kfp.step.ParameterType;

/// Reads the mappings of `pipeline_spec.proto` into records, and refuses every field that the
/// records cannot hold. Whether names refer to something is looked at by [SpecCheck].
final class SpecReader {
  private SpecReader() {}

  static PipelineSpec read(String source, String text) {
    List<Object> documents = Yaml.read(source, text);
    StrictJson top = document(source, documents.isEmpty() ? null : documents.getFirst());
    version(top);
    if (documents.size() > 2) {
      throw top.wrong(
          "holds " + documents.size() + " documents; a pipeline and its platforms are two");
    }
    PlatformYaml.Platform platform = documents.size() == 2
        ? PlatformYaml.read(document(source + ", platforms", documents.get(1)))
        : PlatformYaml.Platform.NONE;
    top.maybe("sdkVersion");
    StrictJson info = top.part("pipelineInfo");
    String name = info.field("name").text();
    info.maybe("displayName");
    String description = info.maybe("description").map(StrictJson::text).orElse("");
    info.end();
    StrictJson root = top.part("root");
    Component outermost = component("root", root);
    root.end();
    if (!(outermost.body() instanceof Component.Dag)) {
      throw root.wrong("is not a DAG of tasks");
    }
    StrictJson deployment = top.part("deploymentSpec");
    var importers = new TreeMap<String, ImporterSpec>();
    var containers = new TreeMap<String, ContainerSpec>();
    deployment.each("executors", (label, executor) -> executor.maybe("importer").isPresent()
        ? importers.put(label, importer(executor.part("importer")))
        : containers.put(label, container(
            executor, platform.executors().getOrDefault(label, PlatformYaml.Executor.PLAIN))));
    PipelineSpec pipeline = new PipelineSpec(name, description, outermost,
        top.each("components", SpecReader::component), containers, importers, platform.deadline());
    deployment.end();
    top.end();
    platform.executors().keySet().stream()
        .filter(label -> !pipeline.executors().containsKey(label)).findFirst()
        .ifPresent(label -> {
          throw top.wrong("has a platform for executor " + label + ", which is none");
        });
    return pipeline;
  }

  private static StrictJson document(String source, Object tree) {
    StrictJson document = StrictJson.ofTree(
        tree, Place.of(source), "compile the pipeline with this version of the program");
    document.names();
    return document;
  }

  private static void version(StrictJson top) {
    String version = top.field("schemaVersion").text();
    if (!version.matches("2\\.(0\\.\\d+|1\\.0)")) {
      throw top.wrong("has schema version " + version + ", but this program reads up to "
          + PipelineSpec.SCHEMA_VERSION);
    }
  }

  private static Component component(String name, StrictJson fields) {
    Interface inputs = side(fields.part("inputDefinitions"));
    Interface outputs = side(fields.part("outputDefinitions"));
    Optional<String> label = fields.maybe("executorLabel").map(StrictJson::text);
    Optional<StrictJson> dag = fields.maybe("dag");
    if (label.isPresent() == dag.isPresent()) {
      throw fields.wrong("needs either executorLabel or dag");
    }
    return new Component(inputs, outputs, label.isPresent()
        ? new Component.Executor(label.get()) : DagReader.read(dag.orElseThrow()));
  }

  private static Interface side(StrictJson fields) {
    Interface side = new Interface(
        fields.each("parameters", (_, parameter) -> parameter(parameter)),
        fields.each("artifacts", (_, artifact) -> artifact(artifact)));
    fields.end();
    return side;
  }

  private static ParameterSpec parameter(StrictJson fields) {
    ParameterType type =
        fields.field("parameterType").oneOf(List.of(ParameterType.values()), Enum::name);
    return new ParameterSpec(type, fields.maybe("defaultValue").map(Literal::of),
        fields.flag("isOptional"), fields.maybe("description").map(StrictJson::text).orElse(""));
  }

  private static ArtifactSpec artifact(StrictJson fields) {
    return new ArtifactSpec(schema(fields.part("artifactType")), fields.flag("isArtifactList"),
        metadata(fields.part("metadata")), fields.maybe("description").map(StrictJson::text).orElse(""));
  }

  private static ContainerSpec container(
      StrictJson fields, PlatformYaml.Executor platform) {
    StrictJson container = fields.part("container");
    SortedMap<String, String> env = new TreeMap<>();
    for (StrictJson variable : container.list("env")) {
      env.put(variable.field("name").text(), variable.maybe("value").map(StrictJson::text).orElse(""));
      variable.end();
    }
    ContainerSpec spec = new ContainerSpec(container.field("image").text(),
        container.list("command").stream().map(StrictJson::text).toList(), container.list("args").stream().map(StrictJson::text).toList(), env,
        platform.secrets(), Resources.read(container.part("resources")), platform.deadline(),
        platform.pod());
    container.end();
    return spec;
  }

  private static ImporterSpec importer(StrictJson fields) {
    StrictJson place = fields.part("artifactUri");
    Optional<String> constant = place.maybe("constant").map(StrictJson::text);
    ImporterSpec.Uri uri = constant.isPresent() ? new ImporterSpec.Fixed(constant.get())
        : new ImporterSpec.Given(place.field("runtimeParameter").text());
    place.end();
    String type = schema(fields.part("typeSchema"));
    boolean reimport = fields.flag("reimport");
    Map<String, Object> metadata = metadata(fields.part("metadata"));
    fields.end();
    return fields.made(() -> new ImporterSpec(uri, type, reimport, metadata));
  }

  private static String schema(StrictJson type) {
    String title = type.field("schemaTitle").text();
    type.maybe("schemaVersion");
    type.end();
    return title;
  }

  private static Map<String, Object> metadata(StrictJson given) {
    Map<String, Object> metadata = new TreeMap<>();
    given.names().forEach(name -> metadata.put(name, Literal.of(given.field(name))));
    return metadata;
  }
}
