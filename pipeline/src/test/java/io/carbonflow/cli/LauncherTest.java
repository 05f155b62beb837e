package io.carbonflow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The script `carbonflow`, in an installation without sources whose JDKs only say who they are.
class LauncherTest {
  @TempDir Path home;

  private record Outcome(int exit, String out) {}

  @BeforeEach
  void anInstallation() throws Exception {
    Files.copy(Path.of("../carbonflow"), home.resolve("carbonflow"));
    home.resolve("carbonflow").toFile().setExecutable(true);
    Files.createDirectories(home.resolve("pipeline/target/lib"));
    Files.createFile(home.resolve("pipeline/target/lib/a.jar"));
    Path java = Files.createDirectory(home.resolve("path")).resolve("java");
    assertTrue(Files.createFile(java).toFile().setExecutable(true));
  }

  private Path jdk(String folder, String version) throws Exception {
    Path jdk = home.resolve("jdks").resolve(folder);
    Files.createDirectories(jdk.resolve("bin"));
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    for (String program : List.of("java", "javac")) {
      Path file = Files.writeString(jdk.resolve("bin").resolve(program),
          "#!/bin/sh\necho \"" + folder + "\" \"$OMP_WAIT_POLICY\" \"$@\"\n");
      assertTrue(file.toFile().setExecutable(true));
    }
    return jdk;
  }

  private Outcome run(Map<String, String> more, String... args) throws Exception {
    List<String> command = new java.util.ArrayList<>(List.of(home.resolve("carbonflow").toString()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().remove("JAVA_HOME");
    // A program java that belongs to no JDK, so that the machine's own is not found on the path.
    builder.environment().put("PATH", home.resolve("path") + ":" + System.getenv("PATH"));
    builder.environment().put("CARBONFLOW_JDK_FOLDERS", home + "/jdks/*");
    builder.environment().putAll(more);
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    return new Outcome(process.exitValue(), out);
  }

  @Test
  void withoutAJdk25ItSaysWhatToInstall() throws Exception {
    jdk("old", "21.0.2");
    Outcome outcome = run(Map.of(), "run");
    assertEquals(1, outcome.exit());
    assertTrue(outcome.out().startsWith(
        "carbonflow: no JDK 25 found in JAVA_HOME, on the path or in the usual folders."),
        outcome.out());
    assertTrue(outcome.out().contains("Temurin 25"), outcome.out());
  }

  @Test
  void aJdk25IsFoundBesideOlderOnes() throws Exception {
    jdk("a-17", "17.0.15");
    jdk("b-25", "25.0.3");
    Outcome outcome = run(Map.of(), "run", "--seed=1 2");
    assertEquals(0, outcome.exit());
    assertTrue(outcome.out().startsWith("b-25 passive"), outcome.out());
    assertTrue(outcome.out().endsWith(" run --seed=1 2\n"), outcome.out());
  }

  @Test
  void javaHomeComesFirst() throws Exception {
    jdk("a", "25.0.1");
    Path chosen = jdk("z", "26");
    assertTrue(run(Map.of("JAVA_HOME", chosen.toString())).out().startsWith("z passive"));
  }

  @Test
  void aJavaHomeThatIsTooOldIsPassedOver() throws Exception {
    jdk("b-25", "25");
    Path old = jdk("a-17", "17.0.15");
    assertTrue(run(Map.of("JAVA_HOME", old.toString())).out().startsWith("b-25 passive"));
  }
}
