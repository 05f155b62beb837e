// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;
import com.google.gson.JsonObject;
import io.carbonflow.base.json.ServerJson;
import io.carbonflow.kfp.ir.Component.ArtifactSpec;
import io.carbonflow.kfp.ir.Component.Interface;
import io.carbonflow.kfp.ir.Component.ParameterSpec;
import io.carbonflow.kfp.step.ParameterType;
import org.junit.jupiter.api.Test;

class PlaceholdersTest {
  private final TaskValues in = new TaskValues(
      new TreeMap<>(Map.of("mode", "a$1\\b", "rows", 20.0, "deep", true,
          "shards", List.of(0L, 1L))),
      Map.of("data", List.of(new StoredArtifact(
          Path.of("/in/rows.csv"), "system.Dataset", Map.of()))));
  private final Interface outputs = new Interface(
      new TreeMap<>(Map.of("score", new ParameterSpec(
          ParameterType.NUMBER_DOUBLE, Optional.empty(), false, ""))),
      new TreeMap<>(Map.of("model", new ArtifactSpec(
          "system.Model", false, Map.of("file_name", "model.bin"), ""))));
  private final JsonObject message =
      ExecutorInputs.of(in, outputs, new TaskFolder(Path.of("/run/steps/train")));
  private final Placeholders placeholders = new Placeholders(
      in.parameters(), new ServerJson(message));

  @Test
  void parametersBecomeTextAsKubeflowWritesIt() {
    assertEquals("a$1\\b", placeholders.resolve("{{$.inputs.parameters['mode']}}"));
    assertEquals("20", placeholders.resolve("{{$.inputs.parameters['rows']}}"));
    assertEquals("true", placeholders.resolve("{{$.inputs.parameters['deep']}}"));
    assertEquals("[0,1]", placeholders.resolve("{{$.inputs.parameters['shards']}}"));
  }

  @Test
  void artifactsBecomePathsOrUris() {
    assertEquals("/in/rows.csv", placeholders.resolve("{{$.inputs.artifacts['data'].path}}"));
    assertEquals("file:///in/rows.csv", placeholders.resolve("{{$.inputs.artifacts['data'].uri}}"));
    assertEquals("/run/steps/train/model.bin",
        placeholders.resolve("{{$.outputs.artifacts['model'].path}}"));
  }

  @Test
  void anOutputParameterBecomesTheFileThatTakesIt() {
    assertEquals("/run/steps/train/.executor/parameters/score",
        placeholders.resolve("{{$.outputs.parameters['score'].output_file}}"));
  }

  @Test
  void aPlaceholderMayStandInsideAText() {
    assertEquals("rows=20, deep=true", placeholders.resolve(
        "rows={{$.inputs.parameters['rows']}}, deep={{$.inputs.parameters['deep']}}"));
  }

  @Test
  void theWholeMessageIsJson() {
    assertEquals(message.toString(), placeholders.resolve("{{$}}"));
  }

  @Test
  void whatNamesNothingIsLeftForTheStepToRefuse() {
    String unknown = "{{$.inputs.parameters['gone']}} {{$.outputs.output_file}}";
    assertEquals(unknown, placeholders.resolve(unknown));
  }
}
