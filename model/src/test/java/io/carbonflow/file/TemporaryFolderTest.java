package io.carbonflow.file;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TemporaryFolderTest {
  @Test
  void itIsRemovedWithAllThatItHolds() throws Exception {
    Path path;
    try (TemporaryFolder folder = TemporaryFolder.make("carbonflow-test-")) {
      path = folder.path();
      Files.writeString(Files.createDirectories(path.resolve("a/b")).resolve("c"), "x");
      assertTrue(Files.isDirectory(path));
    }
    assertFalse(Files.exists(path));
  }
}
