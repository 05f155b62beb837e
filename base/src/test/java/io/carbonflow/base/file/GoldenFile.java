// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;

/// A page, or another text for people, that is kept in `src/test/resources` as it is to be. There is
/// one for each kind of page; all else is tested by what a page is made from. Where a change of it is
/// meant, the file is written again by running its test with a property, and then read and committed:
///
/// ```sh
/// ./mvnw -pl components -am test -Dtest='*Page*Test' -Dgolden.update=true \
///   -Dsurefire.failIfNoSpecifiedTests=false
/// ```
public final class GoldenFile {
  private static final String UPDATE = "golden.update";

  private GoldenFile() {}

  /// Compares a text with the file of this name in the package of a test.
  public static void check(Class<?> test, String name, String text) throws IOException {
    check(Path.of("src", "test", "resources")
        .resolve(test.getPackageName().replace('.', '/')).resolve(name), text);
  }

  /// Compares a text with a file, from the folder of the module.
  public static void check(Path file, String text) throws IOException {
    if (Boolean.getBoolean(UPDATE)) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }
    assertEquals(Files.readString(file), text,
        () -> file + " is to be as this; if it is meant, run the test with -D" + UPDATE + "=true");
  }
}
