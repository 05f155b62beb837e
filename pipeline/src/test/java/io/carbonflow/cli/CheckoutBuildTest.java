// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.cli.LauncherHome.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What builds a checkout between two builds of Maven, `jvm/build`, with two modules of which one uses the other.
class CheckoutBuildTest {
  @TempDir static Path builder;
  @TempDir Path folder;
  private Path home;
  private Path program;

  @BeforeAll
  static void compiled() throws Exception {
    List<String> command = new ArrayList<>(List.of(jdk("javac").toString(), "-d", builder.toString()));
    try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("../jvm/build"), "*.java")) {
      files.forEach(file -> command.add(file.toString()));
    }
    assertEquals(new Outcome(0, ""), LauncherHome.outcome(new ProcessBuilder(command)));
  }

  @BeforeEach
  void aCheckoutThatIsBuilt() throws Exception {
    home = folder.resolve("home");
    program = home.resolve("target/program");
    Files.createDirectories(program.resolve("lib"));
    source("pom.xml", "<project/>");
    for (String module : List.of("low", "high")) {
      source(module + "/pom.xml", "<project/>");
      try (var jar = new JarOutputStream(Files.newOutputStream(jar(module)))) {
        jar.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
      }
    }
    source("low/src/main/java/A.java", "public class A { public static String text() { return \"one\"; } }");
    source("low/src/main/java/B.java", "class B {}");
    source("high/src/main/java/C.java", "class C { void main() { IO.println(A.text()); } }");
    Files.write(program.resolve("modules"), List.of(
        String.join("\t", home.resolve("low").toString(), jar("low").toString(), home.toString(), "-Xlint:all"),
        String.join("\t", home.resolve("high").toString(), jar("high").toString(), jar("low").toString(), "-g")));
    Files.write(program.resolve("sources"), List.of("r1"));
    // Nothing is known of the POMs, so Maven would have to build; its knowledge is made here.
    assertEquals(3, update().exit());
    String known = Files.readString(program.resolve("sources"));
    Files.writeString(program.resolve("sources"), known + poms());
    assertEquals(new Outcome(0, ""), update());
    assertEquals("one\n", run());
  }

  private String poms() throws Exception {
    StringBuilder lines = new StringBuilder();
    for (String pom : List.of("pom.xml", "low/pom.xml", "high/pom.xml")) {
      lines.append(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1")
          .digest(Files.readAllBytes(home.resolve(pom))))).append(' ').append(pom).append('\n');
    }
    return lines.toString();
  }

  private Path jar(String module) {
    return program.resolve("lib").resolve(module + ".jar");
  }

  private Path source(String file, String content) throws IOException {
    Path path = home.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, content);
  }

  private static Path jdk(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name);
  }

  /// Builds; which modules were compiled is known by what is left of it.
  private Outcome update() throws Exception {
    for (String module : List.of("low", "high")) {
      Path classes = program.resolve("classes").resolve(module);
      if (Files.exists(classes)) {
        Files.move(classes, folder.resolve(UUID.randomUUID().toString()));
      }
    }
    return LauncherHome.outcome(new ProcessBuilder(jdk("java").toString(), "-cp",
        builder.toString(), "Build", "update", home.toString(), program.toString(), "r1"));
  }

  private Set<String> compiledModules() {
    return Stream.of("low", "high").filter(module -> Files.exists(program.resolve("classes").resolve(module)))
        .collect(Collectors.toSet());
  }

  private String run() throws Exception {
    return LauncherHome.outcome(new ProcessBuilder(jdk("java").toString(), "-cp",
        jar("low") + File.pathSeparator + jar("high"), "C")).out();
  }

  @Test
  void anotherTextCompilesItsModuleAlone() throws Exception {
    source("low/src/main/java/A.java", "public class A { public static String text() { return \"two\"; } }");
    assertEquals(new Outcome(0, ""), update());
    assertEquals(Set.of("low"), compiledModules());
    assertEquals("two\n", run());
  }

  @Test
  void whatOthersSeeCompilesThemToo() throws Exception {
    source("low/src/main/java/A.java", "public class A { public static Object text() { return 3; } }");
    assertEquals(new Outcome(0, ""), update());
    assertEquals(Set.of("low", "high"), compiledModules());
    assertEquals("3\n", run());
  }

  @Test
  void aModuleThatOthersDoNotUseCompilesAlone() throws Exception {
    source("high/src/main/java/C.java", "class C { void main() { IO.println(A.text() + A.text()); } }");
    update();
    assertEquals(Set.of("high"), compiledModules());
    assertEquals("oneone\n", run());
  }

  @Test
  void aClassWhoseSourceIsGoneIsGone() throws Exception {
    assertTrue(has("low", "B.class"));
    Files.delete(home.resolve("low/src/main/java/B.java"));
    assertEquals(new Outcome(0, ""), update());
    assertTrue(has("low", "A.class"));
    assertTrue(!has("low", "B.class"));
  }

  private boolean has(String module, String file) throws IOException {
    try (ZipFile jar = new ZipFile(jar(module).toFile())) {
      return jar.getEntry(file) != null;
    }
  }

  @Test
  void aFileThatWasOnlyTouchedCompilesNothing() throws Exception {
    Files.setLastModifiedTime(home.resolve("low/src/main/java/A.java"), FileTime.from(Instant.now()));
    assertEquals(new Outcome(0, ""), update());
    assertEquals(Set.of(), compiledModules());
  }

  @Test
  void whatTheCompilerRefusesIsSaidUntilItIsPutRight() throws Exception {
    Path source = source("high/src/main/java/C.java", "class C { void main() { IO.println(A.texts()); } }");
    for (int i = 0; i < 2; i++) {
      Outcome outcome = update();
      assertEquals(1, outcome.exit());
      assertTrue(outcome.out().contains(source + ":1: error: cannot find symbol"), outcome.out());
    }
    source("high/src/main/java/C.java", "class C { void main() { IO.println(); } }");
    assertEquals(new Outcome(0, ""), update());
    assertNotEquals("one\n", run());
  }

  @Test
  void anotherPomIsMavens() throws Exception {
    source("low/pom.xml", "<project></project>");
    assertEquals(3, update().exit());
  }
}
