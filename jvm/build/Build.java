// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

import module java.base;

/// Brings the program of a checkout up to date: compiles what has changed since Maven built it, with the options
/// that Maven gave the compiler, and puts the classes into the jars of a new build. It says what it cannot do, so that
/// Maven does: other libraries, modules, compiler options.
///
/// `java Build.java after-maven HOME PROGRAM REVISION COMPILER-LOG` takes over what Maven has built,
/// `java Build.java update HOME PROGRAM REVISION` does the rest. The file `started` in the program's folder has the time
/// of what is in the build. Exit code 0 if all is up to date, 1 if the compiler has refused something (it says what), 3
/// if Maven has to build.
final class Build {
  private static final int MAVEN_IS_NEEDED = 3;
  private static final String SOURCES = "sources";
  private final Path home;
  private final Builds builds;
  private final String revision;

  private Build(Path home, Builds builds, String revision) {
    this.home = home;
    this.builds = builds;
    this.revision = revision;
  }

  public static void main(String... args) throws Exception {
    Build build = new Build(Path.of(args[1]), new Builds(Path.of(args[2])), args[3]);
    System.exit(args[0].equals("after-maven") ? build.afterMaven(Path.of(args[4])) : build.update());
  }

  private int afterMaven(Path log) throws IOException {
    Path fresh = builds.next();
    Path lib = fresh.resolve(Builds.LIB);
    Jars.take(home.resolve("pipeline/target/lib"), builds.current().resolve(Builds.LIB), lib);
    Module.write(Module.read(log, home, lib), home, fresh);
    finish(fresh, new Sources(home, revision));
    return 0;
  }

  private void finish(Path fresh, Sources now) throws IOException {
    now.write(fresh.resolve(SOURCES));
    builds.complete(fresh);
    builds.switchTo(fresh);
  }

  private int update() throws Exception {
    Path last = builds.current();
    Path known = last.resolve(SOURCES);
    List<Module> modules = Module.read(home, last);
    if (modules.isEmpty() || !Files.exists(known)) {
      return MAVEN_IS_NEEDED;
    }
    Sources before = Sources.read(known);
    Sources now = new Sources(home, revision);
    Set<Path> changed = now.changedSince(before);
    if (changed.stream().anyMatch(Build::isMavens)) {
      return MAVEN_IS_NEEDED;
    }
    boolean sameRevision = before.revision().equals(revision);
    if (changed.isEmpty() && sameRevision) {
      builds.complete(last); // only touched
      return 0;
    }
    Path fresh = builds.next();
    Jars.link(last.resolve(Builds.LIB), fresh.resolve(Builds.LIB));
    Module.copy(last, fresh);
    int exit = compile(fresh, changed, !sameRevision);
    if (exit == 0) {
      finish(fresh, now);
    } else {
      Folders.remove(fresh);
    }
    return exit;
  }

  private int compile(Path fresh, Set<Path> changed, boolean otherRevision) throws Exception {
    List<Module> modules = Module.read(home, fresh);
    Path classes = fresh.resolve("classes");
    Set<Module> other = new HashSet<>();
    for (Module module : modules) {
      boolean whole = other.stream().anyMatch(module::needs);
      Set<Path> own = changed.stream().filter(module::holds).collect(Collectors.toCollection(TreeSet::new));
      switch (new Compilation(module, classes).run(own, whole)) {
        case REFUSED -> {
          return 1;
        }
        case OTHER_FOR_USERS -> other.add(module);
        case SAME_FOR_USERS -> { }
      }
    }
    Folders.remove(classes);
    return otherRevision || changed.stream().anyMatch(Build::isResource)
        ? new Resources(home, revision, modules).update(changed) : 0;
  }

  /// Whether a file says how Maven builds.
  private static boolean isMavens(Path file) {
    return file.endsWith("pom.xml") || file.endsWith("module-info.java");
  }

  static boolean isResource(Path file) {
    return file.startsWith(file.subpath(0, 1).resolve("src/main/resources"));
  }
}
