// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run.code;

import module java.base;
import java.util.jar.Attributes;

/// The entries of a class path, and those that their manifests name.
final class ClassPath {
  private ClassPath() {}

  /// All entries in the JVM's order, each once; those that do not exist are left out, as the JVM does.
  ///
  /// @throws io.carbonflow.base.fault.Problem if one cannot be read
  static List<Entry> entries(String classPath) {
    SequencedMap<Path, Entry> found = new LinkedHashMap<>();
    Stream.of(classPath.split(File.pathSeparator)).map(Path::of).forEach(path -> add(path, found));
    return List.copyOf(found.values());
  }

  private static void add(Path path, SequencedMap<Path, Entry> found) {
    Path place = path.toAbsolutePath().normalize();
    if (found.containsKey(place) || !Files.exists(place)) {
      return;
    }
    Entry entry = Entry.of(place);
    found.put(place, entry);
    if (entry instanceof Entry.Jar jar && jar.has(JarFile.MANIFEST_NAME)) {
      Stream.of(named(jar).split(" ")).filter(name -> !name.isEmpty())
          .forEach(name -> add(place.resolveSibling(name), found));
    }
  }

  private static String named(Entry.Jar jar) {
    try {
      Manifest manifest = new Manifest(
          new ByteArrayInputStream(jar.open().read(JarFile.MANIFEST_NAME)));
      return Objects.requireNonNullElse(
          manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
