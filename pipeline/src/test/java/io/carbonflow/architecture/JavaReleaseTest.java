// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.architecture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import com.google.gson.Gson;
import de.siegmar.fastcsv.reader.CsvReader;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.model.bundle.Bundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A service on Java 21 can load `model`, `base` and what these two need.
class JavaReleaseTest {
  private static final int JAVA_21 = 65;

  @ParameterizedTest
  @ValueSource(classes = {Problem.class, Bundle.class, Gson.class, CsvReader.class})
  void everyClassIsOneThatJava21Loads(Class<?> member) throws Exception {
    SortedMap<String, Integer> versions = versions(member);
    assertTrue(versions.size() > 20, () -> "these are not all classes: " + versions);
    versions.values().removeIf(version -> version <= JAVA_21);
    assertTrue(versions.isEmpty(), () -> "of a newer Java than 21: " + versions);
  }

  /// The classes beside one, in its jar or folder, with the major versions of their files.
  private static SortedMap<String, Integer> versions(Class<?> member) throws Exception {
    Path place = Path.of(member.getProtectionDomain().getCodeSource().getLocation().toURI());
    if (Files.isDirectory(place)) {
      return versionsBelow(place);
    }
    try (FileSystem jar = FileSystems.newFileSystem(place)) {
      return versionsBelow(jar.getPath("/"));
    }
  }

  private static SortedMap<String, Integer> versionsBelow(Path folder) throws IOException {
    SortedMap<String, Integer> versions = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.filter(JavaReleaseTest::isLoadedByAll)::iterator) {
        try (DataInputStream data = new DataInputStream(Files.newInputStream(file))) {
          data.readInt();
          data.readUnsignedShort();
          versions.put(folder.relativize(file).toString(), data.readUnsignedShort());
        }
      }
    }
    return versions;
  }

  /// Newer Javas find what is for them alone under `META-INF/versions`.
  private static boolean isLoadedByAll(Path file) {
    return file.toString().endsWith(".class") && !file.toString().contains("META-INF/");
  }
}
