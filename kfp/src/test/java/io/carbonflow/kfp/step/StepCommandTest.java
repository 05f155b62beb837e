// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.carbonflow.base.concurrent.Workers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class StepCommandTest {
  @TempDir Path folder;
  private Path text;
  private Path words;
  private final StringWriter err = new StringWriter();
  private final Map<String, String> printed = new TreeMap<>();

  @BeforeEach
  void aText() throws Exception {
    text = Files.writeString(folder.resolve("text.txt"), "One two two three");
    words = folder.resolve("words.txt");
  }

  private int run(String... args) {
    Declaration step = Declaration.of(new CountWords());
    CommandLine line = new CommandLine(StepCommand.spec(step));
    line.setErr(new PrintWriter(err));
    line.setOut(new PrintWriter(err));
    return Commands.execute(line, parsed -> {
      try (Workers workers = new Workers(1)) {
        printed.putAll(StepCommand.invocation(step, parsed)
            .run(new Context(workers, new Silence())).parameters());
        return Commands.OK;
      }
    }, args);
  }

  private record Silence() implements Console {
    @Override
    public void line(String line) {}

    @Override
    public void progress(String what, int done, int total, String note) {}
  }

  @Test
  void inputsAndOutputsAreOptions() throws Exception {
    Path number = folder.resolve("number");
    assertEquals(Commands.OK, run("--text=" + text, "--words=" + words, "--number=" + number,
        "--compare=lower", "--least-length", "4"));
    assertEquals("three\n", Files.readString(words));
    assertEquals("1", Files.readString(number));
  }

  @Test
  void aParameterIsHandedBack() {
    assertEquals(Commands.OK, run("--text=" + text, "--words=" + words));
    assertEquals(Map.of("number", "3"), printed);
  }

  @Test
  void noOutputReplacesAnInputBehindALink() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("text.txt"));
    assertEquals(Commands.WRONG_USE, run("--text=" + text, "--words=" + link));
    assertTrue(err.toString().contains("--text and --words are both " + link), err.toString());
    assertEquals("One two two three", Files.readString(text));
  }

  @Test
  void aMissingInputIsWrongUse() {
    assertEquals(Commands.WRONG_USE, run("--words=" + words));
    assertTrue(err.toString().contains("Missing required option: '--text=PATH'"), err.toString());
  }

  @Test
  void anUnknownOptionIsWrongUseAndASimilarOneIsNamed() {
    assertEquals(Commands.WRONG_USE, run("--text=" + text, "--least-lenght=3"));
    assertEquals("count-words: there is no option --least-lenght=3; did you mean --least-length?\n"
        + "See 'count-words --help'.\n", err.toString().replace("\r", ""));
  }

  @Test
  void aValueOfAnotherTypeIsWrongUse() {
    assertEquals(Commands.WRONG_USE, run("--text=" + text, "--least-length=many"));
    assertEquals("count-words: --least-length: 'many' is not a whole number\n"
        + "See 'count-words --help'.\n", err.toString().replace("\r", ""));
  }

  @Test
  void anInputFileThatIsNotThereIsAFailure() {
    assertEquals(Commands.FAILED, run("--text=" + folder.resolve("gone.txt")));
    assertEquals("count-words: " + folder.resolve("gone.txt")
        + ": there is no such file; check the path given with --text (the text)\n", err.toString());
  }

  @Test
  void aStepThatForgetsAnOutputHasFailed() throws Exception {
    Files.writeString(text, "forget it");
    assertEquals(Commands.FAILED, run("--text=" + text, "--words=" + words));
    assertTrue(err.toString().contains("ended without writing its output words"), err.toString());
  }

  @Test
  void aStepThatRunsOutOfMemorySaysHowMuchItHadAndHowToGiveMore() throws Exception {
    Files.writeString(text, "too much");
    assertEquals(Commands.FAILED, run("--text=" + text, "--words=" + words));
    long megabytes = Runtime.getRuntime().maxMemory() >> 20;
    assertEquals("count-words: memory: the " + megabytes
        + " MB that this JVM may use are too few; raise the container's memory limit, or set"
        + " CARBONFLOW_JAVA_OPTIONS=-Xmx" + 2 * megabytes + "m\n",
        err.toString().replace("\r", ""));
  }

  @Test
  void aStackTraceIsShownOnlyWhenAskedFor() {
    run("--text=" + folder.resolve("gone.txt"));
    assertFalse(err.toString().contains("\tat "), err.toString());
    run("--text=" + folder.resolve("gone.txt"), "--verbose");
    assertTrue(err.toString().contains("\tat "), err.toString());
  }

  @Test
  void helpNamesEveryOptionWithDefaultAndRange() {
    assertEquals(Commands.OK, run("--help"));
    String help = err.toString();
    assertTrue(help.contains("Counts the words of a text."), help);
    assertTrue(help.contains("Least length of a word (from 1 to 40; default: 1)."), help);
    assertTrue(help.contains("--compare=as_is|lower"), help);
  }

  @Test
  void onKubeflowTheNotesAboutAnArtifactAreItsMetadata() throws Exception {
    Path output = folder.resolve("executor_output.json");
    JsonObject input = JsonParser.parseString("""
        {"inputs": {}, "outputs": {"outputFile": "OUT", "artifacts": {"words": {"artifacts": [
          {"name": "words-1", "uri": "s3://b/words", "type": {"schemaTitle": "system.Metrics"},
           "metadata": {}}]}}}}
        """.replace("OUT", output.toString())).getAsJsonObject();
    assertEquals(Commands.OK,
        run("--text=" + text, "--words=" + words, "--executor-input", input.toString()));
    assertEquals(JsonParser.parseString("""
        {"artifacts": {"words": {"artifacts": [
          {"name": "words-1", "type": {"schemaTitle": "system.Metrics"}, "uri": "s3://b/words",
           "metadata": {"words": 3.0}}]}}}
        """), JsonParser.parseString(Files.readString(output)));
  }

  @Test
  void anExecutorInputThatIsNotJsonIsAFailureBeforeAnythingRuns() {
    assertEquals(Commands.FAILED, run("--text=" + text, "--executor-input", "{oops"));
    assertTrue(err.toString().contains("executor input"), err.toString());
    assertFalse(Files.exists(words));
  }

  private String refusedInput(String json) {
    assertEquals(Commands.FAILED,
        run("--text=" + text, "--words=" + words, "--executor-input", json));
    assertFalse(Files.exists(words));
    return err.toString();
  }

  @Test
  void anExecutorInputThatLacksAnOutputIsAFailureBeforeAnythingRuns() {
    String refused = refusedInput("""
        {"outputs": {"outputFile": "o.json", "artifacts": {"words": {"artifacts": []}}}}""");
    assertTrue(refused.contains("--executor-input: has no output artifact words"), refused);
  }

  @Test
  void anExecutorInputOfAnotherShapeIsAFailureBeforeAnythingRuns() {
    for (String json : new String[] {"[]", "{}", "{\"outputs\": null}", "{\"outputs\": \"x\"}",
        "{\"outputs\": {\"outputFile\": []}}", "{\"outputs\": {\"outputFile\": \"o\"}} {}"}) {
      assertTrue(refusedInput(json).contains("is not Kubeflow's executor input"), json);
    }
  }

  @Test
  void anOutputWhosePlaceholderNobodyReplacedIsWrongUse() {
    assertEquals(Commands.WRONG_USE,
        run("--text=" + text, "--words={{$.outputs.artifacts['words'].path}}"));
    assertTrue(err.toString().contains("is a placeholder that nobody replaced"), err.toString());
  }
}
