// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import com.google.gson.JsonParser;
import io.carbonflow.base.concurrent.Workers;
import io.carbonflow.kfp.pipeline.PipelineDeclaration;
import io.carbonflow.kfp.run.Squares;
import io.carbonflow.kfp.step.Console;
import io.carbonflow.kfp.step.Context;
import io.carbonflow.kfp.step.Declaration;
import io.carbonflow.kfp.step.StepCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// A whole pipeline started as the container of a task starts it.
class WholePipelineTest {
  @TempDir Path folder;
  private final Declaration squares = WholePipeline
      .programs("carbonflow", Declaration.all(), List.of(PipelineDeclaration.of(new Squares())))
      .get(List.of("carbonflow", "run", "squares"));
  private final List<String> told = new ArrayList<>();

  private void run(String numbers) throws Exception {
    String executorInput = """
        {"inputs": {}, "outputs": {"outputFile": "%s", "artifacts": {"sum": {"artifacts": [
        {"name": "sum", "type": {"schemaTitle": "system.Metrics"}, "uri": "s3://b/sum"}]}}}}
        """.formatted(folder.resolve("executor_output.json"));
    var parsed = new CommandLine(StepCommand.spec(squares)).parseArgs(
        "--numbers", numbers, "--factor", "1", "--journal", folder.resolve("journal").toString(),
        "--sum", folder.resolve("out/sum").toString(),
        "--total", folder.resolve("out/total").toString(), "--executor-input", executorInput);
    try (Workers workers = new Workers(1)) {
      StepCommand.invocation(squares, parsed).run(new Context(workers, new Console() {
        @Override
        public void line(String text) {
          told.add(text);
        }

        @Override
        public void progress(String what, int done, int total, String note) {}
      }));
    }
  }

  @Test
  void itsResultsAreTheTasksOutputsWithTheirMetadata() throws Exception {
    run("[3, 1]");
    assertEquals("3² 1² = 10", Files.readString(folder.resolve("out/sum")));
    assertEquals("10", Files.readString(folder.resolve("out/total")));
    var output = JsonParser.parseString(
        Files.readString(folder.resolve("executor_output.json"))).getAsJsonObject();
    var sum = output.getAsJsonObject("artifacts").getAsJsonObject("sum")
        .getAsJsonArray("artifacts").get(0).getAsJsonObject();
    assertEquals(10, sum.getAsJsonObject("metadata").get("sum").getAsInt());
    assertEquals("s3://b/sum", sum.get("uri").getAsString());
  }

  @Test
  void itTellsOfEachTaskByName() throws Exception {
    run("[1]");
    assertTrue(told.contains("too-large: skipped, its condition does not hold"),
        told.toString());
  }

  @Test
  void nothingIsLeftInTheTemporaryFolder() throws Exception {
    Set<Path> before = temporary();
    run("[1]");
    assertEquals(before, temporary());
    assertFalse(Files.exists(Path.of("sum.txt")));
  }

  private static Set<Path> temporary() throws Exception {
    try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.filter(f -> f.getFileName().toString().startsWith("carbonflow-run-"))
          .collect(java.util.stream.Collectors.toSet());
    }
  }
}
