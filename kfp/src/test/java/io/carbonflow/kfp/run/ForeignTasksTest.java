// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.concurrent.Workers;
import io.carbonflow.kfp.component.ComponentFile;
import io.carbonflow.kfp.component.ContainerComponent;
import io.carbonflow.kfp.ir.PipelineSpec;
import io.carbonflow.kfp.pipeline.Compiler;
import io.carbonflow.kfp.pipeline.Dag;
import io.carbonflow.kfp.pipeline.Imports;
import io.carbonflow.kfp.pipeline.Pipeline;
import io.carbonflow.kfp.pipeline.StepImage;
import io.carbonflow.kfp.pipeline.TaskSettings;
import io.carbonflow.kfp.run.container.ContainerLauncher;
import io.carbonflow.kfp.run.container.HostEngine;
import io.carbonflow.kfp.run.container.Reach;
import io.carbonflow.kfp.step.About;
import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.FileName;
import io.carbonflow.kfp.step.Output;
import io.carbonflow.kfp.step.Terminal;
import io.carbonflow.kfp.step.Value;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tasks that are not steps of ours, run on this machine: an imported file goes through a container of any
/// image and one of a component file.
class ForeignTasksTest {
  private static final String COUNT = """
      name: count
      inputs:
      - {name: rows, type: Dataset}
      - {name: unit, type: String, default: lines}
      outputs:
      - {name: found, type: String}
      implementation:
        container:
          image: here
          command: [sh, -c, 'echo "$(wc -l < "$0")" "$1" > "$2"']
          args: [{inputPath: rows}, {inputValue: unit}, {outputPath: found}]
      """;

  /// Rows.
  @FileName("rows.csv")
  record Rows(Path path) implements Artifact.Dataset {}

  /// What is repeated.
  record Repeat(@About("rows") Value<Rows> rows, @About("how often") Value<Integer> times) {}

  /// The rows, repeated.
  record Repeated(@About("rows") Output<Rows> rows) {}

  /// What is counted.
  record Counted(@About("rows") Value<Rows> rows) {}

  /// How many there are.
  record Count(@About("how many") Output<String> found) {}

  private static final ContainerComponent<Repeat, Repeated> REPEAT =
      new ContainerComponent<>("repeat", "here", Repeat.class, Repeated.class)
          .command("sh", "-c", "for i in $(seq \"$1\"); do cat \"$0\"; done > \"$2\"")
          .args((in, out) -> List.of(in.rows(), in.times(), out.rows()));

  @About("Repeats a table and counts")
  private record Foreign(TaskSettings settings) implements Pipeline<Foreign.Parameters, Count> {
    /// Where a table lies.
    public record Parameters(@About("a URI") Value<String> uri) {}

    @Override
    public Count describe(Parameters p, Dag dag) {
      var rows = dag.importer("rows", p.uri(), Imports.of(Rows.class).with("origin", "city"));
      var repeated = dag.task("repeat", REPEAT, new Repeat(rows, Value.of(3)), settings);
      return dag.task(
          ComponentFile.of("count.yaml", COUNT).as(Counted.class, Count.class),
          new Counted(repeated.rows()));
    }
  }

  @TempDir Path folder;
  private HostEngine host;
  private Path rows;

  @BeforeEach
  void aTable() throws Exception {
    host = new HostEngine(folder.resolve("bin"));
    rows = Files.writeString(folder.resolve("table.csv"), "a\nb\n");
  }

  private LocalRunner.Results run(Launcher launcher, TaskSettings settings, String uri) throws Exception {
    PipelineSpec pipeline = Compiler.compile(new Foreign(settings), new StepImage("local", "carbonflow"));
    return new LocalRunner(launcher, new Terminal(
        new PrintStream(OutputStream.nullOutputStream()), false, System::nanoTime)::console)
        .run(pipeline, Map.of("uri", uri), folder.resolve("run"), true);
  }

  private Launcher containers() throws Exception {
    return new ContainerLauncher(folder.resolve("run"),
        new ContainerLauncher.Settings(Optional.empty(), Optional.empty(), Reach.NOTHING), host.environment(),
        line -> { });
  }

  private String fails(Launcher launcher, TaskSettings settings, String uri) {
    return assertThrows(TaskFailure.class, () -> run(launcher, settings, uri)).getMessage()
        .lines().findFirst().orElseThrow();
  }

  @Test
  void anImportedFileGoesThroughContainersOfAnyImage() throws Exception {
    var results = run(containers(), TaskSettings.DEFAULT, rows.toUri().toString());
    assertEquals("6 lines\n", results.parameters().get("found"));
    assertTrue(host.calls("run").stream().anyMatch(call -> call.contains("id-of-here")));
    assertEquals("a\nb\n", Files.readString(folder.resolve("run/steps/rows/rows.csv")));
  }

  @Test
  void aFolderIsImportedWithAllItHolds() throws Exception {
    Path tables = Files.createDirectories(folder.resolve("tables/inner"));
    Files.writeString(tables.resolve("one.csv"), "a\n");
    fails(containers(), TaskSettings.DEFAULT, folder.resolve("tables").toUri().toString());
    assertEquals("a\n", Files.readString(folder.resolve("run/steps/rows/rows.csv/inner/one.csv")));
  }

  @Test
  void whatLiesElsewhereIsNotImportedHere() throws Exception {
    assertTrue(fails(containers(), TaskSettings.DEFAULT, "s3://bucket/rows.csv").startsWith(
        "task rows failed: task rows: imports s3://bucket/rows.csv, which a run on this machine does"
            + " not fetch; copy it here and give file:///path, or run it on Kubeflow"));
    assertTrue(fails(containers(), TaskSettings.DEFAULT, "file:///gone.csv").contains(
        "imports file:///gone.csv, and there is no such file; name one that is there"));
  }

  @Test
  void thisJvmDoesNotRunOtherPeoplesCommands() {
    try (Workers workers = new Workers(1)) {
      assertTrue(fails(new JvmLauncher(Map.of(), workers), TaskSettings.DEFAULT,
          rows.toUri().toString()).contains(
              "is nothing that this program runs; run it with --runner=container"));
    }
  }

  @Test
  void aVolumeOfAClusterIsNotHere() throws Exception {
    assertTrue(fails(containers(), TaskSettings.DEFAULT.pod(pod -> pod.volume("data", "/data")),
        rows.toUri().toString()).contains("task repeat: mounts the volume claim data at /data, which"
            + " is on a cluster alone; run it on Kubeflow"));
  }

  @Test
  void anEmptyFolderAndVariablesAreThereInAContainer() throws Exception {
    run(containers(), TaskSettings.DEFAULT.env("LEVEL", "debug")
        .pod(pod -> pod.scratch("scratch", "/scratch", "1Gi")), rows.toUri().toString());
    List<String> call = host.calls("run").stream()
        .filter(words -> words.contains("id-of-here")).findFirst().orElseThrow();
    assertTrue(call.contains("--env=LEVEL=debug"), call.toString());
    assertTrue(call.contains("--tmpfs=/scratch:rw,exec,nosuid,nodev,mode=1777"), call.toString());
  }
}
