// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;
import io.carbonflow.kfp.ir.ContainerSpec;
import io.carbonflow.kfp.ir.PipelineSpec;
import io.carbonflow.kfp.ir.Pod;
import io.carbonflow.kfp.ir.PodMount;
import io.carbonflow.kfp.ir.Resources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What of a container decides whether its task is unchanged.
class UnchangedTest {
  private static final PipelineSpec PLAIN = Scripts.pipeline("""
      outputDefinitions: {parameters: {level: {parameterType: STRING}}}
      dag:
        outputs: {parameters: {level: {valueFromParameter: {producerSubtask: say, outputParameterKey: level}}}}
        tasks: {say: {componentRef: {name: say}, cachingOptions: {enableCache: true}}}
      """, """
      say: {executorLabel: say, outputDefinitions: {parameters: {level: {parameterType: STRING}}}}
      """, Map.of("say", List.of("echo $LEVEL >$0", "{{$.outputs.parameters['level'].output_file}}")));
  @TempDir Path folder;

  private static PipelineSpec with(Map<String, String> env, Map<Resources.Kind, String> resources,
      List<PodMount> mounts) {
    ContainerSpec plain = PLAIN.executors().get("say");
    Pod none = Pod.PLAIN;
    return new PipelineSpec(PLAIN.name(), PLAIN.description(), PLAIN.root(), PLAIN.components(),
        new TreeMap<>(Map.of("say", new ContainerSpec(plain.image(), plain.command(), plain.args(),
            new TreeMap<>(env), plain.secrets(), new Resources(new TreeMap<>(resources)),
            plain.deadline(), new Pod(mounts, none.configMaps(), none.fields(), none.nodeLabels(),
                none.tolerations(), none.labels(), none.annotations(), none.pull(), none.pullSecrets())))),
        PLAIN.importers(), PLAIN.deadline());
  }

  private String run(PipelineSpec pipeline) throws Exception {
    Scripts scripts = new Scripts(folder.resolve("run"));
    String level = (String) scripts.run(pipeline, Map.of()).parameters().get("level");
    return level.strip() + (scripts.said().contains("say: unchanged") ? ", unchanged" : "");
  }

  @Test
  void anotherVariableMakesAnotherTask() throws Exception {
    assertEquals("low", run(with(Map.of("LEVEL", "low"), Map.of(), List.of())));
    assertEquals("low, unchanged", run(with(Map.of("LEVEL", "low"), Map.of(), List.of())));
    assertEquals("high", run(with(Map.of("LEVEL", "high"), Map.of(), List.of())));
    assertEquals("high", run(with(Map.of("LEVEL", "high", "MORE", "x"), Map.of(), List.of())));
  }

  @Test
  void soDoesAnotherFolderThatItSees() throws Exception {
    PodMount scratch = new PodMount.EmptyFolder("scratch", "/scratch", false, "1Gi");
    assertEquals("low", run(with(Map.of("LEVEL", "low"), Map.of(), List.of())));
    assertEquals("low", run(with(Map.of("LEVEL", "low"), Map.of(), List.of(scratch))));
  }

  @Test
  void whatItMayUseDoesNot() throws Exception {
    assertEquals("low", run(with(Map.of("LEVEL", "low"), Map.of(), List.of())));
    assertEquals("low, unchanged", run(with(
        Map.of("LEVEL", "low"), Map.of(Resources.Kind.MEMORY_LIMIT, "1Gi"), List.of())));
  }
}
