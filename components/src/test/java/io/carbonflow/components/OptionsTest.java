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
import org.junit.jupiter.params.provider.CsvSource;
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
    SampleFiles.call(step).into(folder).run("--sed=1").isWrongUse("there is no option --sed=1");
    SampleFiles.call(step).into(folder).run("stray").isWrongUse("'stray' belongs to no option");
    assertEquals(0, folder.toFile().list().length);
  }

  @ParameterizedTest
  @FieldSource("STEPS")
  void anOptionGivenTwiceIsWrongUse(String step) {
    SampleFiles.call(step).into(folder).run("--threads=1", "--threads=2")
        .isWrongUse("--threads", "only once");
  }

  static Stream<Arguments> requiredOptions() {
    return STEPS.stream().flatMap(step -> SampleFiles.call(step).options().keySet().stream()
        .filter(option -> !List.of("--iterations", "--folds", "--store").contains(option))
        .map(option -> Arguments.of(step, option)));
  }

  @ParameterizedTest
  @MethodSource("requiredOptions")
  void aMissingInputIsWrongUse(String step, String option) {
    SampleFiles.call(step).without(option).into(folder).run().isWrongUse("Missing", option);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      merge      | --seed=one        | --seed: 'one' is not a whole number
      merge      | --seed=1.5        | --seed: '1.5' is not a whole number
      merge      | --seed=           | --seed: '' is not a whole number
      merge      | --seed=9223372036854775808 | '9223372036854775808' is not a whole number
      merge      | --split-seed=one  | --split-seed: 'one' is not a whole number
      merge      | --threads=0       | --threads: '0' is not a whole number from 1
      merge      | --threads=two     | --threads: 'two' is not a whole number from 1
      merge      | --verbose=perhaps | --verbose
      prepare    | --features=all    | --features: 'all' is none of metered, unmetered
      prepare    | --features=METERED | --features: 'METERED' is none of metered, unmetered
      train-svm  | --search=best     | --search: 'best' is none of random, grid, tpe
      train-svm  | --iterations=0    | --iterations: 0 is not from 1 to 100000
      train-svm  | --iterations=-3   | --iterations: -3 is not from 1 to 100000
      train-svm  | --iterations=1e9  | --iterations: 1000000000 is not from 1 to 100000
      train-svm  | --iterations=1e99 | --iterations: '1e99' is not a whole number
      train-svm  | --folds=1         | --folds: 1 is not from 2 to 20
      train-svm  | --folds=21        | --folds: 21 is not from 2 to 20
      train-svm  | --halving=yes     | --halving: 'yes' is neither true nor false
      train-svm  | --halving         | --halving
      train-svm  | --seed={{$.inputs.parameters['seed']}} | is a placeholder that nobody replaced
      clean      | --table=          | --table: names no file
      clean      | --clean-rows=     | --clean-rows: names no file
      train-best | --seed=x          | --seed: 'x' is not a whole number
      publish    | --gate=0.5        | --gate: '0.5' is not a gate such as floor=
      monitor    | --alarm-rate=0    | --alarm-rate: 0 is not from 0.002 to 0.5
      monitor    | --tolerance=r2    | --tolerance: 'r2' is not a tolerance such as r2=
      monitor    | --tolerance=r2=-1 | '-1' is not a number from 0 to 10
      monitor    | --retrain=always  | --retrain: 'always' is none of scores, drift, either, never
      infer      | --level=1         | --level: 1 is not from 0.01 to 0.999
      publish    | --bucket=No/Such  | --bucket
      publish    | --verdict-key=../x | --verdict-key
      """, quoteCharacter = '\0')
  void aValueThatIsNoneIsWrongUse(String step, String argument, String message) {
    String option = argument.replaceAll("=.*", "");
    SampleFiles.call(step).into(folder).without(option).run(argument).isWrongUse(message);
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
        impossible, "cannot be written", inTheWay + " is not a folder");
    assertEquals("a file", Files.readString(inTheWay));
    assertFalse(Files.exists(out), "it was found out too late");
  }

  @Test
  void aFolderInThePlaceOfAnOutputFileIsNamed() throws IOException {
    Path folderInTheWay = Files.createDirectories(folder.resolve("merged.csv/full"));
    SampleFiles.call("merge").into(folder).run()
        .fails(folderInTheWay.getParent(), "cannot be written", "is a folder");
    assertNothingUnfinished();
  }

  @Test
  void twoOutputsInOneFileAreWrongUse() {
    Path same = folder.resolve("same");
    SampleFiles.call("merge").into(folder).with("--merged-table", same).with("--sources", same).run()
        .isWrongUse("--merged-table and --sources", same, "other");
    assertFalse(Files.exists(same));
  }

  @Test
  void anOutputInThePlaceOfAnInputIsWrongUse() throws IOException {
    Path table = Files.copy(SampleFiles.made("merge", "merged.csv"), folder.resolve("table.csv"));
    SampleFiles.call("clean").into(folder).with("--table", table).with("--clean-rows", table).run()
        .isWrongUse("--table and --clean-rows", table, "other");
    assertEquals(-1, Files.mismatch(table, SampleFiles.made("merge", "merged.csv")));
  }

  @Test
  void aStackTraceIsShownWithVerboseOnly() {
    String err = SampleFiles.call("clean").with("--table", "gone.csv").into(folder).run("--verbose")
        .err();
    assertTrue(err.startsWith("clean: gone.csv: there is no such file"), err);
    assertTrue(err.contains("\tat io.carbonflow."), err);
  }

  private void assertNothingUnfinished() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      assertEquals(List.of(),
          files.filter(file -> file.getFileName().toString().endsWith(".part")).toList());
    }
  }
}
