// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

import module java.base;

/// What the program is made from, as hashes of contents: files that were only touched have not changed.
final class Sources {
  private final SortedMap<Path, String> hashes = new TreeMap<>();
  private final String revision;

  private Sources(String revision) {
    this.revision = revision;
  }

  /// Reads a checkout: POMs, and all that is in `src/main` of its modules.
  Sources(Path home, String revision) throws IOException {
    this(revision);
    add(home, home.resolve("pom.xml"));
    try (DirectoryStream<Path> modules = Files.newDirectoryStream(home, one -> Files.exists(one.resolve("pom.xml")))) {
      for (Path module : modules) {
        add(home, module.resolve("pom.xml"));
        for (Path file : Folders.files(module.resolve("src/main"))) {
          add(home, file);
        }
      }
    }
  }

  private void add(Path home, Path file) throws IOException {
    hashes.put(home.relativize(file), Hash.of(Files.readAllBytes(file)));
  }

  /// The revision that the program says it is of.
  String revision() {
    return revision;
  }

  /// Files that are new, gone or hold something else, below the checkout.
  Set<Path> changedSince(Sources before) {
    Set<Path> changed = new TreeSet<>();
    Stream.of(hashes, before.hashes).flatMap(map -> map.keySet().stream())
        .filter(file -> !Objects.equals(hashes.get(file), before.hashes.get(file))).forEach(changed::add);
    return changed;
  }

  /// Reads what was written.
  static Sources read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    Sources sources = new Sources(lines.getFirst());
    lines.stream().skip(1).map(line -> line.split(" ", 2))
        .forEach(words -> sources.hashes.put(Path.of(words[1]), words[0]));
    return sources;
  }

  void write(Path file) throws IOException {
    List<String> lines = new ArrayList<>(List.of(revision));
    hashes.forEach((path, hash) -> lines.add(hash + " " + path));
    Path fresh = Files.write(file.resolveSibling(file.getFileName() + ".new"), lines);
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
