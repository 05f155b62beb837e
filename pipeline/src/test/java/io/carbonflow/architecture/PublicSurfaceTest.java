// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the libraries export to all is on the page, says what it is, and shows how to begin.
class PublicSurfaceTest {
  private static final Path PAGE = Path.of("../docs/reference/stable-api.md");
  private static final Pattern EXPORT = Pattern.compile("(?m)^ +exports io\\.carbonflow\\.([a-z.]+);$");
  private static final Pattern LINE = Pattern.compile("(?m)^\\| `((?:base|kfp|model)\\.[a-z.]+)` \\|.*$");
  private static final Pattern BEGIN = Pattern.compile("(?m)^\\| `([a-z.]+)` \\|.*\\| `([A-Z]\\w+)` \\|$");
  private static final Pattern TYPE = Pattern.compile("(.*)\\R(?:@.*\\R)*"
      + "public (?:(?:final|abstract|sealed|non-sealed) )*(?:class|record|interface|enum|@interface) ");
  private static final Pattern EXAMPLE = Pattern.compile("(?ms)^/// ```java\\R(.*?)^/// ```$");
  @TempDir Path classes;

  private static SortedSet<String> exported() throws IOException {
    SortedSet<String> packages = new TreeSet<>();
    for (String module : List.of("base", "kfp", "model")) {
      EXPORT.matcher(Files.readString(Path.of("..", module, "src/main/java/module-info.java"))).results()
          .forEach(export -> packages.add(export.group(1)));
    }
    return packages;
  }

  /// A package's folder of sources.
  private static Path sources(String name) {
    return Path.of("..", name.substring(0, name.indexOf('.')), "src/main/java/io/carbonflow", name.replace('.', '/'));
  }

  @Test
  void thePageHasALineForEachExportedPackage() throws Exception {
    List<String> lines = LINE.matcher(Files.readString(PAGE)).results().map(line -> line.group(1)).sorted().toList();
    assertEquals(List.copyOf(exported()), lines);
  }

  @Test
  void everyExportedPackageAndTypeSaysWhatItIs() throws Exception {
    List<String> silent = new ArrayList<>();
    for (String name : exported()) {
      if (!Files.exists(sources(name).resolve("package-info.java"))) {
        silent.add("package " + name);
      }
      try (DirectoryStream<Path> files = Files.newDirectoryStream(sources(name), "*.java")) {
        for (Path file : files) {
          Matcher type = TYPE.matcher(Files.readString(file));
          if (type.find() && !type.group(1).startsWith("///")) {
            silent.add(file.toString());
          }
        }
      }
    }
    assertEquals(List.of(), silent);
  }

  @Test
  void eachTypeToBeginWithHasAnExampleThatCompiles() throws Exception {
    StringBuilder code = new StringBuilder("""
        import module java.base;
        import com.google.auto.service.AutoService;
        """);
    exported().forEach(name -> code.append("import io.carbonflow.").append(name).append(".*;\n"));
    code.append("class Examples {\n");
    List<MatchResult> types = BEGIN.matcher(Files.readString(PAGE)).results()
        .filter(line -> Files.exists(sources(line.group(1)).resolve(line.group(2) + ".java"))).toList();
    assertTrue(types.size() >= 15, () -> "types to begin with: " + types.size());
    for (MatchResult type : types) {
      Matcher example = EXAMPLE.matcher(Files.readString(sources(type.group(1)).resolve(type.group(2) + ".java")));
      assertTrue(example.find(), () -> type.group(2) + " has no example");
      code.append(member(type.group(2), example.group(1).replaceAll("(?m)^/// ?", "")));
    }
    assertEquals("", compiled(code.append("}\n").toString()));
  }

  /// An example as a member of a class: statements as a method.
  private static String member(String name, String example) {
    return example.contains("void main(") || example.contains("public final class ")
        ? example.replace("public final class ", "public static final class ")
        : "static void of" + name + "() throws Exception {\n" + example + "}\n";
  }

  /// What the compiler says of a source.
  private String compiled(String code) {
    var source = new SimpleJavaFileObject(URI.create("string:///Examples.java"), SimpleJavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean lenient) {
        return code;
      }
    };
    StringWriter said = new StringWriter();
    ToolProvider.getSystemJavaCompiler().getTask(said, null, null, List.of("-d", classes.toString(), "-proc:none",
        "-cp", System.getProperty("java.class.path")), null, List.of(source)).call();
    return said.toString();
  }
}
