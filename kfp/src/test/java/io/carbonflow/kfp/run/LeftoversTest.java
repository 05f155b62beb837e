// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.kfp.ir.PipelineSpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an earlier run in the same folder has left is never taken for what this one gives.
class LeftoversTest {
  /// A task whose files are named by a parameter, and who takes one of them if it is there.
  private static final String ROOT = """
      inputDefinitions: {parameters: {names: {parameterType: STRING},
                         then: {parameterType: STRING, defaultValue: 'true'}}}
      outputDefinitions: {artifacts: {plots: {artifactType: {schemaTitle: system.Artifact, schemaVersion: 0.0.1}}}}
      dag:
        outputs: {artifacts: {plots: {artifactSelectors: [{producerSubtask: draw, outputArtifactKey: plots}]}}}
        tasks:
          draw:
            componentRef: {name: draw}
            cachingOptions: {enableCache: true}
            inputs: {parameters: {names: {componentInputParameter: names}, then: {componentInputParameter: then}}}
      """;
  private static final String DRAW = """
      draw:
        executorLabel: draw
        inputDefinitions: {parameters: {names: {parameterType: STRING}, then: {parameterType: STRING}}}
        outputDefinitions:
          artifacts: {plots: {artifactType: {schemaTitle: system.Artifact, schemaVersion: 0.0.1}}}
          parameters: {note: {parameterType: STRING, isOptional: true}}
      """;
  private static final List<String> SCRIPT = List.of(
      "for name in $1; do mkdir -p $2; echo \"$1\" >$2/$name; done; [ \"$0\" = quiet ] || echo said >$3; eval \"$0\"",
      "{{$.inputs.parameters['then']}}", "{{$.inputs.parameters['names']}}",
      "{{$.outputs.artifacts['plots'].path}}", "{{$.outputs.parameters['note'].output_file}}");

  @TempDir Path folder;
  private Path run;
  private Scripts scripts;

  @BeforeEach
  void aRun() {
    run = folder.resolve("run");
    scripts = new Scripts(run);
  }

  private static PipelineSpec drawing() {
    return Scripts.pipeline(ROOT, DRAW, Map.of("draw", SCRIPT));
  }

  private List<String> files(String place) throws IOException {
    try (Stream<Path> all = Files.walk(run.resolve(place))) {
      return all.filter(Files::isRegularFile).map(file -> run.relativize(file).toString()).sorted().toList();
    }
  }

  @Test
  void aTaskThatRunsAgainFindsItsFolderEmpty() throws Exception {
    scripts.run(drawing(), Map.of("names", "metered fuels"));
    assertEquals(List.of("plots/fuels", "plots/metered"), files("plots"));
    scripts.run(drawing(), Map.of("names", "unmetered"));
    assertEquals(List.of("plots/unmetered"), files("plots"));
    assertEquals(List.of("steps/draw/.executor/parameters/note", "steps/draw/plots/unmetered"),
        files("steps/draw"));
  }

  @Test
  void anOutputThatIsNotWrittenIsNotThatOfTheLastRun() throws Exception {
    scripts.run(drawing(), Map.of("names", "one"));
    assertEquals(Map.of(), scripts.run(drawing(), Map.of("names", "")).artifacts());
    assertTrue(scripts.said().contains("draw: has written no plots"), scripts::said);
    assertEquals(Map.of(), scripts.run(drawing(), Map.of("names", "")).artifacts());
    assertTrue(scripts.said().contains("draw: unchanged"), scripts::said);
    Files.createDirectories(run.resolve("steps/draw/plots"));
    scripts.run(drawing(), Map.of("names", ""));
    assertFalse(scripts.said().contains("draw: unchanged"), scripts::said);
  }

  @Test
  void aParameterThatIsNotWrittenIsNotThatOfTheLastRun() throws Exception {
    scripts.run(drawing(), Map.of("names", "one"));
    var e = assertThrows(TaskFailure.class,
        () -> scripts.run(drawing(), Map.of("names", "one", "then", "quiet")));
    assertTrue(e.getMessage().startsWith("task draw failed: "), e.getMessage());
    assertEquals(List.of("steps/draw/plots/one"), files("steps/draw"));
  }

  @Test
  void aFailedAttemptLeavesItsLogAndIsRunAgain() throws Exception {
    scripts.run(drawing(), Map.of("names", "one"));
    assertThrows(TaskFailure.class, () -> scripts.run(
        drawing(), Map.of("names", "two", "then", "echo half; exit 3")));
    assertTrue(Files.readString(run.resolve("steps/draw.log")).startsWith("half\n"));
    assertFalse(Files.exists(run.resolve("steps/draw.json")));
    scripts.run(drawing(), Map.of("names", "one"));
    assertFalse(scripts.said().contains("unchanged"), scripts::said);
    scripts.run(drawing(), Map.of("names", "one"));
    assertTrue(scripts.said().contains("draw: unchanged"), scripts::said);
  }

  @Test
  void whatIsLinkedFromATasksFolderStays() throws Exception {
    Path kept = Files.writeString(Files.createDirectory(folder.resolve("kept")).resolve("own"), "mine");
    scripts.run(drawing(), Map.of("names", "one", "then", "ln -s " + kept.getParent() + " $2/link"));
    scripts.run(drawing(), Map.of("names", "two"));
    assertEquals(List.of("plots/two"), files("plots"));
    assertEquals("mine", Files.readString(kept));
  }

  /// A branch, a part in it and rounds.
  private static final String PARTS = """
      inputDefinitions: {parameters: {word: {parameterType: STRING}, items: {parameterType: LIST}}}
      dag:
        tasks:
          each:
            componentRef: {name: round}
            inputs: {parameters: {items: {componentInputParameter: items}}}
            parameterIterator: {itemInput: item, items: {inputParameter: items}}
          branch:
            componentRef: {name: branch}
            inputs: {parameters: {word: {componentInputParameter: word}}}
            triggerPolicy: {condition: "inputs.parameter_values['word'] == 'yes'"}
          behind:
            componentRef: {name: say}
            dependentTasks: [branch]
            inputs: {parameters: {word: {componentInputParameter: word}}}
      """;
  private static final String PARTS_OF = """
      say: {executorLabel: say, inputDefinitions: {parameters: {word: {parameterType: STRING}}}}
      branch:
        inputDefinitions: {parameters: {word: {parameterType: STRING}}}
        dag: {tasks: {inner: {componentRef: {name: say}, cachingOptions: {enableCache: true},
              inputs: {parameters: {word: {componentInputParameter: word}}}}}}
      round:
        inputDefinitions: {parameters: {items: {parameterType: LIST}, item: {parameterType: STRING}}}
        dag: {tasks: {inner: {componentRef: {name: say}, cachingOptions: {enableCache: true},
              inputs: {parameters: {word: {componentInputParameter: item}}}}}}
      """;

  private void parts(String word, String items) throws Exception {
    scripts.run(Scripts.pipeline(PARTS, PARTS_OF, Map.of("say",
        List.of("echo $0; [ $0 != bad ]", "{{$.inputs.parameters['word']}}"))),
        Map.of("word", word, "items", items));
  }

  @Test
  void aBranchThatIsSkippedAndARoundThatThereIsNotAnyMoreLeaveNothing() throws Exception {
    parts("yes", "[a, b, c]".replaceAll("(\\w)", "\"$1\""));
    assertTrue(Files.exists(run.resolve("steps/branch/inner.json")));
    assertTrue(Files.exists(run.resolve("steps/behind.json")));
    assertTrue(Files.exists(run.resolve("steps/each/2/inner.json")));
    parts("no", "[\"a\"]");
    assertFalse(Files.exists(run.resolve("steps/branch")));
    assertEquals(List.of("steps/each/0/inner.json", "steps/each/0/inner.log", "steps/run.html"), files("steps"));
    assertTrue(scripts.said().contains("each/0/inner: unchanged"), scripts::said);
  }

  @Test
  void whatAFailureKeepsFromRunningIsStillThereForTheNextRun() throws Exception {
    parts("yes", "[\"a\"]");
    assertThrows(TaskFailure.class, () -> parts("yes", "[\"bad\"]"));
    parts("yes", "[\"a\"]");
    assertTrue(scripts.said().contains("branch/inner: unchanged"), scripts::said);
  }
}
