package io.carbonflow.file;

import io.carbonflow.fault.Place;
import io.carbonflow.fault.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A folder that is there while something is worked on, in `java.io.tmpdir`.
///
/// @param path the folder
public record TemporaryFolder(Path path) implements AutoCloseable {

  /// Makes a new one.
  ///
  /// @param prefix what its name begins with
  /// @throws Problem if the machine has no place for it
  public static TemporaryFolder make(String prefix) {
    try {
      return new TemporaryFolder(Files.createTempDirectory(prefix));
    } catch (IOException e) {
      throw new Problem(Place.of(System.getProperty("java.io.tmpdir")),
          "no temporary folder can be made there (" + e.getMessage() + ")",
          "give it room, or name another with -Djava.io.tmpdir", e);
    }
  }

  /// Removes the folder and all that it holds.
  @Override
  public void close() {
    try (Stream<Path> walk = Files.walk(path)) {
      List<Path> inner = walk.sorted(Comparator.reverseOrder()).toList();
      for (Path file : inner) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new Problem(
          Place.of(path), "cannot be removed (" + e.getMessage() + ")", "remove it by hand", e);
    }
  }
}
