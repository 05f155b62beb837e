// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
  private Path before;

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
    Path first = Files.createDirectories(program.resolve("builds/1/lib")).getParent();
    source("pom.xml", "<project/>");
    for (String module : List.of("low", "high")) {
      source(module + "/pom.xml", "<project/>");
      try (var jar = new JarOutputStream(Files.newOutputStream(first.resolve("lib").resolve(module + ".jar")))) {
        jar.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
      }
    }
    source("low/src/main/java/A.java", "public class A { public static String text() { return \"one\"; } }");
    source("low/src/main/java/B.java", "class B {}");
    source("high/src/main/java/C.java", "class C { void main() { IO.println(A.text()); } }");
    Files.write(first.resolve("modules"), List.of("low\tlib/low.jar\t" + home + "\t-Xlint:all",
        "high\tlib/high.jar\tlib/low.jar\t-g"));
    Files.writeString(first.resolve("libraries"), "");
    Files.writeString(first.resolve("class-path"), "lib/low.jar\nlib/high.jar\n");
    Files.writeString(first.resolve("built"), "");
    Files.writeString(program.resolve("current"), "1\n");
    Files.write(first.resolve("sources"), List.of("r1"));
    // Nothing is known of the POMs, so Maven would have to build; its knowledge is made here.
    assertEquals(3, update().exit());
    Files.writeString(first.resolve("sources"), "r1\n" + poms());
    assertEquals(new Outcome(0, ""), update());
    assertEquals("one\n", run());
  }

  private String poms() throws Exception {
    return lines("pom.xml", "low/pom.xml", "high/pom.xml");
  }

  /// Files as a build notes them.
  private String lines(String... files) throws Exception {
    StringBuilder lines = new StringBuilder();
    for (String file : files) {
      lines.append(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1")
          .digest(Files.readAllBytes(home.resolve(file))))).append(' ').append(file).append('\n');
    }
    return lines.toString();
  }

  /// The build that a start takes now.
  private Path current() throws IOException {
    return program.resolve("builds").resolve(Files.readString(program.resolve("current")).strip());
  }

  private Path jar(String module) throws IOException {
    return current().resolve("lib").resolve(module + ".jar");
  }

  private Path source(String file, String content) throws IOException {
    Path path = home.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, content);
  }

  private static Path jdk(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name);
  }

  /// Builds as the launcher does.
  private Outcome update() throws Exception {
    return update("r1");
  }

  private Outcome update(String revision) throws Exception {
    before = current();
    Files.writeString(program.resolve("started"), "");
    return LauncherHome.outcome(new ProcessBuilder(jdk("java").toString(), "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC", "-cp", builder.toString(), "Build", "update", home.toString(), program.toString(),
        revision));
  }

  /// The modules whose jars differ from those before.
  private Set<String> compiledModules() throws IOException {
    Set<String> compiled = new HashSet<>();
    for (String module : List.of("low", "high")) {
      if (!Files.isSameFile(jar(module), before.resolve("lib").resolve(module + ".jar"))) {
        compiled.add(module);
      }
    }
    return compiled;
  }

  private String run() throws Exception {
    return LauncherHome.outcome(new ProcessBuilder(jdk("java").toString(), "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC", "-cp", jar("low") + File.pathSeparator + jar("high"), "C")).out();
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

  /// There is no Maven here that could fill it in.
  @Test
  void anotherRevisionIsFilledInWithoutMaven() throws Exception {
    source("low/src/main/resources/META-INF/build.properties", "of=${revision}");
    Files.writeString(current().resolve("sources"), "r1\n" + lines("low/src/main/resources/META-INF/build.properties")
        + lines("low/src/main/java/A.java", "low/src/main/java/B.java", "high/src/main/java/C.java") + poms());
    assertEquals(new Outcome(0, ""), update("r2"));
    assertEquals(Set.of("low"), compiledModules());
    try (ZipFile jar = new ZipFile(jar("low").toFile())) {
      ZipEntry filled = jar.getEntry("META-INF/build.properties");
      assertEquals("of=r2", new String(jar.getInputStream(filled).readAllBytes(), StandardCharsets.UTF_8));
    }
    assertEquals("one\n", run());
  }

  @Test
  void whatTheCompilerRefusesIsReportedUntilItIsFixed() throws Exception {
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

  /// Changes what the program says, and builds.
  private void build(String text) throws Exception {
    source("low/src/main/java/A.java", "public class A { public static String text() { return \"" + text + "\"; } }");
    assertEquals(new Outcome(0, ""), update());
    assertEquals(text + "\n", run());
  }

  @Test
  void aRunningProgramKeepsItsJarsHoweverOftenTheCheckoutIsBuiltAgain() throws Exception {
    Path mine = current();
    Map<Path, byte[]> jars = contents(mine);
    try (HeldBuild held = HeldBuild.of(mine)) {
      assertTrue(held.channel().isPresent());
      for (String text : List.of("two", "three")) {
        build(text);
      }
      assertEquals(jars.keySet(), contents(mine).keySet());
      jars.forEach((file, content) -> assertArrayEquals(content, contents(mine).get(file), file.toString()));
    }
    build("four");
    assertFalse(Files.exists(mine));
  }

  private static Map<Path, byte[]> contents(Path build) {
    Map<Path, byte[]> contents = new TreeMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(build.resolve("lib"))) {
      for (Path file : files) {
        contents.put(file, Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return contents;
  }

  @Test
  void theBuildBeforeStaysForWhoHasJustBeenStarted() throws Exception {
    build("two");
    Path last = current();
    build("three");
    assertTrue(Files.exists(last.resolve("lib/low.jar")));
    build("four");
    assertFalse(Files.exists(last));
  }

  @Test
  void whatWasLeftInTheMiddleIsCleared() throws Exception {
    Path half = Files.createDirectories(program.resolve("builds").resolve(
        Integer.parseInt(current().getFileName().toString()) + 1 + "/lib")).getParent();
    build("two");
    assertFalse(Files.exists(half));
  }

  @Test
  void aBuildThatTheCompilerRefusesLeavesNothing() throws Exception {
    Path last = current();
    source("high/src/main/java/C.java", "class");
    assertEquals(1, update().exit());
    assertEquals(last, current());
    assertFalse(Files.exists(last.resolveSibling(
        Integer.toString(Integer.parseInt(last.getFileName().toString()) + 1))));
  }

  @Test
  void aCheckoutThatWasMovedIsBuiltFurther() throws Exception {
    Path other = folder.resolve("other \u00e4 b");
    Files.move(home, other);
    home = other;
    program = home.resolve("target/program");
    build("two");
    assertEquals(Set.of("low"), compiledModules());
  }

  @Test
  void anotherPomIsMavens() throws Exception {
    source("low/pom.xml", "<project></project>");
    assertEquals(3, update().exit());
  }
}
