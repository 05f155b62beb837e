// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

import module java.base;

/// Brings the program of a checkout up to date: compiles what has changed since Maven built it, with the options
/// that Maven gave the compiler, and puts the classes into the program's jars. It says what it cannot do, so that
/// Maven does: other libraries, modules, compiler options.
///
/// `java Build.java after-maven HOME PROGRAM REVISION COMPILER-LOG` takes over what Maven has built,
/// `java Build.java update HOME PROGRAM REVISION` does the rest. Exit code 0 if all is up to date, 1 if the
/// compiler has refused something (it says what), 3 if Maven has to build.
final class Build {
  private static final int MAVEN_IS_NEEDED = 3;
  private final Path home;
  private final Path program;
  private final String revision;
  private final List<Module> modules;

  private Build(Path home, Path program, String revision, List<Module> modules) {
    this.home = home;
    this.program = program;
    this.revision = revision;
    this.modules = modules;
  }

  public static void main(String... args) throws Exception {
    Path home = Path.of(args[1]);
    Path program = Path.of(args[2]);
    if (args[0].equals("after-maven")) {
      Jars.take(home.resolve("pipeline/target/lib"), program.resolve("lib"));
      List<Module> modules = Module.read(Path.of(args[4]), home, program.resolve("lib"));
      Module.write(modules, program);
      new Sources(home, args[3]).write(program.resolve("sources"));
      return;
    }
    Path known = program.resolve("sources");
    List<Module> modules = Module.read(program);
    System.exit(modules.isEmpty() || !Files.exists(known) ? MAVEN_IS_NEEDED
        : new Build(home, program, args[3], modules).update(Sources.read(known)));
  }

  private int update(Sources before) throws Exception {
    Sources now = new Sources(home, revision);
    Set<Path> changed = now.changedSince(before);
    if (changed.stream().anyMatch(Build::isMavens)) {
      return MAVEN_IS_NEEDED;
    }
    Set<Module> other = new HashSet<>();
    for (Module module : modules) {
      boolean whole = other.stream().anyMatch(module::needs);
      Set<Path> own = changed.stream().filter(module::holds).collect(Collectors.toCollection(TreeSet::new));
      switch (new Compilation(module, program).run(own, whole)) {
        case REFUSED -> {
          return 1;
        }
        case OTHER_FOR_USERS -> other.add(module);
        case SAME_FOR_USERS -> { }
      }
    }
    if (!before.revision().equals(revision) || changed.stream().anyMatch(Build::isResource)) {
      int exit = new Resources(home, revision, modules).update(changed);
      if (exit != 0) {
        return exit;
      }
    }
    now.write(program.resolve("sources"));
    return 0;
  }

  /// Whether a file says how Maven builds.
  private static boolean isMavens(Path file) {
    return file.endsWith("pom.xml") || file.endsWith("module-info.java");
  }

  static boolean isResource(Path file) {
    return file.startsWith(file.subpath(0, 1).resolve("src/main/resources"));
  }
}
