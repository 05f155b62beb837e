// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.kfp.step.ParameterType;
import io.carbonflow.kfp.step.Port;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a step's command line says of a value that is none: which option, which value, and what
/// would be one, as the option's declaration has it.
class OptionValuesTest {
  @TempDir Path folder;

  /// What can be wrong with a value.
  enum Wrong {
    NO_WHOLE_NUMBER, OUT_OF_RANGE, NO_CHOICE, NO_TRUTH, PLACEHOLDER, NO_FILE,
    /// It has a form of its own, or a store takes no such name; the type that has it is tested.
    NO_SUCH_FORM,
    /// It is missing.
    NO_VALUE;

    /// What a message of it holds besides the option, from the declaration.
    Stream<String> parts(Optional<Port> port, String value) {
      return switch (this) {
        case NO_WHOLE_NUMBER ->
            Stream.of("'" + value + "'", ParameterType.NUMBER_INTEGER.words());
        case OUT_OF_RANGE -> Stream.of(" " + new BigDecimal(value).toPlainString() + " ",
            port.orElseThrow().range());
        case NO_CHOICE -> Stream.concat(Stream.of("'" + value + "'"), choices(port).stream());
        case NO_TRUTH -> Stream.of("'" + value + "'", "true", "false");
        case PLACEHOLDER -> Stream.of("'" + value + "'", "placeholder");
        case NO_FILE -> Stream.of("no file");
        case NO_SUCH_FORM -> Stream.of(value.substring(value.lastIndexOf('=') + 1));
        case NO_VALUE -> Stream.of();
      };
    }

    private static List<String> choices(Optional<Port> port) {
      return ParameterType.choices(((Port.Kind.Parameter) port.orElseThrow().kind()).java());
    }
  }

  private String refused(String step, String argument) {
    String option = argument.replaceAll("=.*", "");
    String message = SampleFiles.call(step).into(folder).without(option).run(argument)
        .isWrongUse(option);
    assertEquals(0, folder.toFile().list().length, "something was done before");
    return message;
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      merge      | --seed=one                | NO_WHOLE_NUMBER
      merge      | --seed=1.5                | NO_WHOLE_NUMBER
      merge      | --seed=                   | NO_WHOLE_NUMBER
      merge      | --seed=9223372036854775808 | NO_WHOLE_NUMBER
      merge      | --split-seed=one          | NO_WHOLE_NUMBER
      merge      | --threads=0               | NO_WHOLE_NUMBER
      merge      | --threads=two             | NO_WHOLE_NUMBER
      merge      | --verbose=perhaps         | NO_SUCH_FORM
      prepare    | --features=all            | NO_CHOICE
      prepare    | --features=METERED        | NO_CHOICE
      train-svm  | --search=best             | NO_CHOICE
      train-svm  | --iterations=0            | OUT_OF_RANGE
      train-svm  | --iterations=-3           | OUT_OF_RANGE
      train-svm  | --iterations=1000000000   | OUT_OF_RANGE
      train-svm  | --iterations=1e3          | NO_WHOLE_NUMBER
      train-svm  | --iterations=٥            | NO_WHOLE_NUMBER
      train-svm  | --iterations=1e99         | NO_WHOLE_NUMBER
      train-svm  | --folds=1                 | OUT_OF_RANGE
      train-svm  | --folds=21                | OUT_OF_RANGE
      train-svm  | --halving=yes             | NO_TRUTH
      train-svm  | --halving                 | NO_VALUE
      train-svm  | --seed={{$.inputs.parameters['seed']}} | PLACEHOLDER
      clean      | --table={{$.inputs.artifacts['table'].path}} | PLACEHOLDER
      clean      | --table=                  | NO_FILE
      clean      | --clean-rows=             | NO_FILE
      train-best | --seed=x                  | NO_WHOLE_NUMBER
      publish    | --gate=0.5                | NO_SUCH_FORM
      monitor    | --alarm-rate=0            | OUT_OF_RANGE
      monitor    | --tolerance=r2            | NO_SUCH_FORM
      monitor    | --tolerance=r2=-1         | NO_SUCH_FORM
      monitor    | --retrain=always          | NO_CHOICE
      infer      | --level=1                 | OUT_OF_RANGE
      publish    | --bucket=No/Such          | NO_SUCH_FORM
      publish    | --verdict-key=../x        | NO_SUCH_FORM
      """, quoteCharacter = '\0')
  void aValueThatIsNoneIsWrongUse(String step, String argument, Wrong wrong) {
    String message = refused(step, argument);
    String[] parts = argument.split("=", 2);
    Optional<Port> port = StepCall.of(step).step().inputs().stream()
        .filter(one -> one.option().equals(parts[0])).findFirst();
    wrong.parts(port, parts.length == 1 ? "" : parts[1])
        .forEach(part -> assertTrue(message.contains(part), () -> "no " + part + " in " + message));
  }

  /// The words, once for each kind; a value's place comes first, so that scripts can cut it off.
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      merge     | --seed=one      | --seed: 'one' is not a whole number
      train-svm | --folds=21      | --folds: 21 is not from 2 to 20
      train-svm | --search=best   | --search: 'best' is not one of random, grid, tpe
      train-svm | --halving=yes   | --halving: 'yes' is neither true nor false
      train-svm | --seed={{$.x}}  | --seed: '{{$.x}}' is a placeholder that nobody replaced
      clean     | --table=        | --table: names no file
      """, quoteCharacter = '\0')
  void eachKindHasItsWords(String step, String argument, String message) {
    assertEquals(step + ": " + message, refused(step, argument));
  }
}
