// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.kfp.ir.ContainerSpec;
import io.carbonflow.kfp.ir.PipelineSpec;
import io.carbonflow.kfp.step.Console;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// How a run ends when something between its tasks goes wrong: in one message of one task, when all
/// that ran beside it has ended, exit handlers in their own time.
@Timeout(60)
class EndsTest {
  @TempDir Path folder;
  private Path run;
  private Scripts scripts;
  private CountDownLatch beside = new CountDownLatch(1);
  private final CountDownLatch interrupted = new CountDownLatch(1);
  private final List<String> ended = new CopyOnWriteArrayList<>();

  /// `work` goes on until it is interrupted, and takes its time to end; `tell` until `bad` has failed
  /// and what ran beside it knows.
  private final class Actors implements Launcher {
    @Override
    public void launch(Job job, Console console) throws Exception {
      String role = job.container().args().getFirst();
      switch (role) {
        case "work" -> work();
        case "tell" -> {
          beside.countDown();
          interrupted.await();
          Thread.sleep(200); // An interruption would come now.
        }
        case "bad" -> {
          beside.await();
          throw new IllegalStateException("went wrong");
        }
        case "patient" -> beside.await();
        default -> { }
      }
      ended.add(role);
    }

    private void work() throws Exception {
      beside.countDown();
      try {
        Thread.sleep(60_000);
      } catch (InterruptedException e) {
        interrupted.countDown();
        assertTrue(locked());
        Thread.sleep(200);
        ended.add("work, interrupted");
        throw e;
      }
    }

    private boolean locked() throws IOException {
      try (FileChannel channel = FileChannel.open(run.resolve(".lock"), StandardOpenOption.WRITE);
          FileLock lock = channel.tryLock()) {
        return lock == null;
      } catch (OverlappingFileLockException _) {
        return true;
      }
    }

    @Override
    public String version(ContainerSpec container) {
      return "1";
    }
  }

  @BeforeEach
  void aRun() {
    run = folder.resolve("run");
    scripts = new Scripts(run);
  }

  private static PipelineSpec pipeline(String tasks, String components) {
    Map<String, List<String>> roles = new TreeMap<>();
    List.of("work", "tell", "bad", "patient", "none").forEach(role -> roles.put(role, List.of(role)));
    StringBuilder all = new StringBuilder(components);
    roles.keySet().forEach(role -> all.append("""
        %1$s: {executorLabel: %1$s, inputDefinitions: {parameters: {x: {parameterType: STRING, isOptional: true}}}}
        """.formatted(role)));
    return Scripts.pipeline("""
        inputDefinitions: {parameters: {x: {parameterType: STRING, defaultValue: abc},
                           items: {parameterType: LIST, isOptional: true}}}
        dag:
          tasks:
        %s""".formatted(tasks.indent(4)), all.toString(), roles);
  }

  private String fails(String tasks, String components) {
    String told = assertThrows(TaskFailure.class,
        () -> scripts.run(new Actors(), pipeline(tasks, components), Map.of())).getMessage();
    Path log = Path.of(told.replaceFirst("(?s).* \\(its log is ", "").replaceFirst(";.*", ""));
    assertTrue(Files.exists(log), log.toString());
    return told.substring(0, told.indexOf(" (its log is "));
  }

  private static final String WORK = "work: {componentRef: {name: work}}\n";

  @Test
  void aConditionThatCannotBeDecidedFailsItsTaskAndThoseBesideItEndInOrder() throws Exception {
    assertEquals("task left failed: condition: 'int(inputs.parameter_values['x']) > 3' cannot be"
        + " decided: 'abc' is not a whole number; give what it compares a value that can be compared",
        fails(WORK + """
            before: {componentRef: {name: patient}}
            left:
              componentRef: {name: none}
              dependentTasks: [before]
              inputs: {parameters: {x: {componentInputParameter: x}}}
              triggerPolicy: {condition: "int(inputs.parameter_values['x']) > 3"}
            """, ""));
    assertEquals(List.of("patient", "work, interrupted"), ended);
    assertTrue(Files.readString(run.resolve("steps/left.log")).contains("'abc' is not a whole number"));
  }

  @Test
  void aLoopOverNothingThatAnybodyGaveFailsTheLoop() {
    assertEquals("task each failed: input items: is nothing, and a loop goes over it; give it a list",
        fails("""
            each:
              componentRef: {name: round}
              parameterIterator: {itemInput: item, items: {inputParameter: items}}
            """, """
            round:
              inputDefinitions: {parameters: {items: {parameterType: LIST, isOptional: true},
                                              item: {parameterType: STRING}}}
              dag: {tasks: {inner: {componentRef: {name: none}}}}
            """));
  }

  /// How a run that takes the value of a task of this script ends.
  private String given(String script) {
    String told = assertThrows(TaskFailure.class, () -> scripts.run(Scripts.pipeline(
        "dag: {tasks: {count: {componentRef: {name: count}}}}\n", """
        count: {executorLabel: count, outputDefinitions: {parameters: {found: {parameterType: NUMBER_INTEGER}}}}
        """, Map.of("count", List.of(script, "{{$.outputs.parameters['found'].output_file}}"))),
        Map.of())).getMessage();
    return told.substring(0, told.indexOf("; see "));
  }

  @Test
  void aValueThatIsNoneFailsTheTaskThatGaveItEachTime() {
    for (int i = 0; i < 2; i++) {
      assertEquals("task count failed: task count: gave a value for its output found that is none:"
          + " 'many' is not a whole number", given("printf many >$0"));
    }
    assertEquals("task count failed: task count: gave a value for its output found that is not text in"
        + " UTF-8", given("printf '\\377' >$0"));
    assertEquals("task count failed: task count: gave no value for its output found, but a folder in"
        + " its place", given("mkdir $0"));
    assertEquals("task count failed: task count: gave no value for its output found", given("true"));
  }

  @Test
  void anOutputThatWasNotWrittenFailsWhoTakesIt() {
    String told = assertThrows(TaskFailure.class, () -> scripts.run(Scripts.pipeline("""
        dag:
          tasks:
            give: {componentRef: {name: give}}
            take:
              componentRef: {name: take}
              inputs: {artifacts: {rows: {taskOutputArtifact: {producerTask: give, outputArtifactKey: rows}}}}
        """, """
        give:
          executorLabel: run
          outputDefinitions: {artifacts: {rows: {artifactType: {schemaTitle: system.Dataset, schemaVersion: 0.0.1}}}}
        take:
          executorLabel: run
          inputDefinitions: {artifacts: {rows: {artifactType: {schemaTitle: system.Dataset, schemaVersion: 0.0.1}}}}
        """, Map.of("run", List.of("true"))), Map.of())).getMessage();
    assertTrue(told.startsWith("task take failed: input rows: task give has not written its output"
        + " rows; see " + run + "/steps/give.log"), told);
  }

  private static final String GUARDED = """
      part: {componentRef: {name: part}}
      tell:
        componentRef: {name: tell}
        dependentTasks: [part]
        triggerPolicy: {strategy: ALL_UPSTREAM_TASKS_COMPLETED}
      """;
  private static final String PART = "part: {dag: {tasks: {inner: {componentRef: {name: none}}}}}\n";

  @Test
  void anExitHandlerEndsInItsOwnTimeWhenATaskBesideItFails() {
    beside = new CountDownLatch(2);
    assertEquals("task bad failed: unexpected: java.lang.IllegalStateException: went wrong", fails(
        GUARDED + WORK + "bad: {componentRef: {name: bad}}\n", PART));
    assertTrue(ended.contains("tell"), ended.toString());
    assertTrue(ended.contains("work, interrupted"), ended.toString());
  }

  @Test
  void soDoesOneInAPartThatIsStoppedAndItIsReportedAboutThePartsEnd() {
    assertEquals("task bad failed: unexpected: java.lang.IllegalStateException: went wrong", fails(
        "outer: {componentRef: {name: outer}}\nbad: {componentRef: {name: bad}}\n",
        "outer:\n  dag:\n    tasks:\n" + GUARDED.indent(6)
            + "part: {dag: {tasks: {inner: {componentRef: {name: work}}}}}\n"));
    assertEquals(List.of("work, interrupted", "tell"), ended);
  }

  @Test
  void whoeverNoLongerWantsTheRunEndsExitHandlersToo() throws Exception {
    Thread caller = Thread.currentThread();
    Thread.ofPlatform().daemon().start(() -> {
      try {
        beside.await();
        caller.interrupt();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    });
    assertThrows(InterruptedException.class, () -> scripts.run(new Actors(),
        pipeline("outer: {componentRef: {name: outer}}\n",
            "outer:\n  dag:\n    tasks:\n" + GUARDED.indent(6) + PART), Map.of()));
    assertEquals(List.of("none"), ended);
    assertFalse(Thread.interrupted());
  }
}
