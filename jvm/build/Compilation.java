// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

import module java.base;
import module java.compiler;
import javax.tools.ToolProvider;

/// Compiles a module's changed sources, or all of them where others would see the difference.
final class Compilation {
  /// What came of it.
  enum Outcome { REFUSED, OTHER_FOR_USERS, SAME_FOR_USERS }

  private static final Pattern UNNAMED = Pattern.compile(".*\\$\\d.*");
  private final Module module;
  private final Path classes;

  /// @param work where classes are on their way into the jar
  Compilation(Module module, Path work) {
    this.module = module;
    classes = work.resolve(module.folder().getFileName());
  }

  /// @param changed its sources that are new, gone or different, below the checkout
  /// @param whole whether to compile all of them in any case
  Outcome run(Set<Path> changed, boolean whole) throws IOException {
    if (changed.isEmpty() && !whole) {
      return Outcome.SAME_FOR_USERS;
    }
    Set<Path> sources = changed.stream().map(path -> module.folder().resolveSibling(path))
        .collect(Collectors.toCollection(TreeSet::new));
    if (!whole && sources.stream().allMatch(Files::exists) && compile(sources, Optional.of(module.jar()))) {
      SortedMap<String, byte[]> before = Jars.classes(module.jar(), of(sources));
      SortedMap<String, byte[]> after = classes();
      if (seen(before).equals(seen(after))) {
        before.keySet().removeAll(after.keySet());
        Jars.change(module.jar(), before.keySet(), classes);
        return Outcome.SAME_FOR_USERS;
      }
    }
    SortedMap<String, byte[]> before = Jars.classes(module.jar(), name -> !name.equals("module-info.class"));
    try (Stream<Path> walk = Files.walk(module.folder().resolve("src/main/java"))) {
      sources = walk.filter(file -> file.toString().endsWith(".java") && !file.endsWith("module-info.java"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
    if (!compile(sources, Optional.empty())) {
      return Outcome.REFUSED;
    }
    SortedMap<String, byte[]> after = classes();
    Set<String> gone = new TreeSet<>(before.keySet());
    gone.removeAll(after.keySet());
    gone.addAll(Jars.services(module.jar()));
    gone.removeIf(name -> Files.exists(module.folder().resolve("src/main/resources").resolve(name)));
    Jars.change(module.jar(), gone, classes);
    return seen(before).equals(seen(after)) ? Outcome.SAME_FOR_USERS : Outcome.OTHER_FOR_USERS;
  }

  /// Which classes come from some sources, by their names.
  private Predicate<String> of(Set<Path> sources) {
    Path root = module.folder().resolve("src/main/java");
    Set<String> names = sources.stream()
        .map(file -> root.relativize(file).toString().replaceFirst("\\.java$", "")).collect(Collectors.toSet());
    return name -> names.contains(name.replaceFirst("(\\$.*)?\\.class$", ""));
  }

  /// What compilers of other classes see, by the names of classes that others can name.
  private static SortedMap<String, String> seen(SortedMap<String, byte[]> classes) {
    SortedMap<String, String> seen = new TreeMap<>();
    classes.forEach((name, bytes) -> {
      if (!UNNAMED.matcher(name).matches()) {
        seen.put(name, Api.of(bytes));
      }
    });
    return seen;
  }

  private boolean compile(Set<Path> sources, Optional<Path> own) throws IOException {
    Folders.empty(classes);
    if (own.isPresent()) {
      Jars.copyServices(own.get(), classes); // the processor adds to them
    }
    List<Path> path = Stream.concat(own.stream(), module.uses().stream()).toList();
    List<String> options = new ArrayList<>(module.options());
    options.addAll(List.of("-d", classes.toString(), "-classpath", Module.joined(path), "-implicit:none"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      boolean fine = compiler.getTask(
          said, files, null, options, null, files.getJavaFileObjectsFromPaths(sources)).call();
      if (!fine && own.isEmpty()) {
        System.err.print(said);
      }
      return fine;
    }
  }

  private SortedMap<String, byte[]> classes() throws IOException {
    SortedMap<String, byte[]> found = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(classes)) {
      for (Path file : walk.filter(one -> one.toString().endsWith(".class")).toList()) {
        found.put(classes.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return found;
  }
}
