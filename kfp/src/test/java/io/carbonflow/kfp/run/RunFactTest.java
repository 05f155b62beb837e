// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.concurrent.Workers;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.ir.PipelineSpec;
import io.carbonflow.kfp.ir.SpecYaml;
import io.carbonflow.kfp.pipeline.Compiler;
import io.carbonflow.kfp.pipeline.StepImage;
import io.carbonflow.kfp.step.Console;
import io.carbonflow.kfp.step.Declaration;
import io.carbonflow.kfp.whole.WholePipeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A task that is told what its run is called, from the text that Kubeflow would get.
class RunFactTest {
  @TempDir Path folder;
  private final String text = SpecYaml.write(Compiler.compile(new Signed(), new StepImage("example/signed:1", "carbonflow")));

  private static final class Silent implements Console {
    @Override
    public void line(String text) {}

    @Override
    public void progress(String what, int done, int total, String note) {}
  }

  private String signature(String run) throws Exception {
    PipelineSpec pipeline = SpecYaml.read("signed.yaml", text);
    try (Workers workers = new Workers(1)) {
      return (String) new LocalRunner(
          new JvmLauncher(WholePipeline.programs("carbonflow", Declaration.all(), List.of()), workers),
          _ -> new Silent()).run(pipeline, Map.of(), folder.resolve(run), true)
          .parameters().get("signature");
    }
  }

  @Test
  void kubeflowFindsItsPlaceholdersAsWholeConstants() {
    for (String placeholder : List.of("{{$.pipeline_job_name}}", "{{$.pipeline_job_uuid}}")) {
      assertTrue(text.lines().anyMatch(line -> line.strip().equals(
          "constant: '" + placeholder + "'")), text);
    }
    assertEquals(Compiler.compile(new Signed(), new StepImage("example/signed:1", "carbonflow")),
        SpecYaml.read("signed.yaml", text));
  }

  @Test
  void onThisMachineARunIsCalledAsItsFolder() throws Exception {
    String first = signature("nightly");
    assertTrue(first.matches("nightly [0-9a-f]{8}-[0-9a-f-]{27}"), first);
    assertEquals(first, signature("nightly"));
    assertNotEquals(first.split(" ")[1], signature("weekly").split(" ")[1]);
  }

  @Test
  void whatARunIsCalledIsAText() {
    String wrong = text.replaceAll("id:\n(\\s+)description: its id\n\\s+parameterType: STRING",
        "id:\n$1description: its id\n$1parameterType: NUMBER_INTEGER");
    assertNotEquals(text, wrong);
    var problem = assertThrows(Problem.class, () -> SpecYaml.read("signed.yaml", wrong));
    assertTrue(problem.getMessage().contains(
        "task sign, input id: takes NUMBER_INTEGER, but is given STRING"), problem.getMessage());
  }
}
