package io.carbonflow.kfp.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import module java.base;
import java.util.jar.Attributes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program as it is started: one jar that names the others in its manifest.
class CodeVersionTest {
  @TempDir Path lib;
  private Path program;

  @BeforeEach
  void jars() throws IOException {
    program = jar("carbonflow.jar", "", "main", "carbonflow-common-0.1.0.jar");
    jar("carbonflow-common-0.1.0.jar", "", "one", "carbonflow-model-0.1.0.jar gson-2.15.0.jar");
    jar("carbonflow-model-0.1.0.jar", "", "two", "");
    jar("gson-2.15.0.jar", "", "three", "");
  }

  private Path jar(String name, String folder, String content, String classPath) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    if (!classPath.isEmpty()) {
      manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
    }
    Path file = Files.createDirectories(lib.resolve(folder)).resolve(name);
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
      ZipEntry entry = new ZipEntry("content");
      entry.setTime(0);
      jar.putNextEntry(entry);
      jar.write(content.getBytes());
    }
    return file;
  }

  private String version() {
    return CodeVersion.of(program.toString());
  }

  @Test
  void aChangeInAnyOfCarbonflowsOwnJarsIsAnotherVersion() throws IOException {
    String before = version();
    assertEquals(before, version());
    jar("carbonflow-model-0.1.0.jar", "", "changed", "");
    String changed = version();
    assertNotEquals(before, changed);
    jar("carbonflow.jar", "", "changed", "carbonflow-common-0.1.0.jar");
    assertNotEquals(changed, version());
  }

  @Test
  void aLibraryIsKnownByItsNameWhichHasItsVersion() throws IOException {
    String before = version();
    jar("gson-2.15.0.jar", "", "the same by name", "");
    assertEquals(before, version());
    jar("carbonflow-common-0.1.0.jar", "", "one", "carbonflow-model-0.1.0.jar gson-2.16.0.jar");
    jar("gson-2.16.0.jar", "", "three", "");
    assertNotEquals(before, version());
  }

  @Test
  void whereItLiesIsNoMatter() throws IOException {
    String before = version();
    program = jar("carbonflow.jar", "else", "main", "carbonflow-common-0.1.0.jar");
    jar("carbonflow-common-0.1.0.jar", "else", "one", "carbonflow-model-0.1.0.jar gson-2.15.0.jar");
    jar("carbonflow-model-0.1.0.jar", "else", "two", "");
    jar("gson-2.15.0.jar", "else", "three", "");
    assertEquals(before, version());
  }
}
