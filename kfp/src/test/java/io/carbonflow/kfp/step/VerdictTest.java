// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.step;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;
import io.carbonflow.base.file.AtomicFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A step that judges does its work whatever it finds; how its command ends depends on who asked.
class VerdictTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private Path page;

  /// A page.
  @FileName("page.txt")
  public record Page(Path path) implements Artifact.Plain {}

  /// Judges a number.
  @About("Judges a number")
  public static final class Judge implements Step<Judge.In, Judge.Out> {
    /// A number.
    public record In(@About("a number") Value<Integer> number) {}

    /// Whether it is even, with a reason.
    public record Out(
        @About("why") Output<Page> page,
        @About(value = "whether it is even", verdict = true) Output<Boolean> even,
        @About("whether it is less than zero") Output<Boolean> negative) {}

    @Override
    public void run(In in, Out out, Context context) {
      AtomicFile.write(out.page().get().path(), "a page");
      out.even().set(in.number().get() % 2 == 0);
      out.negative().set(in.number().get() < 0);
    }
  }

  @BeforeEach
  void aPage() {
    page = folder.resolve("page.txt");
  }

  private int judge(int number, String... more) {
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    String[] args = Stream.concat(Stream.of(
        "--number=" + number, "--page=" + page), Arrays.stream(more))
        .toArray(String[]::new);
    return StepMain.execute(new Judge(), new Streams(stream, stream), args);
  }

  @Test
  void aGoodVerdictEndsWellWhateverTheOtherOutputsAre() {
    assertEquals(Commands.OK, judge(4));
    assertEquals("even=true\nnegative=false\n", out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void aBadVerdictEndsAPersonsCommandAsFailedAfterTheOutputsAreWritten() throws Exception {
    assertEquals(Commands.FAILED, judge(3));
    assertEquals("a page", Files.readString(page));
  }

  @Test
  void itDoesSoEvenIfTheVerdictGoesToAFile() throws Exception {
    Path even = folder.resolve("even");
    assertEquals(Commands.FAILED, judge(3, "--even=" + even));
    assertEquals("false", Files.readString(even));
    assertEquals("negative=false\n", out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void aTaskEndsWellForItsPipelineActsOnTheVerdict() {
    assertEquals(Commands.OK, judge(3, "--executor-input", """
        {"outputs": {"outputFile": "%s", "artifacts": {"page": {"artifacts": [
        {"name": "page", "uri": "s3://b/page", "metadata": {}}]}}}}
        """.formatted(folder.resolve("output.json"))));
  }
}
