// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run.code;

import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import module java.compiler;
import java.util.jar.Attributes;
import javax.tools.ToolProvider;

/// A program made in a test: sources in folders, each compiled to a jar of a Maven group or to a folder.
final class SmallProgram {
  private final Path folder;
  private final List<Path> classPath = new ArrayList<>();

  SmallProgram(Path folder) {
    this.folder = folder;
  }

  /// Compiles classes that see all those before, into a folder of the class path.
  ///
  /// @param sources by the name of the file, `a/A.java`; what is no source is a resource
  Path classes(String name, Map<String, String> sources) throws IOException {
    Path out = Files.createDirectories(folder.resolve(name));
    List<Path> files = new ArrayList<>();
    for (Map.Entry<String, String> source : sources.entrySet()) {
      boolean java = source.getKey().endsWith(".java");
      Path file = (java ? folder.resolve("src-" + name) : out).resolve(source.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, source.getValue());
      if (java) {
        files.add(file);
      }
    }
    if (!files.isEmpty()) {
      JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
      try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
        assertTrue(compiler.getTask(null, manager, null,
            List.of("-proc:none", "-d", out.toString(), "-cp", classPath() + File.pathSeparator + out), null,
            manager.getJavaFileObjectsFromPaths(files)).call());
      }
    }
    if (!classPath.contains(out)) {
      classPath.add(out);
    }
    return out;
  }

  /// Compiles classes into a jar of a Maven group.
  Path jar(String name, String group, Map<String, String> sources) throws IOException {
    Path classes = classes(name + ".classes", sources);
    classPath.remove(classes);
    Path jar = pack(name, group, "", classes);
    if (!classPath.contains(jar)) {
      classPath.add(jar);
    }
    return jar;
  }

  /// Packs a jar with a manifest that names others.
  Path pack(String name, String group, String others, Path classes) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, others);
    Path jar = folder.resolve(name);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
        Stream<Path> walk = Files.walk(classes)) {
      out.putNextEntry(new ZipEntry("META-INF/maven/"));
      out.putNextEntry(new ZipEntry("META-INF/maven/" + group + "/"));
      for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
        Files.copy(file, out);
      }
    }
    return jar;
  }

  String classPath() {
    return classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  /// The version of what a class can reach.
  String version(String root) {
    return new CodeVersion(classPath()).of(Set.of(root));
  }
}
