// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

/// A folder that the launcher is started in: a checkout, a release's archive or an installation, whose JDKs
/// only say who they are, and whose build only notes that it was called.
final class LauncherHome {
  private final Path home;

  /// How a program ended, and all that it wrote.
  record Outcome(int exit, String out) {}

  LauncherHome(Path home) throws IOException {
    this.home = Files.createDirectories(home);
    Files.createDirectories(path("jvm"));
    for (String file : List.of("carbonflow", "jvm/find-jdk", "jvm/options", "jvm/long-steps", "jvm/prepare")) {
      Files.copy(Path.of("..", file), path(file));
      path(file).toFile().setExecutable(true);
    }
    script("path/java", "exit 9");
  }

  Path path(String below) {
    return home.resolve(below);
  }

  /// Makes it an installation, with the jars beside the launcher.
  LauncherHome installation() throws IOException {
    Files.createDirectories(path("lib"));
    return this;
  }

  /// Makes it a release's archive: an installation that makes its cache itself.
  LauncherHome archive() throws IOException {
    makeCache("jvm/make-cache");
    return installation();
  }

  /// Makes it a checkout that was never built.
  LauncherHome checkout() throws IOException {
    for (String module : List.of("model", "common", "components", "pipeline")) {
      Files.createDirectories(path(module + "/src/main"));
    }
    Files.createDirectories(path("jvm/build"));
    Files.writeString(path("jvm/build/Build.java"), "");
    Files.writeString(path("pom.xml"), "<project/>");
    script("mvnw", "mkdir -p pipeline/target/lib; echo jar >pipeline/target/lib/carbonflow.jar;"
        + " echo package >>made; while [ -e slow ]; do sleep 0.1; done");
    makeCache("jvm/make-library-cache");
    return this;
  }

  /// Where there is a file `no-cache`, no cache can be made.
  private void makeCache(String script) throws IOException {
    script(script, "cd '" + home + "'; [ ! -e no-cache ] || exit 1;"
        + " echo cache $(basename \"$JAVA_HOME\") >>made; echo cache >\"$2\"");
  }

  /// What was made, a line each.
  String made() throws IOException {
    return Files.readString(path("made"));
  }

  /// Adds a JDK.
  Path jdk(String name, String version) throws IOException {
    Path jdk = path("jdks/" + name);
    program("jdks/" + name + "/bin/java", name);
    program("jdks/" + name + "/bin/javac", name);
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return jdk;
  }

  /// Adds the runtime of an installation.
  void runtime() throws IOException {
    program("runtime/bin/java", "runtime");
  }

  /// A program of a JDK. What builds a checkout has Maven do all that is new to it, and says what else it does.
  private void program(String file, String name) throws IOException {
    script(file, "cd '" + home + "'; case \"$*\" in"
        + " *-d*/build/Build.java*) mkdir -p target/program/build; >target/program/build/Build.class; exit;;"
        + " *' Build after-maven '*) ;;"
        + " *' Build update '*) [ ! -e maven ] || exit 3; [ ! -e wrong ] || exit 1; echo update >>made;;"
        + " *) echo \"" + name + "\" \"$OMP_WAIT_POLICY\" \"$LC_ALL\" \"$@\"; exit;;"
        + " esac; mkdir -p target/program/builds/7; echo 7 >target/program/current; cd target/program/builds/7;"
        + " mv ../../started built; echo lib/lib.jar | tee libraries >class-path");
  }

  private void script(String file, String text) throws IOException {
    Files.createDirectories(path(file).getParent());
    Files.writeString(path(file), "#!/bin/sh\n" + text + "\n");
    assertTrue(path(file).toFile().setExecutable(true));
  }

  /// Starts the launcher and waits for its end.
  Outcome run(Map<String, String> more, String... args) throws Exception {
    return outcome(start(more, args));
  }

  /// A path of programs that has what POSIX has, and neither `flock` nor `locale`.
  String leanPath() throws IOException {
    for (String name : List.of("awk", "basename", "cat", "cmp", "dirname", "find", "head", "ln", "mkdir", "mv", "ps",
        "readlink", "rm", "sed", "sh", "sleep", "tee", "touch")) {
      script("lean/" + name, "PATH='" + System.getenv("PATH") + "' exec " + name + " \"$@\"");
    }
    return path("path") + ":" + path("lean");
  }

  /// What starts the launcher.
  ProcessBuilder start(Map<String, String> more, String... args) {
    List<String> command = new ArrayList<>(List.of(path("carbonflow").toString()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("JAVA_HOME");
    builder.environment().remove("CARBONFLOW_JAVA_OPTIONS");
    // A program java that belongs to no JDK, so that the machine's own is not found on the path.
    builder.environment().put("PATH", path("path") + ":" + System.getenv("PATH"));
    builder.environment().put("CARBONFLOW_JDK_FOLDERS", home.toString().replace(' ', '?') + "/jdks/*");
    builder.environment().putAll(more);
    return builder;
  }

  /// Starts a program and waits for its end.
  static Outcome outcome(ProcessBuilder builder) throws Exception {
    Process process = builder.redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    return new Outcome(process.exitValue(), out);
  }
}
