// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever is read, a command ends within ten seconds and 256 MB, with one line and an exit code that
/// fits. `-Dfuzz.cases=N` has it look longer, `-Dfuzz.seed=N` elsewhere; see [Fuzz].
class FuzzTest {
  private static final int MINUTES = 3;
  private static final Set<String> HANDED_ON =
      Set.of("fuzz.cases", "fuzz.seed", "fuzz.only", "fuzz.first", "fuzz.findings");

  @Test
  void nothingThatIsReadEndsInAnythingButALineAndAnExitCode(@TempDir Path folder) throws Exception {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-Xss4m",
        "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow", "-Djava.awt.headless=true",
        "-Dfuzz.checkout=" + Path.of("..").toAbsolutePath().normalize()));
    Map<String, String> options = new TreeMap<>(
        Map.of("fuzz.findings", Path.of("target", "fuzz").toAbsolutePath().toString()));
    HANDED_ON.stream().filter(name -> System.getProperty(name) != null)
        .forEach(name -> options.put(name, System.getProperty(name)));
    options.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(List.of("-cp", classPath(), Fuzz.class.getName()));
    Path told = folder.resolve("told.txt");
    ProcessBuilder builder = new ProcessBuilder(command)
        .directory(Files.createDirectories(folder.resolve("work")).toFile())
        .redirectErrorStream(true).redirectOutput(told.toFile());
    builder.environment().put("OMP_NUM_THREADS", "1");
    Process process = builder.start();
    boolean endless = options.containsKey("fuzz.cases");
    boolean ended = endless ? process.waitFor() >= 0 : process.waitFor(MINUTES, TimeUnit.MINUTES);
    process.destroyForcibly();
    String text = Files.readString(told);
    System.out.println(text);
    assertTrue(ended, () -> "takes longer than " + MINUTES + " minutes:\n" + text);
    assertEquals(0, process.exitValue(), text);
  }

  /// Relative parts of the class path are those of this process.
  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(part -> Path.of(part).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
