// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.ir.Component;
import io.carbonflow.kfp.ir.PipelineSpec;
import io.carbonflow.kfp.ir.Resources;
import io.carbonflow.kfp.ir.Task;
import io.carbonflow.kfp.run.Squares;
import io.carbonflow.kfp.run.Words;
import io.carbonflow.kfp.step.About;
import io.carbonflow.kfp.step.Context;
import io.carbonflow.kfp.step.Output;
import io.carbonflow.kfp.step.Step;
import io.carbonflow.kfp.step.Value;
import org.junit.jupiter.api.Test;

/// Loops, conditions, settings and whole pipelines while a pipeline is described.
class PartsTest {
  record Parameters(
      @About(value = "a path", orElse = "x") Value<String> path,
      @About(value = "words", orElse = "[\"a\"]") Value<List<String>> words,
      @About(value = "how many", orElse = "1") Value<Integer> count) {}

  record Nothing() {}

  @About("Counts words")
  static final class Count implements Step<Count.In, Nothing> {
    record In(@About("words") Value<List<String>> words) {}

    @Override
    public void run(In in, Nothing out, Context context) {}
  }

  @About("Joins texts")
  static final class Join implements Step<Join.In, Nothing> {
    record In(@About("texts") Value<List<Words.Text>> texts) {}

    @Override
    public void run(In in, Nothing out, Context context) {}
  }

  @About("Made by a test")
  record Made(BiConsumer<Parameters, Dag> body) implements Pipeline<Parameters, Nothing> {
    @Override
    public Nothing describe(Parameters p, Dag dag) {
      body.accept(p, dag);
      return new Nothing();
    }
  }

  private static PipelineSpec compile(BiConsumer<Parameters, Dag> body) {
    return Compiler.compile(new Made(body), new StepImage("example/image:1", "carbonflow"));
  }

  private static String refused(BiConsumer<Parameters, Dag> body) {
    return assertThrows(Problem.class, () -> compile(body)).getMessage();
  }

  private static Words.Fetch.Out fetch(Dag dag, String name, Value<String> source) {
    return dag.task(name, new Words.Fetch(), new Words.Fetch.In(source));
  }

  @Test
  void whatAPartNeedsIsPassedOnThroughAllPartsAroundIt() {
    PipelineSpec spec = compile((p, dag) -> {
      var outer = fetch(dag, "outer", p.path());
      dag.forEach("each-word", p.words(), (round, word) -> {
        round.when("known", When.equal(word, "a"), branch ->
            branch.task(new Words.Repeat(), new Words.Repeat.In(outer.word(), p.count())));
        return new Nothing();
      });
    });
    var branch = spec.components().get("comp-known");
    assertEquals(Set.of("pipelinechannel--count", "pipelinechannel--each-word-loop-item"),
        branch.inputs().parameters().keySet());
    assertEquals(Set.of("pipelinechannel--outer-word"), branch.inputs().artifacts().keySet());
    Task repeat = ((Component.Dag) branch.body()).tasks().get("repeat");
    assertEquals(Map.of("word", new Task.ComponentInput("pipelinechannel--outer-word")),
        repeat.artifacts());
    Task loop = ((Component.Dag) spec.root().body()).tasks().get("each-word");
    assertEquals(Set.of("outer"), loop.dependentTasks());
    assertEquals(new Task.ItemsOf("pipelinechannel--words"),
        loop.policy().loop().orElseThrow().items());
  }

  @Test
  void whereARoundNeedsTheWholeListItComesUnderAnotherName() {
    PipelineSpec spec = compile((p, dag) -> dag.forEach("outer", p.words(), (round, word) ->
        round.forEach("inner", p.words(), (within, _) ->
            within.task(new Count(), new Count.In(p.words())))));
    String items = "pipelinechannel--words";
    Task outer = ((Component.Dag) spec.root().body()).tasks().get("outer");
    assertEquals(new Task.ItemsOf(items), outer.policy().loop().orElseThrow().items());
    assertEquals(Map.of(items, new Task.ComponentInput("words"),
        items + "--all", new Task.ComponentInput("words")), outer.parameters());
    Task inner = ((Component.Dag) spec.components().get("comp-outer").body()).tasks().get("inner");
    assertEquals(new Task.ItemsOf(items), inner.policy().loop().orElseThrow().items());
    assertEquals(Map.of(items, new Task.ComponentInput(items + "--all"),
        items + "--all", new Task.ComponentInput(items + "--all")), inner.parameters());
  }

  @Test
  void aListOfArtifactsDoesNotGoIntoAPart() {
    String why = " takes a list of artifacts from outside of %s, but Kubeflow hands only one of"
        + " them into a loop, condition or guarded part; gather them into one artifact in a task"
        + " before it, and wire that";
    assertEquals("task join, input texts:" + why.formatted("later"), refused((p, dag) -> {
      var each = dag.forEach("each", p.words(), (round, word) -> fetch(round, "inner", word));
      dag.when("later", When.greater(p.count(), 1), branch -> branch.task(
          new Join(), new Join.In(each.all(Words.Fetch.Out::word))));
    }));
    assertEquals("task join, input texts:" + why.formatted("again"), refused((p, dag) -> {
      var each = dag.forEach("each", p.words(), (round, word) -> fetch(round, "inner", word));
      dag.forEach("again", p.words(), (round, _) -> round.task(
          new Join(), new Join.In(each.all(Words.Fetch.Out::word))));
    }));
  }

  @Test
  void aLoopMayGoOverAListThatIsWrittenIntoThePipeline() {
    PipelineSpec spec = compile((p, dag) -> dag.forEach("each", Value.of(List.of("a", "b")),
        (round, word) -> fetch(round, "inner", word)));
    Task loop = ((Component.Dag) spec.root().body()).tasks().get("each");
    assertEquals(new Task.ItemList(List.of("a", "b")), loop.policy().loop().orElseThrow().items());
  }

  @Test
  void anOutputFromWithinALoopOrBranchIsRefusedOutside() {
    assertEquals("task repeat, input word: task inner is within each, which may run never or many"
        + " times; collect its outputs, or wire it inside", refused((p, dag) -> {
          Words.Fetch.Out[] escaped = new Words.Fetch.Out[1];
          dag.forEach("each", p.words(), (round, word) ->
              escaped[0] = fetch(round, "inner", word));
          dag.task(new Words.Repeat(), new Words.Repeat.In(escaped[0].word(), p.count()));
        }));
  }

  @Test
  void anItemIsKnownInItsOwnLoopOnly() {
    String refused = refused((p, dag) -> {
      List<Value<String>> escaped = new java.util.ArrayList<>();
      dag.forEach("each", p.words(), (round, word) -> {
        escaped.add(word);
        return fetch(round, "inner", word);
      });
      fetch(dag, "late", escaped.getFirst());
    });
    assertTrue(refused.startsWith("task late, input source: there is no"), refused);
  }

  @Test
  void aNameIsThereOnceInAWholePipeline() {
    assertEquals("task inner: is there already; give it another name", refused((p, dag) -> {
      fetch(dag, "inner", p.path());
      dag.forEach("each", p.words(), (round, word) -> fetch(round, "inner", word));
    }));
    assertEquals("task inner: is there already; give it another name",
        refused((p, dag) -> dag.forEach("inner", p.words(), (round, word) ->
            fetch(round, "inner", word))));
  }

  @Test
  void aLoopOverNoListIsRefused() {
    assertEquals("loop each, items: there are none; give at least one",
        refused((p, dag) -> dag.forEach("each", Value.of(List.<String>of()),
            (round, word) -> fetch(round, "inner", word))));
  }

  @Test
  void aConstantOutOfItsRangeIsRefusedWithTaskAndInput() {
    assertEquals("task square, input number: -1 is not at least 0; give another value",
        refused((p, dag) -> dag.task(new Squares.Square(),
            new Squares.Square.In(Value.of(-1L), Value.of(1)))));
  }

  @Test
  void tasksOfOneStepHaveAComponentAndSettingsEach() {
    PipelineSpec spec = compile((p, dag) -> {
      fetch(dag, "one", p.path());
      dag.task("two", new Words.Fetch(), new Words.Fetch.In(p.path()),
          TaskSettings.DEFAULT.memory("64Mi", "1Gi").cpu("100m", "1").retried(2).uncached());
      dag.task("three", new Words.Fetch(), new Words.Fetch.In(p.path()),
          TaskSettings.DEFAULT.retried(2));
    });
    assertEquals(Set.of("comp-one", "comp-two", "comp-three"), spec.components().keySet());
    assertEquals("1Gi", spec.executors().get("exec-two").resources().amounts()
        .get(Resources.Kind.MEMORY_LIMIT));
    var tasks = ((Component.Dag) spec.root().body()).tasks();
    assertEquals("comp-three", tasks.get("three").component());
    assertEquals(new Task.Retries(2, "2s", 2, "3600s"),
        tasks.get("three").policy().retries().orElseThrow());
  }

  @Test
  void aMalformedQuantityIsRefused() {
    var e = assertThrows(IllegalArgumentException.class,
        () -> TaskSettings.DEFAULT.memory("1 GB", "2Gi"));
    assertTrue(e.getMessage().contains("'1 GB' is not a quantity"), e.getMessage());
  }

  @Test
  void aWholePipelineIsOneTaskWithItsParametersAndResults() {
    PipelineSpec spec = compile((p, dag) -> {
      Output<Words.Text> joined = dag.task(new Words(),
          new Words.Parameters(p.path(), p.count()), TaskSettings.DEFAULT).joined();
      dag.task(new Words.Repeat(), new Words.Repeat.In(joined, p.count()));
    });
    var container = spec.executors().get("exec-words");
    assertEquals(List.of("carbonflow", "run", "words"), container.command());
    assertEquals(List.of(
        "--source", "{{$.inputs.parameters['source']}}",
        "--times", "{{$.inputs.parameters['times']}}",
        "--joined", "{{$.outputs.artifacts['joined'].path}}",
        "--executor-input", "{{$}}"), container.args());
    assertEquals(false, ((Component.Dag) spec.root().body()).tasks().get("words").policy().cached());
  }
}
