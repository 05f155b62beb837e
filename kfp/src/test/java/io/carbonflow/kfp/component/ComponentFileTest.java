// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.sdk.Tools.Nothing;
import io.carbonflow.kfp.sdk.Tools.Rows;
import io.carbonflow.kfp.ir.Component;
import io.carbonflow.kfp.step.About;
import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.FileName;
import io.carbonflow.kfp.step.Output;
import io.carbonflow.kfp.step.ParameterType;
import io.carbonflow.kfp.step.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Component files of others, in the two forms that the SDK reads.
class ComponentFileTest {
  private static final String BRIEF = """
      name: Train Model
      description: learns
      inputs:
      - {name: Rows, type: Dataset}
      - {name: Learning Rate, type: Float, default: '0.5'}
      - {name: note, type: String, optional: true}
      - {name: sizes, type: 'List[int]', default: '[1, 2]'}
      outputs:
      - {name: model, type: Model}
      - {name: score, type: Float}
      implementation:
        container:
          image: registry.example/learn:1
          command: [learn]
          args:
          - --rows
          - {inputPath: Rows}
          - {concat: ['--rate=', {inputValue: Learning Rate}]}
          - if:
              cond: {isPresent: note}
              then: [--note, {inputValue: note}]
              else: [--silent]
          - {outputPath: model}
          - {outputPath: score}
          - {executorInput: null}
      """;
  @TempDir Path folder;

  /// What has to be given.
  record In(@About("rows") Value<Rows> rows) {}

  /// All that can be given.
  record Noted(@About("rows") Value<Rows> rows, @About("a note") Value<String> note) {}

  /// A model.
  @FileName("model.bin")
  record Fitted(Path path) implements Artifact.Model {}

  /// What is taken of it.
  record Out(@About("the model") Output<Fitted> model, @About("a score") Output<Double> score) {}

  private final ComponentFile file = ComponentFile.of("train.yaml", BRIEF);

  @Test
  void theShortFormIsReadAsTheSdkReadsIt() {
    assertEquals("train-model", file.name());
    assertEquals(Set.of("learning_rate", "note", "sizes"), file.takes().parameters().keySet());
    assertEquals(Optional.of(0.5), file.takes().parameters().get("learning_rate").orElse());
    assertEquals(ParameterType.LIST, file.takes().parameters().get("sizes").type());
    assertTrue(file.takes().parameters().get("note").optional());
    assertEquals("system.Model", file.gives().artifacts().get("model").schemaTitle());
  }

  @Test
  void wordsAreChosenAndPutTogetherHereBecauseTheDriverDoesNot() {
    assertEquals(List.of("--rows", "{{$.inputs.artifacts['rows'].path}}",
        "--rate={{$.inputs.parameters['learning_rate']}}", "--silent",
        "{{$.outputs.artifacts['model'].path}}", "{{$.outputs.parameters['score'].output_file}}",
        "{{$}}"), file.as(In.class, Out.class).container().args());
    assertTrue(file.as(Noted.class, Nothing.class).container().args()
        .containsAll(List.of("--note", "{{$.inputs.parameters['note']}}")));
  }

  @Test
  void aFileIsReadFromItsPath() throws Exception {
    Path path = Files.writeString(folder.resolve("train.yaml"), BRIEF);
    assertEquals("train-model", ComponentFile.read(path).name());
    assertTrue(assertThrows(Problem.class, () -> ComponentFile.read(folder.resolve("gone.yaml")))
        .getMessage().contains("there is no such file"));
  }

  @Test
  void theFormThatTheSdkCompilesAComponentToIsRead() throws Exception {
    try (InputStream in = getClass().getResourceAsStream("/sdk/component-write.yaml")) {
      var write = ComponentFile.of("write.yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
      assertEquals("write", write.name());
      assertEquals(List.of("sh", "-c", "write \"$@\""), write.as(
          io.carbonflow.kfp.sdk.Tools.Write.class, io.carbonflow.kfp.sdk.Tools.Written.class)
          .container().command());
    }
  }

  @Test
  void aPipelineOfSeveralTasksIsNoComponent() throws Exception {
    try (InputStream in = getClass().getResourceAsStream("/sdk/container-task.yaml")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertEquals("p.yaml: is a pipeline of 2 tasks, no component; import the components that it"
          + " consists of", refused(() -> ComponentFile.of("p.yaml", text)));
    }
  }

  /// One name too many.
  record Misnamed(@About("rows") Value<Rows> rows, @About("a rate") Value<Double> rate) {}

  /// A parameter of another type.
  record Mistyped(@About("rows") Value<Rows> rows, @About("a note") Value<Integer> note) {}

  /// An artifact of another type.
  record Other(@About("rows") Value<Fitted> rows) {}

  /// A parameter as an output that is an artifact.
  record Swapped(@About("a model") Output<String> model) {}

  @Test
  void recordsThatDoNotFitAreRefusedWithTheirPlace() {
    assertEquals("train.yaml, input rate: is in Misnamed, but not in the file; there is"
        + " learning_rate, note, rows, sizes", refused(() -> file.as(Misnamed.class, Out.class)));
    assertEquals("train.yaml, input note: is STRING in the file, but in Mistyped NUMBER_INTEGER;"
        + " declare it as the file does", refused(() -> file.as(Mistyped.class, Out.class)));
    assertEquals("train.yaml, input rows: is system.Dataset in the file, but in Other system.Model;"
        + " declare it as the file does", refused(() -> file.as(Other.class, Out.class)));
    assertEquals("train.yaml, output model: is system.Model in the file, but in Swapped STRING;"
        + " declare it as the file does", refused(() -> file.as(In.class, Swapped.class)));
    assertEquals("train.yaml, input rows: has to be given, and Nothing has none of that name;"
        + " add it there", refused(() -> file.as(Nothing.class, Out.class)));
  }

  @Test
  void whatTheFormDoesNotHaveIsRefusedWithItsField() {
    String remedy = "; write it as Kubeflow's SDK reads components";
    assertEquals("t.yaml: field implementation.container.args[1].inputPath is 'Rwos', which is no"
        + " artifact on this side; there is rows" + remedy, refused("inputPath: Rows", "inputPath: Rwos"));
    assertEquals("t.yaml: field implementation.container.args[1] has the placeholder inputPaht, which"
        + " is unknown" + remedy, refused("inputPath: Rows", "inputPaht: Rows"));
    assertEquals("t.yaml: field inputs[1] is an artifact that may be left out, which no task of a"
        + " pipeline here can do" + remedy, refused("type: Float, default", "type: Dataset, default"));
    assertTrue(refused("default: '0.5'", "default: half").contains("inputs[1].default does not hold"));
    assertTrue(refused("command: [learn]", "comand: [learn]").contains("comand is not known"));
  }

  private String refused(String old, String other) {
    return refused(() -> ComponentFile.of("t.yaml", BRIEF.replace(old, other)));
  }

  private static String refused(org.junit.jupiter.api.function.Executable work) {
    return assertThrows(Problem.class, work).getMessage();
  }

  @Test
  void aDefaultThatIsNullIsNone() {
    Component.Interface takes = ComponentFile.of("t.yaml", BRIEF
        .replace("type: Dataset", "type: Dataset, default: null").replace("default: '0.5'", "default:")).takes();
    assertEquals(Optional.empty(), takes.parameters().get("learning_rate").orElse());
    assertEquals(Set.of("rows"), takes.artifacts().keySet());
  }
}
