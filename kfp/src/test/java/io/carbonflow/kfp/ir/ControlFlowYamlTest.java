// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.SharedFolder;
import io.carbonflow.kfp.pipeline.Compiler;
import io.carbonflow.kfp.pipeline.StepImage;
import io.carbonflow.kfp.run.Squares;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Loops, conditions, exit handlers and settings as text.
class ControlFlowYamlTest {
  private final PipelineSpec compiled = Compiler.compile(new Squares(), new StepImage("example/squares:1", "carbonflow"));
  private final String squares = SpecYaml.write(compiled);

  private String refused(String piece, String other) {
    assertTrue(squares.contains(piece), () -> piece + " is not in\n" + squares);
    String message = assertThrows(Problem.class, () -> SpecYaml.read(
        "p.yaml", squares.replace(piece, other))).getMessage();
    return message.substring(0, message.lastIndexOf(';'));
  }

  @Test
  void partsOfAPipelineAreWrittenAsTheSdkWritesThem() {
    assertWritten("dependentTasks: - work");
    assertWritten("ended: taskFinalStatus: producerTask: work");
    assertWritten("triggerPolicy: strategy: ALL_UPSTREAM_TASKS_COMPLETED");
    assertWritten("parameterIterator: itemInput: pipelinechannel--squares-loop-item"
        + " items: inputParameter: pipelinechannel--numbers");
    assertWritten("triggerPolicy:"
        + " condition: inputs.parameter_values['pipelinechannel--sum-Output'] == true");
    assertWritten("pipelinechannel--square-text: artifactType: schemaTitle: system.Metrics"
        + " schemaVersion: 0.0.1 isArtifactList: true");
  }

  /// Looks for fields below one another, whatever their depth.
  private void assertWritten(String fields) {
    assertTrue(squares.replaceAll("\\s+", " ").contains(fields), squares);
  }

  @Test
  void whatIsReadEqualsWhatWasWritten() {
    assertEquals(compiled, SpecYaml.read("p.yaml", squares));
    assertEquals(squares, SpecYaml.write(SpecYaml.read("p.yaml", squares)));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "inputParameter: pipelinechannel--numbers | inputParameter: gone"
        + " | task squares, input gone: there is no gone to wire it to",
    "itemInput: pipelinechannel--squares-loop-item | itemInput: gone"
        + " | task squares, input gone: there is no gone to wire it to",
    "sum-Output'] == true | sum-Output'] == 'yes'"
        + " | task too-large, condition: compares true or false with text",
    "sum-Output'] == true | sum-Input'] == true"
        + " | task too-large, condition: there is no pipelinechannel--sum-Input to wire it to",
    "producerTask: work | producerTask: wrok"
        + " | root.dag.tasks.tell has the input ended, which is how task wrok has ended, and Kubeflow's driver"
        + " looks among dependentTasks alone, where it does not stand",
    "strategy: ALL_UPSTREAM_TASKS_COMPLETED | strategy: ALL_UPSTREAM_TASKS_SUCCEEDED"
        + " | task tell, input ended: takes how task work has ended, but runs only after it has"
        + " succeeded",
    "strategy: ALL_UPSTREAM_TASKS_COMPLETED | strategy: SOME"
        + " | strategy is not one of [ALL_UPSTREAM_TASKS_SUCCEEDED, ALL_UPSTREAM_TASKS_COMPLETED]: SOME",
    "sum-Output'] == true | sum-Output'] =="
        + " | 'inputs.parameter_values['pipelinechannel--sum-Output'] ==' ends too early",
  })
  void whatAServerWouldNotNoticeIsRefused(String piece, String other, String what) {
    String refused = refused(piece, other);
    assertTrue(refused.endsWith(what), refused);
  }

  @Test
  void aLoopWhoseOutputIsNoListIsRefused() {
    String refused = refused("isArtifactList: true", "isArtifactList: false");
    assertTrue(refused.contains("takes system.Metrics, but is given a list of system.Metrics")
        || refused.contains("takes a list of system.Metrics"), refused);
  }

  @Test
  void aPartThatIsAPartOfItselfIsRefused() {
    String refused = refused("name: comp-too-large", "name: comp-work");
    assertTrue(refused.contains("comp-work"), refused);
  }

  @Test
  void aPlatformForAnExecutorThatIsNotThereIsRefused() {
    var e = assertThrows(Problem.class, () -> SpecYaml.read("p.yaml", squares + """
        ---
        platforms:
          kubernetes:
            deploymentSpec:
              executors:
                exec-gone:
                  secretAsEnv: []
        """));
    assertTrue(e.getMessage().startsWith(
        "p.yaml: it has a platform for executor exec-gone, which is none"), e.getMessage());
  }

  @Test
  void aPlatformsSettingThatIsNotKnownIsRefusedWithItsPlace() {
    var e = assertThrows(Problem.class, () -> SpecYaml.read("p.yaml", squares + """
        ---
        platforms:
          kubernetes:
            deploymentSpec:
              executors:
                exec-sum:
                  podAffinity: []
        """));
    assertTrue(e.getMessage().startsWith("p.yaml, platforms: field"
        + " platforms.kubernetes.deploymentSpec.executors.exec-sum.podAffinity is not known"),
        e.getMessage());
  }

  /// The example is next to the checkout, and the test is skipped where it does not.
  @Test
  void whatTheSdkHasCompiledIsReadAndKeepsItsMeaning() {
    Path example = SharedFolder.part("reference/ir-example.yaml");
    PipelineSpec read = SpecYaml.read(example);
    assertEquals(read, SpecYaml.read("p.yaml", SpecYaml.write(read)));
    var loop = ((Component.Dag) read.components().get("comp-exit-handler-1").body())
        .tasks().get("for-loop-2").policy().loop().orElseThrow();
    assertEquals(2, loop.parallelism());
    assertEquals("token",
        read.executors().get("exec-train").secrets().get("MY_TOKEN").key());
  }
}
