// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import module java.base;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A program of a company of its own: `app.Start` is a step.
class CodeVersionTest {
  private static final String START = """
      package app;
      class Start {
        void run() throws Exception {
          new Near().it();
          for (Service one : java.util.ServiceLoader.load(Service.class)) { one.serve(); }
          System.out.println(Shape.class);
          Class.forName("app.ByName");
          lib.Reached.it();
        }
      }
      """;
  @TempDir Path folder;
  private SmallProgram program;

  @BeforeEach
  void compile() throws IOException {
    program = new SmallProgram(folder);
    program.jar("lib-1.0.jar", "org.lib", Map.of("lib/Reached.java",
        "package lib; public class Reached { public static void it() {} }"));
    app(Map.of());
  }

  /// Makes the program's own jar; some files hold something else than otherwise.
  private void app(Map<String, String> changed) throws IOException {
    Map<String, String> sources = new HashMap<>(Map.of(
        "app/Start.java", START,
        "app/Near.java", "package app; class Near { void it() { new app.far.Far(); } }",
        "app/far/Far.java", "package app.far; public class Far { "
            + "Object o = Far.class.getResourceAsStream(\"text.txt\"); }",
        "app/far/text.txt", "one",
        "app/Service.java", "package app; public interface Service { void serve(); }",
        "app/serving/Serving.java",
        "package app.serving; public class Serving implements app.Service { public void serve() {} }",
        "META-INF/services/app.Service", "app.serving.Serving # the only one\n",
        "app/Shape.java", "package app; sealed interface Shape permits Round {}",
        "app/Round.java", "package app; final class Round implements Shape {}",
        "app/Else.java", "package app; class Else { Object o = Start.class; }"));
    sources.put("app/ByName.java", "package app; class ByName {}");
    sources.put("app/other/other.txt", "one");
    sources.putAll(changed);
    program.jar("app-1.0.jar", "com.acme", sources);
  }

  private void isSeen(Map<String, String> change) throws IOException {
    String before = program.version("app.Start");
    app(change);
    assertNotEquals(before, program.version("app.Start"));
  }

  private void isNotSeen(Map<String, String> change) throws IOException {
    String before = program.version("app.Start");
    app(change);
    assertEquals(before, program.version("app.Start"));
  }

  @Test
  void aClassThatIsReachedOverOthersCounts() throws IOException {
    isSeen(Map.of("app/far/Far.java", "package app.far; public class Far { int changed; "
        + "Object o = Far.class.getResourceAsStream(\"text.txt\"); }"));
  }

  @Test
  void aClassThatIsNotReachedDoesNotCount() throws IOException {
    isNotSeen(Map.of("app/Else.java", "package app; class Else { int changed; }"));
  }

  @Test
  void aClassThatIsReachedByAServiceAloneCounts() throws IOException {
    isSeen(Map.of("app/serving/Serving.java", "package app.serving; "
        + "public class Serving implements app.Service { public void serve() { int changed = 1; } }"));
  }

  @Test
  void aFurtherProviderCounts() throws IOException {
    isSeen(Map.of("META-INF/services/app.Service", "app.serving.Serving\napp.serving.More\n",
        "app/serving/More.java",
        "package app.serving; public class More implements app.Service { public void serve() {} }"));
  }

  @Test
  void aClassThatIsReachedByASealedTypeAloneCounts() throws IOException {
    isSeen(Map.of("app/Round.java", "package app; final class Round implements Shape { int changed; }"));
  }

  @Test
  void aClassThatIsReachedByItsNameInATextCounts() throws IOException {
    isSeen(Map.of("app/ByName.java", "package app; class ByName { int changed; }"));
  }

  /// What a step takes is nested in the step that gives it.
  @Test
  void aClassInWhichAnUsedOneIsNestedDoesNotCount() throws IOException {
    Map<String, String> sources = new HashMap<>(Map.of(
        "app/Near.java", "package app; class Near { Object it() { return new Giver.Given(1); } }",
        "app/Giver.java", "package app; class Giver { record Given(int number) {} int own() { return 1; } }"));
    app(sources);
    sources.put("app/Giver.java", "package app; class Giver { record Given(int number) {} int own() { return 2; } }");
    isNotSeen(sources);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Object use(Object o) { return o instanceof Giver; }", "Object use() { return Giver.class; }",
      "Object use() { return new Giver[1]; }", "Object use() { return new Giver[1][1]; }", "Giver use() { return null; }",
      "Object use() { return new Giver(); }",
      "Object use(Object o) { return switch (o) { case Giver g -> 1; default -> 2; }; }"})
  void oneThatIsUsedItselfCounts(String use) throws IOException {
    Map<String, String> sources = new HashMap<>(Map.of(
        "app/Near.java", "package app; class Near { Object given = new Giver.Given(1); void it() {}\n" + use + "}",
        "app/Giver.java", "package app; class Giver { record Given(int number) {} int own() { return 1; } }"));
    app(sources);
    sources.put("app/Giver.java", "package app; class Giver { record Given(int number) {} int own() { return 2; } }");
    isSeen(sources);
  }

  @Test
  void aResourceBesideAClassThatReadsOneCounts() throws IOException {
    isSeen(Map.of("app/far/text.txt", "two"));
  }

  @Test
  void aResourceThatNobodyReadsDoesNotCount() throws IOException {
    isNotSeen(Map.of("app/other/other.txt", "two"));
  }

  @Test
  void aLibraryCountsThoughItsNameStaysTheSame() throws IOException {
    String before = program.version("app.Start");
    String without = program.version("app.ByName");
    program.jar("lib-1.0.jar", "org.lib", Map.of("lib/Reached.java",
        "package lib; public class Reached { public static void it() { int changed = 1; } }"));
    assertNotEquals(before, program.version("app.Start"));
    assertEquals(without, program.version("app.ByName"), "it reaches no library");
  }

  @Test
  void aJarOfTheSameGroupIsFollowedClassByClass() throws IOException {
    program.jar("more-1.0.jar", "com.acme", Map.of("more/A.java", "package more; public class A {}"));
    String before = program.version("app.Start");
    program.jar("more-1.0.jar", "com.acme", Map.of("more/A.java", "package more; public class A { int changed; }"));
    assertEquals(before, program.version("app.Start"));
  }

  @Test
  void neitherThePlaceNorTheOrderMatters() throws IOException {
    String before = program.version("app.Start");
    List<String> parts = Arrays.asList(program.classPath().split(File.pathSeparator));
    Collections.reverse(parts);
    assertEquals(before, new CodeVersion(String.join(File.pathSeparator, parts)).of(Set.of("app.Start")));
    Path main = program.pack("main.jar", "com.acme", "lib-1.0.jar app-1.0.jar",
        Files.createDirectories(folder.resolve("none")));
    assertEquals(before, new CodeVersion(main.toString()).of(Set.of("app.Start")));
  }
}
