// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.ir;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.carbonflow.base.fault.Problem;
import org.junit.jupiter.api.Test;

/// Each rule of Kubeflow's driver, broken in a small pipeline of its own.
class DriverRulesTest {
  /// A loop over the input `items`, a round of which gives a text and its length.
  private static final String EACH = loop("comp-each", """
      write: {componentRef: {name: comp-write},
              inputs: {parameters: {word: {componentInputParameter: item}}}}
      """);
  private static final String OVER_WORDS = """
      each: {componentRef: {name: comp-each},
             inputs: {parameters: {items: {componentInputParameter: words}}},
             parameterIterator: {itemInput: item, items: {inputParameter: items}}}
      """;

  private static String loop(String name, String tasks) {
    return """
        %s:
          inputDefinitions:
            parameters: {items: {parameterType: LIST, isOptional: true}, item: {parameterType: STRING},
                         all: {parameterType: LIST, isOptional: true}}
          outputDefinitions:
            artifacts: {text: {artifactType: {schemaTitle: system.Dataset}, isArtifactList: true}}
            parameters: {length: {parameterType: LIST}}
          dag:
            outputs:
              artifacts: {text: {artifactSelectors: [{producerSubtask: write, outputArtifactKey: text}]}}
              parameters: {length: {valueFromParameter: {producerSubtask: write, outputParameterKey: length}}}
            tasks:
        %s""".formatted(name, tasks.indent(6));
  }

  private static String dag(String name, String inputs, String tasks) {
    return """
        %s:
          inputDefinitions: %s
          dag:
            tasks:
        %s""".formatted(name, inputs, tasks.indent(6));
  }

  private static void read(String tasks, String... components) {
    SpecYaml.read("p.yaml", """
        pipelineInfo: {name: small}
        schemaVersion: 2.1.0
        sdkVersion: kfp-2.17.0
        root:
          inputDefinitions:
            parameters:
              words: {parameterType: LIST, defaultValue: [a]}
              word: {parameterType: STRING, defaultValue: a}
              settings: {parameterType: STRUCT, defaultValue: {words: [a]}}
          dag:
            tasks:
        %scomponents:
          comp-write:
            executorLabel: exec
            inputDefinitions: {parameters: {word: {parameterType: STRING}}}
            outputDefinitions:
              artifacts: {text: {artifactType: {schemaTitle: system.Dataset}}}
              parameters: {length: {parameterType: NUMBER_INTEGER}}
          comp-count:
            executorLabel: exec
            inputDefinitions: {parameters: {words: {parameterType: LIST}}}
          comp-join:
            executorLabel: exec
            inputDefinitions:
              artifacts: {texts: {artifactType: {schemaTitle: system.Dataset}, isArtifactList: true}}
          comp-tell:
            executorLabel: exec
            inputDefinitions:
              parameters: {ended: {parameterType: TASK_FINAL_STATUS, isOptional: true},
                           word: {parameterType: STRING, isOptional: true}}
        %sdeploymentSpec:
          executors:
            exec: {container: {image: example/image:1, command: [run]}}
        """.formatted(tasks.indent(6), String.join("", components).indent(2)));
  }

  private static void refused(String message, String tasks, String... components) {
    assertEquals("p.yaml" + message,
        assertThrows(Problem.class, () -> read(tasks, components)).getMessage());
  }

  private static final String JOIN = """
      join: {componentRef: {name: comp-join}, inputs: {artifacts: {texts: {taskOutputArtifact:
             {producerTask: each, outputArtifactKey: text}}}}}
      """;
  private static final String TELL = """
      tell: {componentRef: {name: comp-tell}, dependentTasks: [%s],
             triggerPolicy: {strategy: ALL_UPSTREAM_TASKS_COMPLETED}}
      """;
  private static final String WRITE = """
      %s: {componentRef: {name: comp-write},
           inputs: {parameters: {word: {componentInputParameter: word}}}}
      """;

  @Test
  void aLoopWhoseRoundsAreJoinedByATaskIsTaken() {
    assertDoesNotThrow(() -> read(OVER_WORDS + JOIN, EACH));
  }

  @Test
  void theListThatALoopGoesOverIsTakenAwayFromItsRounds() {
    refused(", component comp-each, task count, input words: takes items, the list that the loop"
        + " goes over, which Kubeflow's driver takes away from each round; hand the list into the"
        + " loop a second time, as another input", OVER_WORDS, EACH.stripTrailing() + "\n"
        + """
            count: {componentRef: {name: comp-count},
                    inputs: {parameters: {words: {componentInputParameter: items}}}}
            """.indent(6));
  }

  @Test
  void aListOfArtifactsDoesNotGoIntoADag() {
    refused(", task inner, input texts: takes a list of artifacts into a DAG, of which Kubeflow's"
        + " driver keeps only one; gather them into one artifact in a task before it, and hand that"
        + " over", OVER_WORDS + JOIN.replace("join:", "inner:").replace("comp-join", "comp-inner"),
        EACH, dag("comp-inner",
            "{artifacts: {texts: {artifactType: {schemaTitle: system.Dataset}, isArtifactList: true}}}",
            """
            join: {componentRef: {name: comp-join},
                   inputs: {artifacts: {texts: {componentInputArtifact: texts}}}}
            """));
  }

  @Test
  void anArtifactGoesIntoADagUnderOneName() {
    refused(", task inner, input b: is the same artifact as input a, of which Kubeflow's driver"
        + " knows only one of the names; hand it over once", WRITE.formatted("write") + """
            inner: {componentRef: {name: comp-inner}, inputs: {artifacts: {
                    a: {taskOutputArtifact: {producerTask: write, outputArtifactKey: text}},
                    b: {taskOutputArtifact: {producerTask: write, outputArtifactKey: text}}}}}
            """, dag("comp-inner", "{artifacts: {a: {artifactType: {schemaTitle: system.Dataset}},"
            + " b: {artifactType: {schemaTitle: system.Dataset}}}}", """
            tell: {componentRef: {name: comp-tell}}
            """));
  }

  @Test
  void aFieldIsNotTakenOnTheWayIntoALoop() {
    refused(", task each, input all: takes field words of settings into a loop, and Kubeflow's"
        + " driver would take it again in each round; hand over settings, and take the field inside"
        + " the loop", OVER_WORDS.replace("items: {componentInputParameter: words}", """
            items: {componentInputParameter: words}, all: {componentInputParameter: settings,
            parameterExpressionSelector: 'parseJson(string_value)["words"]'}"""), EACH);
  }

  @Test
  void aLoopHasNoConditionOfItsOwn() {
    refused(", task each: is repeated and has a condition, but on Kubeflow a loop that is left out"
        + " has succeeded; put the loop into a DAG that has the condition",
        OVER_WORDS.replace("parameterIterator", "triggerPolicy: {condition:"
            + " \"inputs.parameter_values['item'] == 'a'\"}, parameterIterator"), EACH);
  }

  @Test
  void whatIsCollectedHasRounds() {
    refused(", task join: takes what the rounds of each give, which goes over nothing; give it at"
        + " least one item", OVER_WORDS.replace("{inputParameter: items}", "{raw: '[]'}") + JOIN,
        EACH);
  }

  @Test
  void eachItemIsOfTheTypeOfItsInput() {
    refused(", task each, input item: 'a' is not a whole number; give another item",
        OVER_WORDS.replace("{inputParameter: items}", "{raw: '[1, \"a\"]'}"),
        dag("comp-each", "{parameters: {items: {parameterType: LIST, isOptional: true},"
            + " item: {parameterType: NUMBER_INTEGER}}}", """
            tell: {componentRef: {name: comp-tell}}
            """));
  }

  @Test
  void aRoundDoesNotChooseAmongOutputs() {
    refused(", component comp-each, output length: is one of several, which Kubeflow's driver does"
        + " not find in a round of a loop; put the choice into a DAG of its own inside the loop",
        OVER_WORDS, loop("comp-each", WRITE.formatted("write").replace(": word}", ": item}")
            + WRITE.formatted("other").replace(": word}", ": item}"))
            .replace("{valueFromParameter: {producerSubtask: write, outputParameterKey: length}}",
                "{valueFromOneof: {parameterSelectors: ["
                + "{producerSubtask: write, outputParameterKey: length},"
                + " {producerSubtask: other, outputParameterKey: length}]}}"));
  }

  @Test
  void twoLoopsDoNotShareAComponent() {
    refused(", task too: becomes comp-each-iteration in Argo, as task each does; give it a name and"
        + " a component of its own", OVER_WORDS + OVER_WORDS.replace("each:", "too:"), EACH);
  }

  @Test
  void aConstantIsNoPlaceholderThatTheDriverReplaces() {
    String write = WRITE.formatted("write");
    refused(", task write, input word: is '{{$.pipeline_task_name}}', for which Kubeflow's driver"
        + " puts something else; give another text", write.replace("{componentInputParameter: word}",
            "{runtimeValue: {constant: '{{$.pipeline_task_name}}'}}"));
    refused(", task write, input word: is 'in {{$.workspace_path}}', for which Kubeflow's driver"
        + " puts something else; give another text", write.replace("{componentInputParameter: word}",
            "{runtimeValue: {constant: 'in {{$.workspace_path}}'}}"));
  }

  @Test
  void anExitTaskEndsOneTaskThatIsNoLoop() {
    String two = WRITE.formatted("one") + WRITE.formatted("two");
    refused(", task tell: runs at the end of one and two, so Kubeflow runs it for each; let it"
        + " depend on one task, a DAG of all that has to end before",
        two + TELL.formatted("one, two"));
    refused(", task tell: runs at the end of no task, so Kubeflow never runs it; let it depend on"
        + " one task, a DAG of all that has to end before", two + TELL.formatted(""));
    refused(", task tell: runs at the end of the loop each, after which Kubeflow runs nothing; put"
        + " the loop into a DAG of its own", OVER_WORDS + TELL.formatted("each"), EACH);
    refused(", task tell2: runs at the end of the same task as tell, and Kubeflow runs only one of"
        + " them; make one task of both",
        two + TELL.formatted("one") + TELL.formatted("one").replace("tell:", "tell2:"));
    assertDoesNotThrow(() -> read(two + TELL.formatted("one")));
  }

  @Test
  void anExitTaskIsNoLoopAndTakesNoOutputs() {
    refused(", task tell, input word: takes an output of one, which is not there when that has"
        + " failed; take how it has ended instead",
        WRITE.formatted("one").replace("comp-write", "comp-name") + TELL.formatted("one").replace(
            "triggerPolicy", "inputs: {parameters: {word: {taskOutputParameter: {producerTask: one,"
            + " outputParameterKey: name}}}}, triggerPolicy"), """
            comp-name:
              executorLabel: exec
              inputDefinitions: {parameters: {word: {parameterType: STRING}}}
              outputDefinitions: {parameters: {name: {parameterType: STRING}}}
            """);
    refused(", task each: runs at the end and is repeated, which Kubeflow refuses; put the loop into"
        + " a DAG that runs at the end", WRITE.formatted("one") + OVER_WORDS.replace(
            "parameterIterator", "dependentTasks: [one], triggerPolicy: {strategy:"
            + " ALL_UPSTREAM_TASKS_COMPLETED}, parameterIterator"), EACH);
  }

  @Test
  void nothingWaitsForAnExitTask() {
    refused(", task late: waits for tell, which runs at the end and is not a task of the DAG on"
        + " Kubeflow; let it wait for what tell waits for", WRITE.formatted("one")
        + TELL.formatted("one") + WRITE.formatted("late").replace("inputs:",
            "dependentTasks: [tell], inputs:"));
  }

  @Test
  void whatAFinalStatusIsOfStandsAmongTheTasksBefore() {
    String message = assertThrows(Problem.class, () -> read(WRITE.formatted("one")
        + TELL.formatted("").replace("triggerPolicy", "inputs: {parameters: {ended:"
            + " {taskFinalStatus: {producerTask: one}}}}, triggerPolicy"))).getMessage();
    assertEquals("p.yaml: field root.dag.tasks.tell has the input ended, which is how task one has ended, and"
        + " Kubeflow's driver looks among dependentTasks alone, where it does not stand; compile the"
        + " pipeline with this version of the program", message);
  }

  @Test
  void namesStayNamesInArgo() {
    refused(", task one-driver: is called as Kubeflow calls the driver of task one; give it another"
        + " name", WRITE.formatted("one") + WRITE.formatted("one-driver"));
    String longName = "a".repeat(122);
    refused(", task " + longName + ": becomes " + longName + "-driver in Argo, which is not a name"
        + " there; use letters, digits and dashes, so that it has at most 128 characters",
        WRITE.formatted(longName));
  }

  @Test
  void argumentsAreWhatTheDriverReplaces() {
    String say = """
        say: {componentRef: {name: comp-tell}}
        """;
    assertDoesNotThrow(() -> argument(say, "{\"IfPresent\": {\"InputName\": \"word\", \"Then\": [\"--w\"]}}"));
    assertEquals("p.yaml, task say: has the argument {\"Concat\": [\"a\", \"b\"]}, which Kubeflow's"
        + " driver does not put together; let the program put it together",
        assertThrows(Problem.class, () -> argument(say, "{\"Concat\": [\"a\", \"b\"]}")).getMessage());
    assertEquals("p.yaml, task say, input word: stands in an argument, but nobody supplies it, and"
        + " Kubeflow's driver knows no defaults there; wire it", assertThrows(Problem.class,
            () -> argument(say, "--word={{$.inputs.parameters[''word'']}}")).getMessage());
  }

  private static void argument(String tasks, String argument) {
    SpecYaml.read("p.yaml", """
        pipelineInfo: {name: small}
        schemaVersion: 2.1.0
        sdkVersion: kfp-2.17.0
        root:
          dag:
            tasks:
        %scomponents:
          comp-tell:
            executorLabel: exec
            inputDefinitions: {parameters: {word: {parameterType: STRING, isOptional: true}}}
        deploymentSpec:
          executors:
            exec: {container: {image: example/image:1, command: [run], args: ['%s']}}
        """.formatted(tasks.indent(6), argument));
  }
}
