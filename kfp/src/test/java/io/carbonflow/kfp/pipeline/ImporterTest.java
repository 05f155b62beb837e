// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.component.ComponentFile;
import io.carbonflow.kfp.ir.ImporterSpec;
import io.carbonflow.kfp.ir.PipelineSpec;
import io.carbonflow.kfp.ir.SpecYaml;
import io.carbonflow.kfp.sdk.Tools.Nothing;
import io.carbonflow.kfp.sdk.Tools.Rows;
import io.carbonflow.kfp.step.About;
import io.carbonflow.kfp.step.Output;
import io.carbonflow.kfp.step.Value;
import org.junit.jupiter.api.Test;

class ImporterTest {
  private static final String NAMER = """
      name: namer
      outputs: [{name: uri, type: String}]
      implementation: {container: {image: namer, args: [{outputPath: uri}]}}
      """;

  /// A text.
  record Named(@About("a URI") Output<String> uri) {}

  @About("Imports")
  private record Importing(Function<Dag, Value<String>> uri, Imports<Rows> imports)
      implements Pipeline<Nothing, Nothing> {
    @Override
    public Nothing describe(Nothing none, Dag dag) {
      dag.importer("rows", uri.apply(dag), imports);
      return none;
    }
  }

  private static PipelineSpec compiled(Function<Dag, Value<String>> uri, Imports<Rows> imports) {
    return Compiler.compile(new Importing(uri, imports), new StepImage("image", "carbonflow"));
  }

  private static PipelineSpec fixed(String uri) {
    return compiled(_ -> Value.of(uri), Imports.of(Rows.class));
  }

  @Test
  void aConstantStandsInTheImporterWithWhatIsKnownOfIt() {
    PipelineSpec spec = compiled(_ -> Value.of("s3://b/k"),
        Imports.of(Rows.class).noted().with("year", 2016).with("tags", List.of("a")));
    assertEquals(Map.of("exec-rows", new ImporterSpec(new ImporterSpec.Fixed("s3://b/k"),
        "system.Dataset", true, Map.of("year", 2016, "tags", List.of("a")))), spec.importers());
    assertEquals(spec, SpecYaml.read("p.yaml", SpecYaml.write(spec)));
  }

  @Test
  void anOutputAsUriIsRefusedBecauseTheImporterDoesNotFindIt() {
    assertEquals("pipeline importing, task rows, input uri: is the URI that is imported, and Kubeflow's"
        + " importer finds it only among the parameters of the pipeline or part around it; let it be a"
        + " parameter of the pipeline, or import it within a loop or condition",
        assertThrows(Problem.class, () -> compiled(dag -> dag.task(ComponentFile.of("n.yaml", NAMER)
            .as(Nothing.class, Named.class), new Nothing()).uri(), Imports.of(Rows.class)))
            .getMessage());
  }

  @Test
  void anItemOfALoopMayBeTheUri() {
    PipelineSpec spec = Compiler.compile(new Each(), new StepImage("image", "carbonflow"));
    assertEquals(new ImporterSpec.Given("uri"), spec.importers().get("exec-rows").uri());
  }

  @About("Imports several")
  private static final class Each implements Pipeline<Nothing, Nothing> {
    @Override
    public Nothing describe(Nothing none, Dag dag) {
      dag.forEach("each", Value.of(List.of("s3://b/1", "s3://b/2")), (round, uri) ->
          round.importer("rows", uri, Imports.of(Rows.class)));
      return none;
    }
  }

  @Test
  void whatKubeflowDoesNotImportIsRefused() {
    assertEquals("pipeline importing, task rows: imports 'rows.csv', which is no URI; write it as"
        + " s3://bucket/key or file:///path",
        assertThrows(Problem.class, () -> fixed("rows.csv")).getMessage());
    assertTrue(assertThrows(IllegalArgumentException.class, () -> compiled(_ -> Value.of("s3://b/k"),
        Imports.of(Rows.class).with("name", "{{$.inputs.parameters['x']}}"))).getMessage()
        .contains("Kubeflow does not replace there"));
  }

  @Test
  void anImporterThatTheServerRefusesIsRefusedWhenItIsRead() {
    String text = SpecYaml.write(fixed("s3://b/k"));
    assertTrue(refused(text.replace("        taskInfo:", "        triggerPolicy: {condition: 'true'}\n"
        + "        taskInfo:")).contains("is an importer and has a condition, which Kubeflow refuses"));
    assertTrue(refused(text.replace("constant: s3://b/k\n        typeSchema", "runtimeParameter: x\n"
        + "        typeSchema")).contains("there is no x"));
    assertTrue(refused(text.replace("        typeSchema:\n          schemaTitle: system.Dataset",
        "        typeSchema:\n          schemaTitle: system.Model")).contains("given system.Dataset"));
    assertTrue(refused(text.replace("      importer:\n", "      importer:\n        downloadToWorkspace:"
        + " true\n")).contains("downloadToWorkspace is not known"));
  }

  private static String refused(String text) {
    return assertThrows(Problem.class, () -> SpecYaml.read("p.yaml", text), text).getMessage();
  }
}
