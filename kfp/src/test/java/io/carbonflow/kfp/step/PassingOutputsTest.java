// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.AtomicFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where outputs go that a person gives no file.
class PassingOutputsTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  /// A list.
  @FileName("unnamed-list.txt")
  public record Listing(Path path) implements Artifact.Plain {}

  /// A report.
  @FileName("unnamed-report.txt")
  public record Report(Path path) implements Artifact.Plain {}

  /// Pictures.
  @FileName("unnamed-pictures")
  public record Pictures(Path path) implements Artifact.Plain {}

  /// Counts to a number.
  @About("Counts")
  public static final class Count implements Step<Count.In, Count.Out> {
    /// How far.
    public record In(@About("how far") Value<Integer> to) {}

    /// The numbers, and more.
    public record Out(
        @About(value = "the numbers", unnamed = Unnamed.STANDARD_OUTPUT) Output<Listing> numbers,
        @About(value = "how it went", unnamed = Unnamed.NOWHERE) Output<Report> report,
        @About(value = "pictures of them", unnamed = Unnamed.NOWHERE) Output<Pictures> pictures,
        @About("their sum") Output<Integer> sum,
        @About(value = "what only a task after this one asks for", unnamed = Unnamed.NOWHERE) Output<String> token) {}

    @Override
    public void run(In in, Out out, Context context) {
      context.console().line("counting");
      AtomicFile.write(out.numbers().get().path(), "1\n2\n");
      if (in.to().get() < 0) {
        throw new Problem(Place.of("--to"), "is behind", "go on");
      }
      AtomicFile.write(out.report().get().path(), "well");
      AtomicFile.write(out.pictures().get().path().resolve("one"), "I");
      out.sum().set(3);
      out.token().set("abc");
    }
  }

  private int count(String... args) {
    return StepMain.execute(new Count(), new Streams(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8)), args);
  }

  private String shown() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String told() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @AfterEach
  void nothingIsInTheWorkingFolder() {
    for (String name : List.of("unnamed-list.txt", "unnamed-report.txt", "unnamed-pictures")) {
      assertFalse(Files.exists(Path.of(name)), name);
    }
  }

  @Test
  void theOneThatAPersonWantsGoesToStandardOutputAndAllElseIsSaidOnStandardError() {
    assertEquals(Commands.OK, count("--to=2"));
    assertEquals("1\n2\n", shown());
    assertEquals("count: counting\nsum=3\n", told());
  }

  @Test
  void aFileThatIsNamedTakesIt() throws IOException {
    assertEquals(Commands.OK, count("--to=2", "--numbers=" + folder.resolve("n"),
        "--report=" + folder.resolve("r"), "--pictures=" + folder.resolve("p")));
    assertEquals("", shown());
    assertEquals("count: counting\nsum=3\n", told());
    assertEquals("1\n2\n", Files.readString(folder.resolve("n")));
    assertEquals("well", Files.readString(folder.resolve("r")));
    assertEquals("I", Files.readString(folder.resolve("p/one")));
  }

  @Test
  void aValueThatIsForWhoAsksForItIsNotToldToOthers() throws IOException {
    assertEquals(Commands.OK, count("--to=2", "--token=" + folder.resolve("t")));
    assertEquals("abc", Files.readString(folder.resolve("t")));
    assertEquals("1\n2\n", shown());
    assertEquals("count: counting\nsum=3\n", told());
  }

  @Test
  void aDashIsStandardOutputForAnyOtherToo() {
    assertEquals(Commands.OK, count("--to=2", "--numbers=" + folder.resolve("n"), "--report=-"));
    assertEquals("well", shown());
    assertFalse(Files.exists(Path.of("-")));
  }

  @Test
  void standardOutputTakesOneAndNoFolder() {
    assertEquals(Commands.WRONG_USE, count("--to=2", "--report=-"));
    assertTrue(told().startsWith("count: --numbers and --report both go to standard output; name a file"
        + " for one of them\n"), told());
    assertEquals(Commands.WRONG_USE,
        count("--to=2", "--numbers=" + folder.resolve("n"), "--pictures=-"));
    assertTrue(told().contains("count: --pictures: is a folder, which standard output cannot take"),
        told());
    assertEquals("", shown());
  }

  @Test
  void nothingIsShownOfAStepThatFails() {
    assertEquals(Commands.FAILED, count("--to=-1"));
    assertEquals("", shown());
    assertEquals("count: counting\ncount: --to: is behind; go on\n", told());
  }

  @Test
  void standardOutputThatTakesNothingIsAFailure() {
    var full = new PrintStream(new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException("No space left on device");
      }
    }, true, StandardCharsets.UTF_8);
    assertEquals(Commands.FAILED, StepMain.execute(new Count(),
        new Streams(full, new PrintStream(err, true, StandardCharsets.UTF_8)), "--to=2"));
    assertTrue(told().contains("standard output: did not take all of the output numbers"), told());
  }

  @Test
  void theHelpSaysWhereEachGoes() {
    assertEquals(Commands.OK, count("--help"));
    String help = shown().replaceAll("\\s+", " ");
    assertTrue(help.contains("the numbers (default: -, which is standard output)."), help);
    assertTrue(help.contains("how it went (default: nowhere)."), help);
  }
}
