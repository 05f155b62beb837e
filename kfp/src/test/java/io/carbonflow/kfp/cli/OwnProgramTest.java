// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.kfp.pipeline.Pipeline;
import io.carbonflow.kfp.run.Squares;
import io.carbonflow.kfp.step.Streams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A program of another project: nothing that a person sees calls it otherwise than the project does.
class OwnProgramTest {
  @TempDir Path folder;
  private final ClassLoader usual = Thread.currentThread().getContextClassLoader();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  /// Registers a pipeline as a project does; here for these tests alone.
  @BeforeEach
  void register() throws IOException {
    Path services = Files.createDirectories(folder.resolve("classes/META-INF/services"));
    Files.writeString(services.resolve(Pipeline.class.getName()), Squares.class.getName());
    Thread.currentThread().setContextClassLoader(new URLClassLoader(
        new URL[] {folder.resolve("classes").toUri().toURL()}, usual));
  }

  @AfterEach
  void forget() {
    Thread.currentThread().setContextClassLoader(usual);
  }

  private int run(String... args) {
    Program acme = Program.named("acme", "Forecasts anvils.").calledAs("java -jar acme.jar")
        .image("registry.example/acme:7");
    return CommandTree.execute(CliContext.of(acme, new Streams(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8))), args);
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "--help", "run --help", "run squares --help", "compile --help", "completion --help",
      "square --help", "kubeflow --help", "kubeflow upload --help", "kubeflow run --help",
      "kubeflow runs --help", "kubeflow status --help", "kubeflow stop --help",
      "kubeflow retry --help", "kubeflow logs --help", "kubeflow schedule --help",
      "kubeflow schedules --help", "kubeflow pause --help", "kubeflow resume --help",
      "kubeflow unschedule --help", "kubeflow doctor --help"})
  void helpCallsTheProgramByItsName(String words) {
    assertEquals(0, run(words.split(" ")), this::said);
    assertTrue(said().contains("acme"), this::said);
    assertFalse(said().contains("carbonflow"), this::said);
  }

  @Test
  void wrongUseIsReportedUnderItsName() {
    assertEquals(2, run("kubeflow", "uplaod"));
    assertTrue(said().startsWith("acme kubeflow: there is no command uplaod; did you mean"),
        this::said);
  }

  @Test
  void whatItCompilesRunsItInItsImage() throws Exception {
    assertEquals(0, run("compile", "--output=" + folder.resolve("made")), this::said);
    String pipeline = Files.readString(folder.resolve("made/kubeflow/pipelines/squares.yaml"));
    assertTrue(pipeline.contains("registry.example/acme:7"), pipeline);
    assertTrue(pipeline.contains("- acme\n"), pipeline);
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder.resolve("made"))) {
      all.filter(Files::isRegularFile).forEach(files::add);
    }
    assertTrue(files.size() > 5, files.toString());
    for (Path file : files) {
      assertFalse(Files.readString(file).contains("carbonflow"), file.toString());
    }
    assertTrue(pipeline.startsWith("# Made by java -jar acme.jar compile "), pipeline);
  }

  @Test
  void itsPipelineRunsHere() throws Exception {
    Path run = folder.resolve("run");
    assertEquals(0, run("run", "squares", "--output=" + run, "--numbers=[2,3]", "--factor=1",
        "--journal=" + folder.resolve("journal.txt")), this::said);
    assertTrue(Files.isDirectory(run.resolve("steps")), this::said);
    assertFalse(said().contains("carbonflow"), this::said);
  }

  @Test
  void aPipelineOfAnotherProgramIsNotRunAsItsOwn() throws Exception {
    run("compile", "--output=" + folder.resolve("made"));
    Path other = folder.resolve("other.yaml");
    Files.writeString(other, Files.readString(folder.resolve("made/kubeflow/pipelines/squares.yaml"))
        .replace("- acme\n", "- zenith\n"));
    assertEquals(1, run("run", other.toString(), "--output=" + folder.resolve("run"),
        "--param=numbers=[2,3]", "--param=factor=1", "--param=journal=" + folder.resolve("j.txt")));
    assertTrue(said().contains("is nothing that this program runs; run it with --runner=container"),
        this::said);
  }

  @Test
  void aNameThatIsNoCommandIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Program.named("My Program", "Does."));
  }
}
