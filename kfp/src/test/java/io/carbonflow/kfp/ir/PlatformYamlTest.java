// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.pipeline.Compiler;
import io.carbonflow.kfp.pipeline.Dag;
import io.carbonflow.kfp.pipeline.Pipeline;
import io.carbonflow.kfp.pipeline.StepImage;
import io.carbonflow.kfp.pipeline.TaskSettings;
import io.carbonflow.kfp.run.Words;
import io.carbonflow.kfp.step.About;
import io.carbonflow.kfp.step.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Deadlines, in the form that the SDK 2.17 gives them: an `int64` is a text, an `int32` a number.
class PlatformYamlTest {

  /// A pipeline without parameters or results.
  record Nothing() {}

  @About("Has a task and a run that may not take forever")
  private record Hurried(Duration task, Optional<Duration> deadline)
      implements Pipeline<Nothing, Nothing> {
    @Override
    public Nothing describe(Nothing parameters, Dag dag) {
      dag.task("fetch", new Words.Fetch(), new Words.Fetch.In(Value.of("a")),
          TaskSettings.DEFAULT.deadline(task));
      return parameters;
    }
  }

  private static PipelineSpec compiled(Duration task, Duration run) {
    return Compiler.compile(new Hurried(task, Optional.of(run)), new StepImage("example/hurried:1", "carbonflow"));
  }

  private final PipelineSpec hurried = compiled(Duration.ofHours(1), Duration.ofDays(1));
  private final String text = SpecYaml.write(hurried);

  @Test
  void deadlinesAreWrittenAsTheSdkWritesThem() {
    assertTrue(text.endsWith("""
        ---
        platforms:
          kubernetes:
            deploymentSpec:
              executors:
                exec-fetch:
                  activeDeadlineSeconds: '3600'
            pipelineConfig:
              activeDeadlineSeconds: 86400
        """), text);
  }

  @Test
  void whatIsReadEqualsWhatWasWritten() {
    assertEquals(hurried, SpecYaml.read("p.yaml", text));
    assertEquals(Optional.of(Duration.ofHours(1)),
        hurried.executors().get("exec-fetch").deadline());
    assertEquals(Optional.of(Duration.ofDays(1)), hurried.deadline());
  }

  @ParameterizedTest
  @ValueSource(strings = {"3600", "3600.0", "\"3600\""})
  void aDeadlineMayBeANumberOrAText(String other) {
    assertEquals(hurried, SpecYaml.read("p.yaml", text.replace("'3600'", other)));
  }

  @Test
  void zeroIsNoDeadlineAsForKubeflow() {
    PipelineSpec read = SpecYaml.read("p.yaml", text.replace("'3600'", "'0'").replace("86400", "0"));
    assertEquals(Optional.empty(), read.deadline());
    assertEquals(Optional.empty(), read.executors().get("exec-fetch").deadline());
  }

  @Test
  void aDeadlineThatIsNoTimeIsRefusedWithItsPlace() {
    for (String other : new String[] {"soon", "1.5", "true"}) {
      String message = assertThrows(Problem.class, () -> SpecYaml.read(
          "p.yaml", text.replace("'3600'", other))).getMessage();
      assertTrue(message.startsWith("p.yaml, platforms: field platforms.kubernetes.deploymentSpec"
          + ".executors.exec-fetch.activeDeadlineSeconds is not a number of seconds: "), message);
    }
  }

  @Test
  void aDeadlineThatNoClusterKeepsIsRefused() {
    String whole = "give whole seconds, from 1 to 2147483647";
    for (Duration wrong : new Duration[] {Duration.ZERO, Duration.ofSeconds(-1),
        Duration.ofMillis(1500), Duration.ofSeconds(1L << 31)}) {
      assertEquals("pipeline hurried, executor exec-fetch: its deadline is " + wrong
          + ", which no cluster keeps; " + whole, assertThrows(Problem.class,
              () -> compiled(wrong, Duration.ofDays(1))).getMessage());
      assertEquals("pipeline hurried: its deadline is " + wrong + ", which no cluster keeps; "
          + whole, assertThrows(Problem.class,
              () -> compiled(Duration.ofHours(1), wrong)).getMessage());
    }
    compiled(Duration.ofSeconds(1), Duration.ofSeconds(Integer.MAX_VALUE));
  }
}
