// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.ir.Component;
import io.carbonflow.kfp.ir.Component.TaskOutput;
import io.carbonflow.kfp.ir.PipelineSpec;
import io.carbonflow.kfp.ir.Task;
import io.carbonflow.kfp.run.Words;
import io.carbonflow.kfp.step.About;
import io.carbonflow.kfp.step.Output;
import io.carbonflow.kfp.step.ParameterType;
import io.carbonflow.kfp.step.Value;
import org.junit.jupiter.api.Test;

class CompilerTest {
  private final PipelineSpec spec = Compiler.compile(new Words(), new StepImage("registry.example/carbonflow:1", "carbonflow"));
  private final Component.Dag dag = (Component.Dag) spec.root().body();

  @Test
  void parametersAreTheRootsInputs() {
    assertEquals("words", spec.name());
    assertEquals(new Component.ParameterSpec(
        ParameterType.NUMBER_INTEGER, Optional.of(2L), true, "how often it is repeated"),
        spec.root().inputs().parameters().get("times"));
    assertEquals(Optional.empty(), spec.root().inputs().parameters().get("source").orElse());
  }

  @Test
  void everyInputOfEveryTaskIsWired() {
    Task left = dag.tasks().get("left");
    assertEquals(Map.of("times", new Task.ComponentInput("times")), left.parameters());
    assertEquals(Map.of("word", new Task.Output(new TaskOutput("fetch", "word"))),
        left.artifacts());
    assertEquals(Map.of("times", new Task.Constant(3)), dag.tasks().get("right").parameters());
  }

  @Test
  void aTaskDependsOnTheTasksWhoseOutputsItTakes() {
    assertEquals(Set.of("left", "right"), dag.tasks().get("join").dependentTasks());
    assertEquals(Set.of(), dag.tasks().get("fetch").dependentTasks());
  }

  @Test
  void aTaskThatReadsOutsideIsNotCached() {
    assertEquals(false, dag.tasks().get("fetch").policy().cached());
    assertEquals(true, dag.tasks().get("join").policy().cached());
  }

  @Test
  void aTaskIsAContainerThatRunsItsStep() {
    assertEquals(Set.of("comp-fetch", "comp-left", "comp-right", "comp-join"),
        spec.components().keySet());
    assertEquals(List.of("carbonflow", "repeat"), spec.executors().get("exec-left").command());
    assertEquals(List.of(
        "--word", "{{$.inputs.artifacts['word'].path}}",
        "--times", "{{$.inputs.parameters['times']}}",
        "--text", "{{$.outputs.artifacts['text'].path}}",
        "--length", "{{$.outputs.parameters['length'].output_file}}",
        "--executor-input", "{{$}}"), spec.executors().get("exec-left").args());
  }

  @Test
  void thePipelinesOwnOutputsNameTheirTasks() {
    assertEquals(List.of(new TaskOutput("join", "text")), dag.artifacts().get("joined"));
    assertEquals("text.txt",
        spec.root().outputs().artifacts().get("joined").metadata().get("file_name"));
  }

  /// A pipeline without parameters or results.
  record Nothing() {}

  @About("Names a task twice")
  static final class Twice implements Pipeline<Nothing, Nothing> {
    @Override
    public Nothing describe(Nothing parameters, Dag dag) {
      dag.task(new Words.Fetch(), new Words.Fetch.In(Value.of("a")));
      dag.task(new Words.Fetch(), new Words.Fetch.In(Value.of("b")));
      return parameters;
    }
  }

  @About("Takes an output of a task that is not there")
  static final class Dangling implements Pipeline<Nothing, Nothing> {
    @Override
    public Nothing describe(Nothing parameters, Dag dag) {
      dag.task(new Words.Repeat(),
          new Words.Repeat.In(new Output.Reference<>("gone", "word"), Value.of(1)));
      return parameters;
    }
  }

  @About("Leaves out an input that has no default")
  static final class Unwired implements Pipeline<Nothing, Nothing> {
    @Override
    public Nothing describe(Nothing parameters, Dag dag) {
      dag.task(new Words.Fetch(), new Words.Fetch.In(Value.byDefault()));
      return parameters;
    }
  }

  private static String refused(Pipeline<?, ?> pipeline) {
    return assertThrows(Problem.class,
        () -> Compiler.compile(pipeline, new StepImage("image", "carbonflow"))).getMessage();
  }

  @Test
  void aWrongWiringIsRefusedWithTaskAndInput() {
    assertEquals("task fetch: is there already; give it another name", refused(new Twice()));
    assertEquals("task repeat, input word: there is no task gone in this pipeline; add it before",
        refused(new Dangling()));
    assertEquals("task fetch, input source: it has no default; wire it", refused(new Unwired()));
  }

  @About("Takes an output that its task does not have")
  static final class Mistaken implements Pipeline<Nothing, Nothing> {
    @Override
    public Nothing describe(Nothing parameters, Dag dag) {
      dag.task(new Words.Fetch(), new Words.Fetch.In(Value.of("a")));
      dag.task(new Words.Repeat(),
          new Words.Repeat.In(new Output.Reference<>("fetch", "wrod"), Value.of(1)));
      return parameters;
    }
  }

  @Test
  void anOutputThatATaskDoesNotHaveIsRefusedWithTaskAndInput() {
    assertEquals("task repeat, input word: task fetch has no output wrod; it has word",
        refused(new Mistaken()));
  }

  @Test
  void anImageThatIsNoReferenceIsRefused() {
    for (String image : List.of("", "Upper/Case:1", "a b", "x:", "x@sha256:12")) {
      var e = assertThrows(Problem.class, () -> Compiler.compile(new Words(), new StepImage(image, "carbonflow")));
      assertEquals("pipeline words, executor exec-fetch: '" + image + "' is not an image reference;"
          + " write it as registry.example/path/name:tag or …@sha256:…", e.getMessage());
    }
    Compiler.compile(new Words(), new StepImage("localhost:5000/a/b_c:v1@sha256:" + "0a".repeat(32), "carbonflow"));
  }

  @Test
  void onlyThePipelinesOwnParametersHaveDefaults() {
    spec.components().values().forEach(component ->
        component.inputs().parameters().values().forEach(parameter ->
            assertEquals(Optional.empty(), parameter.orElse())));
  }
}
