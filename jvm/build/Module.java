// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

import module java.base;

/// A Maven module, and how its main code is compiled.
///
/// @param folder where it is
/// @param jar the program's jar of it
/// @param uses the class path: jars of the program and of Maven's repository
/// @param options the compiler's other options
record Module(Path folder, Path jar, List<Path> uses, List<String> options) {
  private static final String COMMAND = "Command line options:";
  private static final Set<String> OF_PLACES = Set.of("-d", "-classpath", "--module-path", "-sourcepath", "-s");

  /// Finds the modules in the compiler plugin's log: the first command of a folder `target/classes`.
  /// A descriptor is not compiled here, so the module path is class path; Maven checks it.
  ///
  /// @return in the order of the build
  static List<Module> read(Path log, Path home, Path lib) throws IOException {
    List<Module> modules = new ArrayList<>();
    List<String> lines = Files.readAllLines(log);
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i - 1).endsWith(COMMAND)) {
        read(List.of(lines.get(i).replaceFirst("^\\S+ ", "").trim().split("\\s+")), home, lib)
            .filter(module -> modules.stream().noneMatch(one -> one.folder.equals(module.folder)))
            .ifPresent(modules::add);
      }
    }
    return modules;
  }

  private static Optional<Module> read(List<String> words, Path home, Path lib) throws IOException {
    Map<String, String> places = new HashMap<>();
    List<String> options = new ArrayList<>();
    for (Iterator<String> all = words.iterator(); all.hasNext();) {
      String word = all.next();
      if (OF_PLACES.contains(word)) {
        places.put(word, all.next());
      } else if (!word.endsWith(".java")) {
        options.add(word);
      }
    }
    Path classes = Path.of(places.getOrDefault("-d", ""));
    if (!classes.endsWith("target/classes")) {
      return Optional.empty();
    }
    Path folder = classes.getParent().getParent();
    List<Path> uses = Stream.of(places.get("-classpath"), places.get("--module-path")).filter(Objects::nonNull)
        .flatMap(path -> Stream.of(path.split(File.pathSeparator))).filter(path -> !path.isEmpty()).map(Path::of)
        .filter(path -> !path.equals(classes))
        .map(path -> path.startsWith(home) ? lib.resolve(path.getFileName()) : path).distinct().toList();
    return Optional.of(new Module(folder, Jars.of(classes, lib), uses, options));
  }

  /// Reads what was written.
  static List<Module> read(Path program) throws IOException {
    Path file = program.resolve("modules");
    List<Module> modules = new ArrayList<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        String[] parts = line.split("\t");
        modules.add(new Module(Path.of(parts[0]), Path.of(parts[1]),
            Stream.of(parts[2].split(File.pathSeparator)).map(Path::of).toList(),
            List.of(parts).subList(3, parts.length)));
      }
    }
    return modules;
  }

  /// Writes modules, a line each, and the class path: libraries first, for a cache of their classes holds as long
  /// as what comes before them is the same.
  static void write(List<Module> modules, Path program) throws IOException {
    Files.write(program.resolve("modules"), modules.stream()
        .map(module -> Stream.concat(
            Stream.of(module.folder.toString(), module.jar.toString(), joined(module.uses)),
            module.options.stream()).collect(Collectors.joining("\t"))).toList());
    Set<Path> own = modules.stream().map(Module::jar).collect(Collectors.toSet());
    try (Stream<Path> all = Files.list(program.resolve("lib"))) {
      Map<Boolean, List<Path>> split = all.sorted().collect(Collectors.partitioningBy(own::contains));
      Files.writeString(program.resolve("libraries"), joined(split.get(false)));
      Files.writeString(program.resolve("class-path"), joined(split.get(false)) + File.pathSeparator
          + joined(split.get(true)));
    }
  }

  static String joined(Collection<Path> paths) {
    return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  boolean needs(Module other) {
    return uses.contains(other.jar);
  }

  /// Whether a file, named below the checkout, is one of its Java sources.
  boolean holds(Path file) {
    return file.startsWith(folder.getFileName().resolve("src/main/java"));
  }
}
