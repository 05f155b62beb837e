// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

import module java.base;

/// Files beside the classes. Maven fills in what they hold, such as the version and the revision.
final class Resources {
  private static final String FOLDER = "src/main/resources";
  private static final String REVISION = "${revision}";
  private final Path home;
  private final String revision;
  private final List<Module> modules;

  Resources(Path home, String revision, List<Module> modules) {
    this.home = home;
    this.revision = revision;
    this.modules = modules;
  }

  /// Puts those of modules where some have changed or hold the revision into the jars, as Maven fills them in. Where
  /// the revision alone is to be filled in, Maven is not started.
  ///
  /// @param changed what has changed, below the checkout
  /// @return Maven's exit code
  int update(Set<Path> changed) throws IOException, InterruptedException {
    List<Module> stale = modules.stream().filter(module -> {
      Path folder = module.folder().getFileName().resolve(FOLDER);
      return changed.stream().anyMatch(path -> path.startsWith(folder));
    }).toList();
    int exit = stale.isEmpty() ? 0 : maven(stale);
    if (exit == 0) {
      for (Module module : modules) {
        fillIn(module);
        if (stale.contains(module)) {
          put(module, changed);
        }
      }
    }
    return exit;
  }

  private int maven(List<Module> stale) throws IOException, InterruptedException {
    return new ProcessBuilder("./mvnw", "-q", "-B", "-o", "-Drevision=" + revision, "-pl", stale.stream()
        .map(module -> module.folder().getFileName().toString()).collect(Collectors.joining(",")),
        "resources:resources").directory(home.toFile()).inheritIO().start().waitFor();
  }

  /// Writes the revision into the files that hold it, among Maven's and in the jar.
  private void fillIn(Module module) throws IOException {
    Path from = module.folder().resolve(FOLDER);
    Path fresh = Files.createTempDirectory(module.jar().getParent(), "revision");
    for (Path file : Folders.files(from)) {
      String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      if (text.contains(REVISION)) {
        byte[] filled = text.replace(REVISION, revision).getBytes(StandardCharsets.ISO_8859_1);
        for (Path place : List.of(module.folder().resolve("target/classes"), fresh)) {
          Path target = place.resolve(from.relativize(file));
          Files.createDirectories(target.getParent());
          Files.write(target, filled);
        }
      }
    }
    if (!Folders.files(fresh).isEmpty()) {
      Jars.change(module.jar(), List.of(), fresh);
    }
    Folders.empty(fresh);
    Files.delete(fresh);
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
