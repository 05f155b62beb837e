// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.kfp.step.Port;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What every step's command line does with options that are wrong, and with outputs that cannot be
/// written.
class OptionsTest {
  static final List<String> STEPS = SampleFiles.STEPS;
  @TempDir Path folder;

  @ParameterizedTest
  @FieldSource("STEPS")
  void anUnknownOptionIsWrongUse(String step) {
    SampleFiles.call(step).into(folder).run("--sed=1").isWrongUse("--sed=1");
    SampleFiles.call(step).into(folder).run("stray").isWrongUse("'stray'");
    assertEquals(0, folder.toFile().list().length);
  }

  @ParameterizedTest
  @FieldSource("STEPS")
  void anOptionGivenTwiceIsWrongUse(String step) {
    SampleFiles.call(step).into(folder).run("--threads=1", "--threads=2")
        .isWrongUse("--threads");
  }

  static Stream<Arguments> requiredOptions() {
    return STEPS.stream().flatMap(step -> SampleFiles.call(step).options().keySet().stream()
        .filter(option -> !List.of("--iterations", "--folds", "--store", "--data-2015", "--data-2016").contains(option))
        .map(option -> Arguments.of(step, option)));
  }

  @ParameterizedTest
  @MethodSource("requiredOptions")
  void aMissingInputIsWrongUse(String step, String option) {
    SampleFiles.call(step).without(option).into(folder).run().isWrongUse(option);
  }

  @ParameterizedTest
  @FieldSource("STEPS")
  void helpNamesEveryOption(String step) {
    StepOutcome outcome = StepCall.of(step).run("--help").ok();
    assertEquals("", outcome.err());
    StepCall.of(step).step().inputs().stream().map(Port::option).forEach(option ->
        assertTrue(outcome.out().contains(option), option));
    assertTrue(outcome.out().lines().allMatch(line -> line.length() <= 80), outcome.out());
  }

  static Stream<Arguments> everyOutput() {
    return STEPS.stream().flatMap(step -> StepCall.of(step).step().outputs().stream()
        .map(port -> Arguments.of(step, port.option())));
  }

  @ParameterizedTest
  @MethodSource("everyOutput")
  void anOutputThatCannotBeWrittenIsNamed(String step, String output) throws IOException {
    Path inTheWay = Files.writeString(folder.resolve("in-the-way"), "a file");
    Path out = folder.resolve("out");
    Path impossible = inTheWay.resolve("file");
    SampleFiles.call(step).into(out).with(output, impossible).run().fails(
        impossible + ": ", inTheWay + " ");
    assertEquals("a file", Files.readString(inTheWay));
    assertFalse(Files.exists(out), "it was found out too late");
  }

  @Test
  void aFolderInPlaceOfAnOutputFileIsNamed() throws IOException {
    Path folderInTheWay = Files.createDirectories(folder.resolve("merged.csv/full"));
    SampleFiles.call("merge").into(folder).run().fails(folderInTheWay.getParent() + ": ");
    assertNothingUnfinished();
  }

  @Test
  void twoOutputsInOneFileAreWrongUse() {
    Path same = folder.resolve("same");
    SampleFiles.call("merge").into(folder).with("--merged-table", same).with("--sources", same).run()
        .isWrongUse("--merged-table", "--sources", same);
    assertFalse(Files.exists(same));
  }

  @Test
  void anOutputInPlaceOfAnInputIsWrongUse() throws IOException {
    Path table = Files.copy(SampleFiles.made("merge", "merged.csv"), folder.resolve("table.csv"));
    SampleFiles.call("clean").into(folder).with("--table", table).with("--clean-rows", table).run()
        .isWrongUse("--table", "--clean-rows", table);
    assertEquals(-1, Files.mismatch(table, SampleFiles.made("merge", "merged.csv")));
  }

  @Test
  void aStackTraceIsShownWithVerboseOnly() {
    String err = SampleFiles.call("clean").with("--table", "gone.csv").into(folder).run("--verbose")
        .err();
    assertTrue(err.startsWith("clean: gone.csv: "), err);
    assertTrue(err.contains("\tat io.carbonflow."), err);
  }

  /// The words of what the tests above ask for by its place alone.
  @Test
  void eachKindOfProblemHasItsWords() throws IOException {
    StepCall merge = SampleFiles.call("merge").into(folder);
    assertEquals("merge: there is no option --sed=1; did you mean --seed?",
        merge.run("--sed=1").isWrongUse());
    assertEquals("merge: 'stray' is not expected here", merge.run("stray").isWrongUse());
    merge.run("--threads=1", "--threads=2").isWrongUse("only once");
    merge.without("--data-2015").without("--data-2016").run().isWrongUse("--data: no table is given; name tables");
    SampleFiles.call("clean").without("--table").run().isWrongUse("Missing required option: '--table=");
    Path same = folder.resolve("same");
    merge.with("--sources", same).with("--merged-table", same).run().isWrongUse(
        "--merged-table and --sources are both " + same + "; name another file for one of them");
    Path file = Files.writeString(folder.resolve("file"), "");
    merge.with("--sources", file.resolve("x")).run().fails("cannot be written", "is not a folder");
  }

  private void assertNothingUnfinished() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      assertEquals(List.of(),
          files.filter(file -> file.getFileName().toString().endsWith(".part")).toList());
    }
  }
}
