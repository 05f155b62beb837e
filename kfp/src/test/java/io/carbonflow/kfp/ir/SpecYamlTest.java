// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.pipeline.Compiler;
import io.carbonflow.kfp.pipeline.StepImage;
import io.carbonflow.kfp.run.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpecYamlTest {
  @TempDir Path folder;
  private final String words = SpecYaml.write(Compiler.compile(new Words(), new StepImage("example/words:1", "carbonflow")));

  private static String refused(String text) {
    return assertThrows(Problem.class, () -> SpecYaml.read("p.yaml", text)).getMessage();
  }

  /// The message for the words pipeline with one piece of its text replaced.
  private String refused(String piece, String other) {
    assertTrue(words.contains(piece), () -> piece + " is not in\n" + words);
    return refused(words.replace(piece, other));
  }

  @Test
  void aPipelineIsWrittenAsTheSdkWritesIt() {
    assertTrue(words.contains("""
        root:
          dag:
            outputs:
              artifacts:
                joined:
                  artifactSelectors:
                  - outputArtifactKey: text
                    producerSubtask: join
            tasks:
              fetch:
                cachingOptions: {}
                componentRef:
                  name: comp-fetch
                inputs:
                  parameters:
                    source:
                      componentInputParameter: source
                taskInfo:
                  name: fetch
        """), words);
    assertTrue(words.contains("""
              left:
                cachingOptions:
                  enableCache: true
                componentRef:
                  name: comp-left
                dependentTasks:
                - fetch
                inputs:
                  artifacts:
                    word:
                      taskOutputArtifact:
                        outputArtifactKey: word
                        producerTask: fetch
                  parameters:
                    times:
                      componentInputParameter: times
        """), words);
    assertTrue(words.endsWith("""
              times:
                defaultValue: 2
                description: how often it is repeated
                isOptional: true
                parameterType: NUMBER_INTEGER
          outputDefinitions:
            artifacts:
              joined:
                artifactType:
                  schemaTitle: system.Dataset
                  schemaVersion: 0.0.1
                description: both words
                metadata:
                  file_name: text.txt
        schemaVersion: 2.1.0
        sdkVersion: kfp-2.17.0
        """), words);
  }

  @Test
  void placeholdersAreQuoted() {
    assertTrue(words.contains("        - --text\n"
        + "        - '{{$.outputs.artifacts[''text''].path}}'\n"
        + "        - --length\n"
        + "        - '{{$.outputs.parameters[''length''].output_file}}'\n"
        + "        - --executor-input\n"
        + "        - '{{$}}'\n"), words);
  }

  @Test
  void whatIsReadEqualsWhatWasWritten() {
    assertEquals(Compiler.compile(new Words(), new StepImage("example/words:1", "carbonflow")),
        SpecYaml.read("p.yaml", words));
  }

  @Test
  void wholeNumbersMayBeWrittenAsTheSdkDoes() {
    assertEquals(SpecYaml.read("p.yaml", words),
        SpecYaml.read("p.yaml", words.replace("defaultValue: 2", "defaultValue: 2.0")));
  }

  @Test
  void anUnknownFieldIsRefusedWithItsPlace() {
    assertEquals("p.yaml: field root.dag.tasks.left.retryPolicies is not known;"
        + " compile the pipeline with this version of the program",
        refused("\n      left:\n", "\n      left:\n        retryPolicies: {}\n"));
    assertTrue(refused(words + "extra: 1\n").startsWith("p.yaml: field extra is not known"));
  }

  @Test
  void aNewerSchemaIsRefused() {
    String newer = refused("schemaVersion: 2.1.0", "schemaVersion: 2.2.0");
    assertTrue(newer.startsWith("p.yaml: it has schema version 2.2.0,"
        + " but this program reads up to 2.1.0"), newer);
  }

  @Test
  void aValueOfAnotherKindIsRefusedWithItsPlace() {
    assertTrue(refused("enableCache: true", "enableCache: often").startsWith(
        "p.yaml: field root.dag.tasks.join.cachingOptions.enableCache is neither true nor false:"));
    assertTrue(refused("parameterType: NUMBER_INTEGER", "parameterType: COUNT")
        .contains("parameterType is not one of [STRING, "));
    assertTrue(refused("image: example/words:1", "image: [1]").contains("image is not a text: [1]"));
    assertTrue(refused("  name: words", "  title: words").startsWith(
        "p.yaml: field pipelineInfo.name is missing"));
  }

  @Test
  void whatIsNoYamlIsRefusedWithItsLine() {
    String refused = refused("a: 1\nb: [1,\n");
    assertTrue(refused.startsWith("p.yaml, line 3: is not YAML: "), refused);
    assertTrue(refused("").startsWith("p.yaml: it is not an object"));
    assertTrue(refused("- 1").startsWith("p.yaml: it is not an object"));
    assertTrue(refused("a: 1\na: 2\n").startsWith("p.yaml, line 2: is not YAML: "));
  }

  @Test
  void aThirdDocumentIsRefused() {
    assertTrue(refused(words + "---\nplatforms: {}\n---\na: 1\n").contains("holds 3 documents"));
  }

  @Test
  void aFileThatIsNotThereIsRefused() throws Exception {
    Path file = folder.resolve("gone.yaml");
    assertEquals(file + ": there is no such file; name a compiled pipeline",
        assertThrows(Problem.class, () -> SpecYaml.read(file)).getMessage());
    Files.write(file, new byte[] {'a', ':', (byte) 0xff});
    assertEquals(file + ": is not UTF-8 text; name a compiled pipeline",
        assertThrows(Problem.class, () -> SpecYaml.read(file)).getMessage());
  }

  @Test
  void resourcesAreReadAndWrittenWithoutTheFormerPlainNumbers() {
    String text = words.replaceFirst("        image: example/words:1\n",
        "        image: example/words:1\n        resources: {cpuLimit: 0.5, resourceCpuLimit: 500m,"
            + " memoryLimit: 1.07, resourceMemoryLimit: 1Gi}\n");
    PipelineSpec read = SpecYaml.read("p.yaml", text);
    assertTrue(SpecYaml.write(read).contains("""
                resources:
                  resourceCpuLimit: 500m
                  resourceMemoryLimit: 1Gi
        """), () -> SpecYaml.write(read));
    assertEquals(read, SpecYaml.read("p.yaml", SpecYaml.write(read)));
  }

  @Test
  void aMalformedQuantityIsRefusedWithItsPlace() {
    assertTrue(refused("        image: example/words:1\n", "        image: example/words:1\n"
        + "        resources: {resourceMemoryLimit: 1 GB}\n").contains(
            ".container.resources does not hold together: '1 GB' is not a quantity for resourceMemoryLimit"));
  }
}
