// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;
import io.carbonflow.kfp.ir.Component;
import io.carbonflow.kfp.ir.Component.ArtifactSpec;
import io.carbonflow.kfp.ir.Component.Interface;
import io.carbonflow.kfp.ir.Component.ParameterSpec;
import io.carbonflow.kfp.ir.PipelineSpec;
import io.carbonflow.kfp.ir.SpecYaml;
import io.carbonflow.kfp.pipeline.Pipeline;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What Kubeflow's SDK has compiled its pipelines to, recorded, equals as records what their twins
/// are compiled to; except for what people read, natural names of files, and the constant that stands for
/// a component's default.
class TwinsTest {
  private static final Map<String, String> RENAMED = Map.of(
      "pipelinechannel--words-loop-item", "pipelinechannel--for-loop-2-loop-item",
      "pipelinechannel--loop-item-param-1", "pipelinechannel--for-loop-2-loop-item");

  static List<Pipeline<?, ?>> twins() {
    return Twins.ALL;
  }

  @ParameterizedTest
  @MethodSource("twins")
  void aTwinIsWhatTheSdkCompilesItsPipelineTo(Pipeline<?, ?> pipeline) throws Exception {
    PipelineSpec ours = Twins.compiled(pipeline);
    assertEquals(bare(recorded(ours.name())), bare(SpecYaml.read("ours", SpecYaml.write(ours))));
  }

  private static PipelineSpec recorded(String name) throws IOException {
    try (InputStream in = TwinsTest.class.getResourceAsStream("/sdk/" + name + ".yaml")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (Map.Entry<String, String> renamed : RENAMED.entrySet()) {
        text = text.replace(renamed.getKey(), renamed.getValue());
      }
      return SpecYaml.read(name + ".yaml", withDefault(text)
          .replaceAll("(constant|year): (\\d+)\\.0\n", "$1: $2\n")); // of no type, so kept as it stands
    }
  }

  /// What the SDK leaves to a component's default, which the driver would not find.
  private static String withDefault(String text) {
    return text.replace("""
                outputArtifactKey: rows
                producerTask: write
        taskInfo:
          name: count
""", """
                outputArtifactKey: rows
                producerTask: write
          parameters:
            least_length:
              runtimeValue:
                constant: 1.0
        taskInfo:
          name: count
""");
  }

  private static PipelineSpec bare(PipelineSpec full) {
    SortedMap<String, Component> components = new TreeMap<>();
    full.components().forEach((name, component) -> components.put(name, bare(component)));
    return new PipelineSpec(full.name(), "", bare(full.root()), components, full.executors(),
        full.importers(), full.deadline());
  }

  private static Component bare(Component full) {
    return new Component(bare(full.inputs()), bare(full.outputs()), full.body());
  }

  private static Interface bare(Interface full) {
    var parameters = new TreeMap<String, ParameterSpec>();
    full.parameters().forEach((name, spec) -> parameters.put(name,
        new ParameterSpec(spec.type(), spec.orElse(), spec.optional(), "")));
    var artifacts = new TreeMap<String, ArtifactSpec>();
    full.artifacts().forEach((name, spec) -> artifacts.put(
        name, new ArtifactSpec(spec.schemaTitle(), spec.list(), Map.of(), "")));
    return new Interface(parameters, artifacts);
  }
}
