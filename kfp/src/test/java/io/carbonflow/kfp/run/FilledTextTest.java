// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.ir.PipelineSpec;
import io.carbonflow.kfp.ir.SpecYaml;
import io.carbonflow.kfp.run.container.ContainerLauncher;
import io.carbonflow.kfp.run.container.Reach;
import io.carbonflow.kfp.run.container.HostEngine;
import io.carbonflow.kfp.step.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pipelines in the form in which Kubeflow's SDK writes f-strings and arguments of several pieces.
class FilledTextTest {
  private static final String PIPELINE = """
      pipelineInfo: {name: filled}
      schemaVersion: 2.1.0
      sdkVersion: kfp-2.17.3
      components:
        comp-say:
          executorLabel: exec-say
          inputDefinitions:
            parameters: {text: {parameterType: STRING}}
          outputDefinitions:
            parameters: {said: {parameterType: STRING}}
      deploymentSpec:
        executors:
          exec-say:
            container:
              image: here
              command: [sh, -c, 'printf %s "$0" > "$1"']
              args:
              - '{"Concat": ["<", "{{$.inputs.parameters[''text'']}}", ">"]}'
              - "{{$.outputs.parameters['said'].output_file}}"
      root:
        dag:
          outputs:
            parameters:
              said: {valueFromParameter: {outputParameterKey: said, producerSubtask: say}}
          tasks:
            say:
              taskInfo: {name: say}
              componentRef: {name: comp-say}
              inputs:
                parameters:
                  pipelinechannel--count: {componentInputParameter: count}
                  text:
                    runtimeValue:
                      constant: "{{$.pipeline_job_name}}: {{$.inputs.parameters['pipelinechannel--count']}} \\
                        and {{$.inputs.parameters['other']}}"
        inputDefinitions:
          parameters: {count: {parameterType: NUMBER_INTEGER}}
        outputDefinitions:
          parameters: {said: {parameterType: STRING}}
      """;

  @TempDir Path folder;

  private Object said(String text) throws Exception {
    Path file = Files.writeString(folder.resolve("filled.yaml"), text);
    PipelineSpec pipeline = SpecYaml.readToRunHere(file);
    var launcher = new ContainerLauncher(folder.resolve("run"),
        new ContainerLauncher.Settings(Optional.empty(), Optional.empty(), Reach.NOTHING),
        new HostEngine(folder.resolve("bin")).environment(), line -> { });
    return new LocalRunner(launcher, new Terminal(
        new PrintStream(OutputStream.nullOutputStream()), false, System::nanoTime)::console)
        .run(pipeline, Map.of("count", "3"), folder.resolve("run"), true).parameters().get("said");
  }

  private static String refused(String text) {
    return assertThrows(Problem.class, () -> SpecYaml.read("p.yaml", text)).getMessage();
  }

  @Test
  void anInputThatAConstantNamesIsPutInAndAnotherPlaceholderStays() throws Exception {
    assertEquals("<run: 3 and {{$.inputs.parameters['other']}}>", said(PIPELINE));
  }

  @Test
  void aTextThatIsPutInIsNotFilledItself() throws Exception {
    String text = PIPELINE.replace("{componentInputParameter: count}",
        "{runtimeValue: {constant: \"{{$.inputs.parameters['text']}}\"}}");
    assertTrue(said(text).toString().contains(": {{$.inputs.parameters['text']}} and"));
  }

  @Test
  void anInputThatNoConstantNamesIsRefusedAsBefore() {
    assertEquals("p.yaml, task say, input pipelinechannel--count: there is no pipelinechannel--count to wire it"
        + " to; there is text", refused(PIPELINE.replace("['pipelinechannel--count']", "['counts']")));
  }

  @Test
  void whatIsPutInHasToBeThere() {
    assertEquals("p.yaml, task say, input pipelinechannel--count: there is no gone to wire it to; there is"
        + " count", refused(PIPELINE.replace(
            "{componentInputParameter: count}", "{componentInputParameter: gone}")));
  }

  @Test
  void forKubeflowArgumentsOfSeveralPiecesAreRefused() {
    assertTrue(refused(PIPELINE).contains("which Kubeflow's driver does not put together"));
  }
}
