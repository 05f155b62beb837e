// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import module java.base;
import io.carbonflow.kfp.ir.ContainerSpec;
import io.carbonflow.kfp.ir.SpecYaml;
import io.carbonflow.kfp.step.Console;
import io.carbonflow.kfp.step.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What Kubeflow's driver fails on fails here as well, with the same task, and what it makes of
/// inputs is made of them here. `echo` gives what it takes; what it was given is looked at.
class StrictInputsTest {
  private static final String ECHO = """
      echo:
        executorLabel: exec
        inputDefinitions: {parameters: {said: {parameterType: STRING}}}
        outputDefinitions: {parameters: {heard: {parameterType: STRING}}}
      last:
        executorLabel: exec-all
        inputDefinitions: {parameters: {all: {parameterType: LIST}}}
        outputDefinitions: {parameters: {heard: {parameterType: STRING}}}
      """;
  /// Gives the item of its round; its tasks are called alike wherever it stands.
  private static final String ROUND = """
      %s:
        inputDefinitions: {parameters: {items: {parameterType: LIST}, item: {parameterType: %s}}}
        outputDefinitions: {parameters: {all: {parameterType: LIST}}}
        dag:
          outputs: {parameters: {all: {valueFromParameter:
                    {producerSubtask: inner, outputParameterKey: %s}}}}
          tasks:
            inner: {componentRef: {name: %s}, inputs: {parameters: {%s: {componentInputParameter: item}}}%s}
      """;
  private static final String LOOP =
      ", parameterIterator: {itemInput: item, items: {inputParameter: items}}";

  @TempDir Path folder;
  private final Queue<List<String>> given = new ConcurrentLinkedQueue<>();

  /// A program that writes its first argument into the file that its second one names.
  private final class Echo implements Launcher {
    @Override
    public void launch(Job job, Console console) throws Exception {
      given.add(job.container().args().subList(0, 1));
      Path output = Path.of(job.container().args().get(1));
      Files.createDirectories(output.getParent());
      Files.writeString(output, job.container().args().getFirst());
    }

    @Override
    public String version(ContainerSpec container) {
      return "1";
    }
  }

  private List<List<String>> run(String tasks, String components, Map<String, ?> parameters)
      throws Exception {
    String text = """
        pipelineInfo: {name: small}
        schemaVersion: 2.1.0
        sdkVersion: kfp-2.17.0
        root:
          inputDefinitions:
            parameters:
              word: {parameterType: STRING, isOptional: true}
              items: {parameterType: LIST, defaultValue: []}
              struct: {parameterType: STRUCT, defaultValue: {a: b}}
          dag:
            tasks:
        %scomponents:
        %sdeploymentSpec:
          executors:
            exec: {container: {image: example/image:1, command: [echo],
                   args: ["{{$.inputs.parameters['said']}}", "{{$.outputs.parameters['heard'].output_file}}"]}}
            exec-all: {container: {image: example/image:1, command: [echo],
                   args: ["{{$.inputs.parameters['all']}}", "{{$.outputs.parameters['heard'].output_file}}"]}}
        """.formatted(tasks.indent(6), (ECHO + components).indent(2));
    var terminal = new Terminal(
        new PrintStream(OutputStream.nullOutputStream()), false, System::nanoTime);
    new LocalRunner(new Echo(), terminal::console)
        .run(SpecYaml.read("small.yaml", text), parameters, folder.resolve("run"), false);
    return List.copyOf(given);
  }

  private void fails(String message, String tasks, String components, Map<String, ?> parameters) {
    String told = assertThrows(TaskFailure.class, () -> run(tasks, components, parameters))
        .getMessage();
    assertEquals(message, told.substring(0, told.indexOf(" (its log is ")));
  }

  private static String each(String component) {
    return """
        each: {componentRef: {name: %s}, inputs: {parameters: {items: {componentInputParameter: items}}}%s}
        last: {componentRef: {name: last}, inputs: {parameters: {all: {taskOutputParameter:
               {producerTask: each, outputParameterKey: all}}}}}
        """.formatted(component, LOOP);
  }

  @Test
  void aLoopWithoutRoundsGivesNothingToCollect() {
    fails("task last failed: input all: task each has given no all: nothing in it has run that"
        + " gives one; give the loop an item, or take it where it is given", each("round"),
        ROUND.formatted("round", "STRING", "heard", "echo", "said", ""), Map.of());
  }

  @Test
  void whatLoopsInALoopGiveIsOneList() throws Exception {
    String inner = ROUND.formatted("round", "STRING", "heard", "echo", "said", "");
    String outer = ROUND.formatted("rounds", "LIST", "all", "round", "items", LOOP);
    assertEquals(List.of("[\"a\",\"b\",\"c\"]"),
        run(each("rounds"), inner + outer, Map.of("items", "[[\"a\",\"b\"],[\"c\"]]")).getLast());
  }

  @Test
  void anItemBecomesATextAndATextNothingElse() throws Exception {
    String round = ROUND.formatted("round", "STRING", "heard", "echo", "said", "");
    assertEquals(List.of("[\"1\",\"true\"]"),
        run(each("round"), round, Map.of("items", "[1, true]")).getLast());
    fails("task each failed: item of the loop: '1' is not a JSON list; give the loop items of one type",
        each("rounds"), round + ROUND.formatted("rounds", "LIST", "all", "round", "items", LOOP),
        Map.of("items", "[\"1\"]"));
  }

  @Test
  void aListThatALoopGoesOverIsNotInItsRounds() {
    TaskValues around = new TaskValues(Map.of("items", List.of(1L), "other", 2L), Map.of());
    assertEquals(Map.of("other", 2L), around.without("items").parameters());
  }

  private static final String SAY = """
      say: {componentRef: {name: %s}, inputs: {parameters: {said: {componentInputParameter: word}}}}
      """;

  @Test
  void aParameterThatNobodyGivesFailsWhoNeedsIt() {
    fails("task say failed: input said: is nothing, which was handed on from the pipeline's"
        + " parameters; give that parameter a value", SAY.formatted("echo"), "", Map.of());
  }

  /// A part that takes a word it can do without, and says it.
  private static final String PART = """
      part:
        inputDefinitions: {parameters: {said: {parameterType: STRING, isOptional: true%s}}}
        dag: {tasks: {inside: {componentRef: {name: echo},
              inputs: {parameters: {said: {componentInputParameter: said}}}}}}
      """;

  @Test
  void nothingThatIsHandedIntoAPartIsNotThereAtAll() {
    fails("task say/inside failed: input said: there is no said in this part of the pipeline; wire"
        + " it to something that is there", SAY.formatted("part"), PART.formatted(""), Map.of());
  }

  @Test
  void aPartHasItsDefaults() throws Exception {
    assertEquals(List.of(List.of("hello")), run("say: {componentRef: {name: part}}\n",
        PART.formatted(", defaultValue: hello"), Map.of()));
  }

  @Test
  void aFieldThatIsNotThereFails() {
    String say = """
        say: {componentRef: {name: echo}, inputs: {parameters: {said: {componentInputParameter: struct,
              parameterExpressionSelector: 'parseJson(string_value)["c"]'}}}}
        """;
    fails("task say failed: input said: struct has no field c; give it one", say, "", Map.of());
  }

  /// A part that gives a word of the first of two branches that runs.
  private static final String CHOICE = """
      choice:
        inputDefinitions: {parameters: {said: {parameterType: STRING}}}
        outputDefinitions: {parameters: {heard: {parameterType: STRING}}}
        dag:
          outputs: {parameters: {heard: {valueFromOneof: {parameterSelectors: [
                    {producerSubtask: one, outputParameterKey: heard},
                    {producerSubtask: two, outputParameterKey: heard}]}}}}
          tasks:
            one: {componentRef: {name: echo}, inputs: {parameters: {said: {componentInputParameter: said}}},
                  triggerPolicy: {condition: "inputs.parameter_values['said'] == 'one'"}}
            two: {componentRef: {name: echo}, inputs: {parameters: {said: {componentInputParameter: said}}},
                  triggerPolicy: {condition: "inputs.parameter_values['said'] != 'none'"}}
      """;
  private static final String AFTER = SAY.formatted("choice") + """
      last: {componentRef: {name: echo}, inputs: {parameters: {said: {taskOutputParameter:
             {producerTask: say, outputParameterKey: heard}}}}}
      """;

  @Test
  void ofSeveralBranchesTheFirstThatRanGives() throws Exception {
    assertEquals(List.of("two"), run(AFTER, CHOICE, Map.of("word", "two")).getLast());
  }

  @Test
  void anOutputOfBranchesThatDidNotRunIsNotThere() {
    fails("task last failed: input said: task say has given no heard: nothing in it has run that"
        + " gives one; give the loop an item, or take it where it is given", AFTER, CHOICE,
        Map.of("word", "none"));
  }
}
