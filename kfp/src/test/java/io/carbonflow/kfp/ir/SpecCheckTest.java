// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.pipeline.Compiler;
import io.carbonflow.kfp.pipeline.StepImage;
import io.carbonflow.kfp.run.Words;
import org.junit.jupiter.api.Test;

/// Each way in which a pipeline can be wired wrongly, as a change to the text of one that is right.
class SpecCheckTest {
  private final String words = SpecYaml.write(Compiler.compile(new Words(), new StepImage("example/words:1", "carbonflow")));

  private String refused(String piece, String other) {
    int at = words.lastIndexOf(piece);
    assertTrue(at >= 0, () -> piece + " is not in\n" + words);
    String changed = words.substring(0, at) + other + words.substring(at + piece.length());
    String message =
        assertThrows(Problem.class, () -> SpecYaml.read("p.yaml", changed)).getMessage();
    return message.substring(0, message.lastIndexOf(';'));
  }

  @Test
  void aComponentOrExecutorThatIsNotThereIsRefused() {
    assertEquals("p.yaml, task right: there is no component comp-gone",
        refused("name: comp-right", "name: comp-gone"));
    assertEquals("p.yaml, component comp-right: there is no executor exec-gone",
        refused("executorLabel: exec-right", "executorLabel: exec-gone"));
  }

  @Test
  void aTaskOrOutputThatIsNotThereIsRefusedWithTaskAndInput() {
    assertEquals("p.yaml, task right: there is no task gone in this pipeline",
        refused("producerTask: fetch", "producerTask: gone"));
    assertEquals("p.yaml, task right, input word, task fetch: there is no wrod to wire it to",
        refused("outputArtifactKey: word", "outputArtifactKey: wrod"));
    assertEquals("p.yaml, output joined, task join: there is no txet to wire it to",
        refused("outputArtifactKey: text\n            producerSubtask",
            "outputArtifactKey: txet\n            producerSubtask"));
  }

  @Test
  void aParameterOfThePipelineThatIsNotThereIsRefused() {
    assertEquals("p.yaml, task left, input times: there is no tiems to wire it to",
        refused("componentInputParameter: times", "componentInputParameter: tiems"));
  }

  @Test
  void anInputThatNobodySuppliesIsRefused() {
    assertEquals("p.yaml, task fetch, input source: nobody supplies it", refused("""
                inputs:
                  parameters:
                    source:
                      componentInputParameter: source
        """, ""));
  }

  @Test
  void anInputThatTheComponentDoesNotHaveIsRefused() {
    assertEquals("p.yaml, task right, input often: there is no often to wire it to", refused(
        "            times:\n              runtimeValue:",
        "            often: {runtimeValue: {constant: 1}}\n"
            + "            times:\n              runtimeValue:"));
  }

  @Test
  void aParameterOfAnotherTypeIsRefused() {
    assertEquals("p.yaml, task left, input times: takes NUMBER_INTEGER, but is given STRING",
        refused("componentInputParameter: times", "componentInputParameter: source"));
    assertEquals("p.yaml, task right, input times: 'often' is not a whole number that Kubeflow can hold",
        refused("constant: 3", "constant: often"));
    assertEquals("p.yaml, task right, input times: '9007199254740993' is not a whole number that"
        + " Kubeflow can hold", refused("constant: 3", "constant: 9007199254740993"));
    assertEquals("p.yaml, parameter times: its default 'many' is not a whole number that Kubeflow can"
        + " hold", refused("defaultValue: 2", "defaultValue: many"));
  }

  @Test
  void anArtifactOfAnotherTypeIsRefused() {
    assertEquals("p.yaml, output joined: takes system.Model, but is given system.Dataset",
        refused("schemaTitle: system.Dataset", "schemaTitle: system.Model"));
  }

  @Test
  void aParameterForAnArtifactIsRefusedAndTheOtherWayRound() {
    assertEquals("p.yaml, task join, input left: takes a value of kind artifact, but output length"
        + " of task left is none", refused(
            "outputArtifactKey: text\n                producerTask: left",
            "outputArtifactKey: length\n                producerTask: left"));
    assertEquals("p.yaml, task join, input length: takes a value of kind parameter, but output text"
        + " of task left is none", refused("outputParameterKey: length", "outputParameterKey: text"));
  }

  @Test
  void aCycleIsRefused() {
    assertEquals("p.yaml, task fetch, join, left, right: waits for itself in a cycle", refused(
        "      fetch:\n", "      fetch:\n        dependentTasks: [join]\n"));
  }

  @Test
  void namesThatKubeflowOrYamlWouldReadOtherwiseAreRefused() {
    assertEquals("p.yaml, pipeline Two Words: 'Two Words' is not a name",
        refused("name: words", "name: Two Words"));
    assertEquals("p.yaml, parameter on: is called like a truth value of YAML 1.1",
        refused("      times:\n        defaultValue", "      'on':\n        defaultValue"));
  }

  @Test
  void aFileNameThatLeadsElsewhereIsRefused() {
    assertEquals("p.yaml, joined: '../text.txt' is not a name of a file",
        refused("file_name: text.txt", "file_name: ../text.txt"));
    assertEquals("p.yaml, component comp-right, ../length: '../length' is not a name of a file",
        refused("        length:\n          description", "        ../length:\n          description"));
    assertEquals("p.yaml, joined: '3' is not a name of a file",
        refused("file_name: text.txt", "file_name: 3"));
  }

  @Test
  void outputsThatShareAFileAreRefused() {
    assertEquals("p.yaml, output second: is called text.txt as output joined is", refused(
        "      joined:\n        artifactType",
        "      second:\n        artifactType: {schemaTitle: system.Dataset}\n"
            + "        metadata: {file_name: text.txt}\n      joined:\n        artifactType"));
  }
}
