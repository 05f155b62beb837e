// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

import module java.base;

/// The program's jars.
final class Jars {
  private static final FileTime TIME = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

  private static final String SERVICES = "META-INF/services/";

  private Jars() {}

  /// Copies a folder's jars into another one. One that a folder of before has as well is its, and so is its time.
  static void take(Path from, Path before, Path to) throws IOException {
    Files.createDirectories(to);
    for (Path jar : list(from)) {
      Path known = before.resolve(jar.getFileName());
      boolean same = Files.exists(known) && Files.mismatch(jar, known) < 0;
      link(same ? known : jar, to.resolve(jar.getFileName()), same);
    }
  }

  /// Makes a folder hold another one's jars, without a copy where the file system can.
  static void link(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    for (Path jar : list(from)) {
      link(jar, to.resolve(jar.getFileName()), true);
    }
  }

  private static void link(Path from, Path to, boolean unchanged) throws IOException {
    if (unchanged) {
      try {
        Files.createLink(to, from);
        return;
      } catch (IOException | UnsupportedOperationException _) {
        // Not this file system, or the file is somebody else's.
      }
    }
    Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.toList();
    }
  }

  /// The jar that holds a folder's classes.
  static Path of(Path classes, Path lib) throws IOException {
    String some;
    try (Stream<Path> walk = Files.walk(classes)) {
      some = walk.filter(file -> file.toString().endsWith(".class") && !file.endsWith("module-info.class"))
          .map(file -> classes.relativize(file).toString()).findFirst().orElseThrow();
    }
    for (Path jar : list(lib)) {
      try (ZipFile zip = new ZipFile(jar.toFile())) {
        if (zip.getEntry(some) != null) {
          return jar;
        }
      }
    }
    throw new NoSuchFileException(some);
  }

  /// Classes of a jar, by the names of their files.
  static SortedMap<String, byte[]> classes(Path jar, Predicate<String> which) throws IOException {
    return read(jar, name -> name.endsWith(".class") && which.test(name));
  }

  /// The names of a jar's lists of providers.
  static Set<String> services(Path jar) throws IOException {
    return read(jar, name -> name.startsWith(SERVICES)).keySet();
  }

  static void copyServices(Path jar, Path to) throws IOException {
    for (Map.Entry<String, byte[]> file : read(jar, name -> name.startsWith(SERVICES)).entrySet()) {
      Path target = to.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.write(target, file.getValue());
    }
  }

  private static SortedMap<String, byte[]> read(Path jar, Predicate<String> which) throws IOException {
    SortedMap<String, byte[]> found = new TreeMap<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (!entry.isDirectory() && which.test(entry.getName())) {
          found.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
        }
      }
    }
    return found;
  }

  /// Changes a jar at one moment: a program that runs keeps the one that it has opened.
  ///
  /// @param gone names of files to leave out
  /// @param fresh a folder of files to put in
  static void change(Path jar, Collection<String> gone, Path fresh) throws IOException {
    Path copy = Files.copy(jar, jar.resolveSibling(jar.getFileName() + ".new"), StandardCopyOption.REPLACE_EXISTING);
    try (FileSystem zip = FileSystems.newFileSystem(copy); Stream<Path> walk = Files.walk(fresh)) {
      for (String name : gone) {
        Files.deleteIfExists(zip.getPath(name));
      }
      for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
        Path target = zip.getPath(fresh.relativize(file).toString());
        if (target.getParent() != null) {
          Files.createDirectories(target.getParent());
        }
        Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(target, TIME);
      }
    }
    Files.move(copy, jar, StandardCopyOption.REPLACE_EXISTING);
  }
}
