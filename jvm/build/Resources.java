// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

import module java.base;

/// Files beside the classes. Maven fills in what they hold, such as the version and the revision.
final class Resources {
  private static final String FOLDER = "src/main/resources";
  private final Path home;
  private final String revision;
  private final List<Module> modules;

  Resources(Path home, String revision, List<Module> modules) {
    this.home = home;
    this.revision = revision;
    this.modules = modules;
  }

  /// Has Maven make those of modules where some have changed or hold the revision, and puts them into the jars.
  ///
  /// @param changed what has changed, below the checkout
  /// @return Maven's exit code
  int update(Set<Path> changed) throws IOException, InterruptedException {
    List<Module> stale = new ArrayList<>();
    for (Module module : modules) {
      Path folder = module.folder().getFileName().resolve(FOLDER);
      if (changed.stream().anyMatch(path -> path.startsWith(folder)) || holdsRevision(module)) {
        stale.add(module);
      }
    }
    if (stale.isEmpty()) {
      return 0;
    }
    int exit = new ProcessBuilder("./mvnw", "-q", "-B", "-o", "-Drevision=" + revision, "-pl", stale.stream()
        .map(module -> module.folder().getFileName().toString()).collect(Collectors.joining(",")),
        "resources:resources").directory(home.toFile()).inheritIO().start().waitFor();
    if (exit == 0) {
      for (Module module : stale) {
        put(module, changed);
      }
    }
    return exit;
  }

  private static boolean holdsRevision(Module module) throws IOException {
    for (Path file : Folders.files(module.folder().resolve(FOLDER))) {
      if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains("${revision}")) {
        return true;
      }
    }
    return false;
  }

  private void put(Module module, Set<Path> changed) throws IOException {
    Path from = module.folder().resolve(FOLDER);
    Path fresh = Files.createTempDirectory(module.jar().getParent(), "resources");
    for (Path file : Folders.files(from)) {
      Path target = fresh.resolve(from.relativize(file));
      Files.createDirectories(target.getParent());
      Files.copy(module.folder().resolve("target/classes").resolve(from.relativize(file)), target);
    }
    List<String> gone = changed.stream().map(home::resolve)
        .filter(file -> file.startsWith(from) && !Files.exists(file))
        .map(file -> from.relativize(file).toString()).toList();
    Jars.change(module.jar(), gone, fresh);
    Folders.empty(fresh);
    Files.delete(fresh);
  }
}
