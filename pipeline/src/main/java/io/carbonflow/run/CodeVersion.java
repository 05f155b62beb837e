package io.carbonflow.run;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The version of the running code: what carbonflow's own classes hold, and which libraries are
/// beside them.
final class CodeVersion {
  /// The hash; the same for the same build.
  static final String HASH = compute();

  private CodeVersion() {}

  private static String compute() {
    return ContentHash.of(
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .filter(Files::exists)
            .map(CodeVersion::entry)
            .sorted()
            .collect(Collectors.joining("\n")));
  }

  /// Libraries are known by their names, which hold their versions.
  private static String entry(Path path) {
    String name = path.getFileName().toString();
    boolean own = Files.isDirectory(path) || name.startsWith("carbonflow-");
    return own ? ContentHash.of(path) : name;
  }
}
