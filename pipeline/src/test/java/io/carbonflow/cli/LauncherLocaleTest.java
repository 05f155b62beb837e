// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import module java.base;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the launcher does where the locale cannot name what names may hold.
class LauncherLocaleTest {
  private static final Map<String, String> NONE = Map.of("LC_ALL", "", "LC_CTYPE", "", "LANG", "");
  @TempDir Path folder;
  private LauncherHome home;

  @BeforeEach
  void anInstallation() throws Exception {
    home = new LauncherHome(folder.resolve("home")).installation();
    home.jdk("b-25", "25");
  }

  /// The variable LC_ALL that the program is started with.
  private String locale(Map<String, String> variables) throws Exception {
    Map<String, String> all = new HashMap<>(NONE);
    all.putAll(variables);
    String out = home.run(all, "merge").out();
    assertTrue(out.startsWith("b-25 passive "), out);
    return out.substring("b-25 passive ".length(), out.indexOf(" @"));
  }

  @Test
  void whereTheLocaleIsCTheProgramHasUtf8() throws Exception {
    for (Map<String, String> c : List.of(NONE, Map.of("LC_ALL", "C"), Map.of("LC_ALL", "POSIX"),
        Map.of("LANG", "C"), Map.of("LC_CTYPE", "C", "LANG", "de_DE.UTF-8"),
        Map.of("LC_ALL", "C", "LC_CTYPE", "de_DE.UTF-8"))) {
      assertEquals("C.UTF-8", locale(c), c.toString());
    }
  }

  @Test
  void whereItNamesUtf8ThatMayNotBeInstalledItIsTheOneThatIs() throws Exception {
    assumeTrue(Files.isDirectory(Path.of("/usr/lib/locale/C.utf8")), "this system has no folder of the locale C.UTF-8");
    for (String name : List.of("xx_YY.UTF-8", "de_DE.utf8", "C.UTF-8")) {
      assertEquals("C.UTF-8", locale(Map.of("LANG", name)), name);
    }
  }

  @Test
  void anotherCharsetIsTheTerminals() throws Exception {
    assertEquals("de_DE.ISO-8859-1", locale(Map.of("LC_ALL", "de_DE.ISO-8859-1")));
    assertEquals("", locale(Map.of("LANG", "de_DE@euro")));
  }

  @Test
  void aFolderWithBlanksAndOtherLettersIsACheckoutAsAnyOther() throws Exception {
    Path path = Path.of(new String("Projekt \u00e4 b".getBytes(StandardCharsets.UTF_8), System.getProperty("sun.jnu.encoding")));
    home = new LauncherHome(folder.resolve(path)).checkout();
    home.jdk("b-25", "25");
    assertEquals(0, home.run(Map.of("LC_ALL", "C"), "merge").exit());
    String out = home.run(Map.of("LC_ALL", "C"), "merge", "--rows=a b.csv").out();
    assertTrue(out.startsWith("b-25 passive C.UTF-8"), out);
    assertTrue(out.endsWith("/target/program/builds/7/lib/lib.jar io.carbonflow.cli.Carbonflow merge --rows=a b.csv\n"), out);
    assertEquals("package\ncache b-25\n", home.made());
  }

  @Test
  void aFolderThatTheJvmCannotReadIsNamedBeforeItTries() throws Exception {
    home = new LauncherHome(folder.resolve("a&b")).installation();
    home.jdk("b-25", "25");
    // A system that has not got C.UTF-8.
    Files.writeString(home.path("path/locale"), "#!/bin/sh\necho ANSI_X3.4-1968\n");
    assertTrue(home.path("path/locale").toFile().setExecutable(true));
    LauncherHome.Outcome outcome = home.run(NONE, "merge");
    assertEquals(1, outcome.exit());
    assertTrue(outcome.out().contains("/a&b: the JVM cannot read this name, as this system has no locale C.UTF-8;"),
        outcome.out());
  }

  @Test
  void whereNobodyCanBeAskedItIsTried() throws Exception {
    home = new LauncherHome(folder.resolve("a&b")).installation();
    home.jdk("b-25", "25");
    Map<String, String> variables = new HashMap<>(NONE);
    variables.put("PATH", home.leanPath());
    assertTrue(home.run(variables, "merge").out().startsWith("b-25 passive C.UTF-8"));
  }
}
