// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.kfp.ir.SpecYaml;
import io.carbonflow.kfp.pipeline.Compiler;
import io.carbonflow.kfp.pipeline.StepImage;
import io.carbonflow.kfp.run.Words;
import io.carbonflow.kfp.step.Commands;
import io.carbonflow.kfp.step.Streams;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `run FILE.yaml`, as the program's command line has it.
class PipelineFileTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Path pipeline;
  private Path run;

  @BeforeEach
  void aCompiledPipeline() throws Exception {
    pipeline = Files.writeString(folder.resolve("words.yaml"),
        SpecYaml.write(Compiler.compile(new Words(), new StepImage("example/words:1", "carbonflow"))));
    run = folder.resolve("run");
    Files.writeString(folder.resolve("word.txt"), "ab");
  }

  private int run(String... args) {
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    List<String> words = new ArrayList<>(List.of("run"));
    words.addAll(List.of(args));
    return Carbonflow.execute(new Streams(stream, stream), words.toArray(String[]::new));
  }

  private String refused(int exit, String... args) {
    assertEquals(exit, run(args), err::toString);
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aCompiledPipelineRunsFromItsFile() throws Exception {
    assertEquals(Commands.OK, run(pipeline.toString(), "--output=" + run,
        "--param", "source=" + folder.resolve("word.txt"), "--param=times=1"), err::toString);
    assertEquals("ab+ababab/2", Files.readString(run.resolve("text.txt")));
  }

  @Test
  void itsParametersAreCheckedAgainstTheFileBeforeAnythingRuns() {
    assertTrue(refused(Commands.WRONG_USE, pipeline.toString(), "--output=" + run, "--param=sauce=x")
        .contains("pipeline words, parameter sauce: is not a parameter of it;"
            + " its parameters are source, times"));
    assertTrue(refused(Commands.WRONG_USE, pipeline.toString(), "--output=" + run,
        "--param=source=x", "--param=times=often").contains("'often' is not a whole number"));
    assertTrue(refused(Commands.WRONG_USE, pipeline.toString(), "--output=" + run)
        .contains("parameter source: has no default and no value"));
    assertFalse(Files.exists(run));
  }

  @Test
  void itsParametersAreOptionsWithHelp() throws Exception {
    assertEquals(Commands.OK, run(pipeline.toString(), "--output=" + run,
        "--source=" + folder.resolve("word.txt"), "--times", "1"), err::toString);
    assertEquals("ab+ababab/2", Files.readString(run.resolve("text.txt")));
    err.reset();
    assertEquals(Commands.OK, run(pipeline.toString(), "--help"));
    String help = err.toString(StandardCharsets.UTF_8);
    assertTrue(help.contains("--times=N"), help);
    assertTrue(help.contains("how often it is repeated (default: 2)."), help);
  }

  @Test
  void aParameterThatIsCalledLikeAnOptionOfRunIsGivenByItsName() throws Exception {
    Path other = Files.writeString(folder.resolve("other.yaml"), Files.readString(pipeline)
        .replace("      times:\n        defaultValue", "      threads:\n        defaultValue")
        .replace("componentInputParameter: times", "componentInputParameter: threads"));
    assertEquals(Commands.OK, run(other.toString(), "--output=" + run, "--threads=2",
        "--source=" + folder.resolve("word.txt"), "--param=threads=1"), err::toString);
    assertEquals("ab+ababab/2", Files.readString(run.resolve("text.txt")));
  }

  @Test
  void aFaultOfAFileIsReportedBeforeAFaultOfItsOptions() throws Exception {
    Files.writeString(pipeline, "schemaVersion: 9.9.9\n");
    String told = refused(Commands.WRONG_USE, pipeline.toString(), "--times=1", "--source=x");
    assertTrue(told.contains("has schema version 9.9.9"), told);
  }

  @Test
  void aParameterWithoutAValueIsWrongUse() {
    assertTrue(refused(Commands.WRONG_USE, pipeline.toString(), "--param=times")
        .contains("--param: 'times' is not of the form NAME=VALUE"));
  }

  @Test
  void whatIsNeitherAPipelineNorAFileIsWrongUse() {
    assertTrue(refused(Commands.WRONG_USE, "trainig")
        .contains("there is no pipeline trainig: inference, monitoring, training, "));
    assertTrue(refused(Commands.WRONG_USE, folder + "/gone.yaml").contains("there is no such file"));
  }

  @Test
  void theParametersOfANamedPipelineMayBeGivenByNameToo() {
    assertTrue(refused(Commands.WRONG_USE, "training", "--data-2015=a", "--param=data_2016=b",
        "--output=" + run, "--param=hyperopt_iterations=0")
        .contains("--hyperopt-iterations: 0 is not from 1 to 100000"));
    assertTrue(refused(Commands.WRONG_USE, "training", "--param=data=", "--output=" + run)
        .contains("--data: no table is given; name tables or a folder with tables"));
    assertTrue(refused(Commands.WRONG_USE, "inference")
        .contains("Missing required option: '--rows', the tables of rows to predict"));
  }
}
