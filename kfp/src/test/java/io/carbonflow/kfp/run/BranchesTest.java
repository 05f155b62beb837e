// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.component.ContainerComponent;
import io.carbonflow.kfp.ir.ContainerSpec;
import io.carbonflow.kfp.pipeline.Compiler;
import io.carbonflow.kfp.pipeline.Dag;
import io.carbonflow.kfp.pipeline.Pipeline;
import io.carbonflow.kfp.pipeline.StepImage;
import io.carbonflow.kfp.pipeline.TaskSettings;
import io.carbonflow.kfp.pipeline.When;
import io.carbonflow.kfp.sdk.Tools.Nothing;
import io.carbonflow.kfp.sdk.Tools.Tell;
import io.carbonflow.kfp.step.About;
import io.carbonflow.kfp.step.Console;
import io.carbonflow.kfp.step.Terminal;
import io.carbonflow.kfp.step.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One of several parts, parts without a condition, rounds some at a time, and tasks that wait.
class BranchesTest {
  @TempDir Path folder;
  private final List<String> ran = new CopyOnWriteArrayList<>();
  private final AtomicInteger now = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  private static final ContainerComponent<Tell, Nothing> TELL =
      new ContainerComponent<>("tell", "teller:1", Tell.class, Nothing.class)
          .command((in, _) -> List.of("tell", in.text()));

  /// What decides.
  public record Length(@About("a length") Value<Integer> length) {}

  private static void tell(Dag dag, String name, TaskSettings settings) {
    dag.task(name, TELL, new Tell(Value.of(name)), settings);
  }

  @About("Chooses")
  private static final class Choice implements Pipeline<Length, Nothing> {
    @Override
    public Nothing describe(Length p, Dag dag) {
      tell(dag, "last", TaskSettings.DEFAULT.after("first"));
      tell(dag, "first", TaskSettings.DEFAULT);
      dag.when("if-short", When.atMost(p.length(), 2), b -> tell(b, "short", TaskSettings.DEFAULT))
          .when("if-middle", When.less(p.length(), 5), b -> tell(b, "middle", TaskSettings.DEFAULT))
          .otherwise("else", b -> tell(b, "long", TaskSettings.DEFAULT));
      dag.when("if-not-3", When.different(p.length(), 3), b -> tell(b, "not3", TaskSettings.DEFAULT));
      dag.when("if-5", When.atLeast(p.length(), 5), b -> tell(b, "five", TaskSettings.DEFAULT));
      return new Nothing();
    }
  }

  private final Launcher launcher = new Launcher() {
    @Override
    public void launch(Job job, Console console) throws Exception {
      most.accumulateAndGet(now.incrementAndGet(), Math::max);
      Thread.sleep(20);
      ran.add(job.container().command().getLast());
      now.decrementAndGet();
    }

    @Override
    public String version(ContainerSpec container) {
      return "1";
    }
  };

  private void run(Pipeline<?, ?> pipeline, Map<String, ?> parameters) throws Exception {
    ran.clear();
    new LocalRunner(launcher, new Terminal(
        new PrintStream(OutputStream.nullOutputStream()), false, System::nanoTime)::console)
        .run(Compiler.compile(pipeline, new StepImage("local", "carbonflow")), parameters,
            folder.resolve("run"), false);
  }

  @Test
  void theFirstPartWhoseConditionHoldsRunsElseTheLast() throws Exception {
    run(new Choice(), Map.of("length", 2));
    assertEquals(Set.of("first", "last", "short", "not3"), Set.copyOf(ran));
    run(new Choice(), Map.of("length", 3));
    assertEquals(Set.of("first", "last", "middle"), Set.copyOf(ran));
    run(new Choice(), Map.of("length", 5));
    assertEquals(Set.of("first", "last", "long", "not3", "five"), Set.copyOf(ran));
  }

  @Test
  void aTaskWaitsForOneWhoseOutputsItDoesNotTake() throws Exception {
    run(new Choice(), Map.of("length", 3));
    assertEquals(true, ran.indexOf("first") < ran.indexOf("last"), ran.toString());
  }

  @About("Waits for nothing")
  private static final class Waiting implements Pipeline<Nothing, Nothing> {
    @Override
    public Nothing describe(Nothing none, Dag dag) {
      tell(dag, "only", TaskSettings.DEFAULT.after("gone"));
      return none;
    }
  }

  @Test
  void aTaskThatIsNotThereIsNotWaitedFor() {
    assertEquals("pipeline waiting, task only: there is no task gone in this pipeline; the tasks are"
        + " only", assertThrows(Problem.class, () -> run(new Waiting(), Map.of())).getMessage());
  }

  @About("Goes over numbers")
  private static final class Rounds implements Pipeline<Nothing, Nothing> {
    @Override
    public Nothing describe(Nothing none, Dag dag) {
      dag.forEach("each", Value.of(List.of("a", "b", "c", "d", "e")), 2, (round, item) -> {
        round.task(TELL, new Tell(item));
        return none;
      });
      return none;
    }
  }

  @Test
  void noMoreRoundsRunAtATimeThanIsSaid() throws Exception {
    run(new Rounds(), Map.of());
    assertEquals(Set.of("a", "b", "c", "d", "e"), Set.copyOf(ran));
    assertEquals(true, most.get() <= 2, most.toString());
  }

  @About("Has a part of its own")
  private static final class Parted implements Pipeline<Nothing, Nothing> {
    @Override
    public Nothing describe(Nothing none, Dag dag) {
      return dag.part("inner", part -> {
        tell(part, "told", TaskSettings.DEFAULT);
        return none;
      });
    }
  }

  @Test
  void aPartRunsAsItsTasksDo() throws Exception {
    run(new Parted(), Map.of());
    assertEquals(List.of("told"), ran);
    assertEquals(true, Files.exists(folder.resolve("run/steps/inner/told.json")));
  }
}
