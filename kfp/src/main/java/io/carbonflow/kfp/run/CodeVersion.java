package io.carbonflow.kfp.run;

import module java.base;
import java.util.jar.Attributes;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;

/// The version of the running code: what carbonflow's own classes hold, and which libraries are
/// beside them.
final class CodeVersion {
  /// The hash; the same for the same build.
  static final String HASH = of(System.getProperty("java.class.path"));

  private CodeVersion() {}

  /// The hash of what is on a class path, and of what jars there name in their manifests: started by
  /// its launcher, carbonflow is one jar that names all others.
  static String of(String classPath) {
    SortedSet<Path> all = new TreeSet<>();
    Stream.of(classPath.split(File.pathSeparator)).map(Path::of).forEach(path -> add(path, all));
    return ContentHash.of(
        all.stream().map(CodeVersion::entry).sorted().collect(Collectors.joining("\n")));
  }

  private static void add(Path path, SortedSet<Path> all) {
    Path entry = path.toAbsolutePath().normalize();
    if (Files.exists(entry) && all.add(entry) && isOwn(entry) && !Files.isDirectory(entry)) {
      Stream.of(named(entry).split(" ")).filter(name -> !name.isEmpty())
          .forEach(name -> add(entry.resolveSibling(name), all));
    }
  }

  private static String named(Path jar) {
    try (JarFile file = new JarFile(jar.toFile())) {
      Manifest manifest = file.getManifest();
      String names = manifest == null ? null
          : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      return names == null ? "" : names;
    } catch (IOException e) {
      throw new Problem(Place.of(jar), "cannot be read (" + e.getMessage() + ")",
          "build carbonflow again", e);
    }
  }

  /// Libraries are known by their names, which hold their versions.
  private static String entry(Path path) {
    return isOwn(path) ? ContentHash.of(path) : path.getFileName().toString();
  }

  private static boolean isOwn(Path path) {
    return Files.isDirectory(path) || path.getFileName().toString().startsWith("carbonflow");
  }
}
