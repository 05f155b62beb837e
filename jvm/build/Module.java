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
  private static final String MODULES = "modules";
  private static final String LIBRARIES = "libraries";
  private static final String CLASS_PATH = "class-path";
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
        read(words(lines.get(i)), home, lib)
            .filter(module -> modules.stream().noneMatch(one -> one.folder.equals(module.folder)))
            .ifPresent(modules::add);
      }
    }
    return modules;
  }

  /// The log has no quotes: what stands between a place's option and the next option is the place, blanks and all.
  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    for (String word : line.replaceFirst("^\\S+ ", "").trim().split(" ")) {
      int last = words.size() - 1;
      if (last > 0 && OF_PLACES.contains(words.get(last - 1)) && !word.startsWith("-")) {
        words.set(last, words.get(last) + " " + word);
      } else if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
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
  static List<Module> read(Path home, Path build) throws IOException {
    Path file = build.resolve(MODULES);
    List<Module> modules = new ArrayList<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        String[] parts = line.split("\t");
        modules.add(new Module(home.resolve(parts[0]), build.resolve(parts[1]),
            Stream.of(parts[2].split(File.pathSeparator)).map(build::resolve).toList(),
            List.of(parts).subList(3, parts.length)));
      }
    }
    return modules;
  }

  /// Writes modules, a line each, and the names of the jars in the order of the class path: libraries first, for a
  /// cache of their classes holds as long as what comes before them is the same. Names begin at the checkout or the
  /// build, so both may be moved.
  static void write(List<Module> modules, Path home, Path build) throws IOException {
    Files.write(build.resolve(MODULES), modules.stream().map(module -> Stream.concat(
        Stream.of(home.relativize(module.folder).toString(), below(build, module.jar),
            module.uses.stream().map(path -> below(build, path)).collect(Collectors.joining(File.pathSeparator))),
        module.options.stream()).collect(Collectors.joining("\t"))).toList());
    Set<Path> own = modules.stream().map(Module::jar).collect(Collectors.toSet());
    try (Stream<Path> all = Files.list(build.resolve(Builds.LIB))) {
      Map<Boolean, List<Path>> split = all.sorted().collect(Collectors.partitioningBy(own::contains));
      List<String> libraries = split.get(false).stream().map(path -> below(build, path)).toList();
      Files.write(build.resolve(LIBRARIES), libraries);
      Files.write(build.resolve(CLASS_PATH), Stream.concat(
          libraries.stream(), split.get(true).stream().map(path -> below(build, path))).toList());
    }
  }

  /// Gives a build what was written for another one.
  static void copy(Path from, Path to) throws IOException {
    for (String file : List.of(MODULES, LIBRARIES, CLASS_PATH)) {
      Files.copy(from.resolve(file), to.resolve(file));
    }
  }

  private static String below(Path build, Path path) {
    return (path.startsWith(build) ? build.relativize(path) : path).toString();
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
