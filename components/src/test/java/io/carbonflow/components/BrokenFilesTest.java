// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every input file of every step, broken in every way: one line that names the file, and no output.
class BrokenFilesTest {
  @TempDir Path folder;

  /// A way of breaking a file.
  enum Broken {
    MISSING {
      @Override
      void make(Path file, byte[] whole) {}
    },
    EMPTY {
      @Override
      void make(Path file, byte[] whole) throws IOException {
        Files.createFile(file);
      }
    },
    A_FOLDER {
      @Override
      void make(Path file, byte[] whole) throws IOException {
        Files.createDirectory(file);
      }
    },
    A_WEB_PAGE {
      @Override
      void make(Path file, byte[] whole) throws IOException {
        Files.writeString(file, "<!DOCTYPE html>\n<title>403 Forbidden</title>\n");
      }
    },
    CUT_OFF {
      @Override
      void make(Path file, byte[] whole) throws IOException {
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
      }
    },
    OTHERWISE_ENCODED {
      @Override
      void make(Path file, byte[] whole) throws IOException {
        // UTF-16 is read where tables are; this begins with the same two bytes.
        Files.write(file, new String(whole, StandardCharsets.ISO_8859_1)
            .getBytes(Charset.forName("X-UTF-32LE-BOM")));
      }
    },
    WITH_A_BYTE_OF_LATIN_1 {
      @Override
      void make(Path file, byte[] whole) throws IOException {
        byte[] changed = whole.clone();
        changed[changed.length / 3] = (byte) 0xE9;
        Files.write(file, changed);
      }
    };

    abstract void make(Path file, byte[] whole) throws IOException;
  }

  static Stream<Arguments> everyFileInEveryWay() {
    return SampleFiles.STEPS.stream().flatMap(step -> files(step).stream().flatMap(option ->
        Arrays.stream(Broken.values())
            .filter(broken -> broken != Broken.WITH_A_BYTE_OF_LATIN_1 || isSealedOrText(option))
            .map(broken -> Arguments.of(step, option, broken))));
  }

  /// Any byte may stand in the middle of a number of a `model.bin`, which has no seal.
  private static boolean isSealedOrText(String option) {
    return !option.endsWith("-model");
  }

  private static List<String> files(String step) {
    return switch (step) {
      case "merge" -> List.of("--data-2015", "--data-2016");
      case "infer", "monitor" -> List.of("--rows");
      default -> StepCall.of(step).files();
    };
  }

  @ParameterizedTest(name = "{0} {1} is {2}")
  @MethodSource("everyFileInEveryWay")
  void aBrokenFileIsNamed(String step, String option, Broken broken) throws IOException {
    StepCall call = SampleFiles.call(step);
    Path whole = Path.of(call.options().get(option));
    Path file = folder.resolve(whole.getFileName());
    broken.make(file, Files.readAllBytes(whole));
    Path out = folder.resolve("out");

    String message = call.with(option, file).into(out).run().fails();

    assertTrue(message.startsWith(step + ": " + file), message);
    assertTrue(message.contains("; "), "no remedy: " + message);
    assertFalse(Files.exists(out), "something was written");
  }
}
