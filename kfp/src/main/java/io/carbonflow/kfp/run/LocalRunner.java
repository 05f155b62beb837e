// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.ir.Component;
import io.carbonflow.kfp.ir.Parameters;
import io.carbonflow.kfp.ir.PipelineSpec;
import io.carbonflow.kfp.step.Console;
import io.carbonflow.kfp.step.RunVariable;

/// Runs compiled pipelines on this machine, as Kubeflow would run them. A folder holds everything:
/// the tasks' folders under `steps`, each beside what the task logged (`TASK.log`) and what it was given
/// (`TASK.json`), the pipeline's own outputs by their natural names, and `.run.json`, which says
/// that it is a run's.
///
/// ```java
/// PipelineSpec spec = SpecYaml.read(Path.of("grade.yaml"));
/// var programs = WholePipeline.programs("wine", Declaration.all(), List.<PipelineDeclaration>of());
/// try (Workers workers = new Workers(4); Terminal terminal = Streams.standard().terminal()) {
///   var runner = new LocalRunner(new JvmLauncher(programs, workers), terminal::console);
///   runner.run(spec, Map.of("wines", "wines.csv"), Path.of("runs/grade"), true);
/// }
/// ```
///
/// @param launcher runs the tasks' containers
/// @param consoles makes the console of a task from its name
/// @param preflight looks at what a run needs before its first task
public record LocalRunner(Launcher launcher, Function<String, Console> consoles, Preflight preflight) {
  /// Held by a run as long as it goes on.
  static final String LOCK = ".lock";


  /// A runner that looks at nothing but the run's folder.
  public LocalRunner(Launcher launcher, Function<String, Console> consoles) {
    this(launcher, consoles, Preflight.NONE);
  }

  /// What a run gives.
  ///
  /// @param parameters the values of the pipeline's output parameters
  /// @param artifacts its output artifacts, in the run's folder
  public record Results(
      Map<String, Object> parameters, Map<String, StoredArtifact> artifacts) {}

  /// Runs a pipeline in a folder that somebody has named.
  ///
  /// @param pipeline the compiled pipeline
  /// @param parameters values of its parameters; those left out have their defaults
  /// @param folder where the run is; an earlier run's unchanged tasks are skipped
  /// @param reuse false to run all tasks again
  /// @return the pipeline's outputs, by name
  /// @throws TaskFailure if a task fails
  /// @throws Problem if a parameter is unknown, mistyped or missing, an output would lie where the
  ///     tasks do, or the folder cannot be used
  public Results run(
      PipelineSpec pipeline, Map<String, ?> parameters, Path folder, boolean reuse)
      throws TaskFailure, InterruptedException {
    return run(pipeline, parameters, RunFolder.named(folder), reuse);
  }

  /// Runs a pipeline.
  ///
  /// @param pipeline the compiled pipeline
  /// @param parameters values of its parameters; those left out have their defaults
  /// @param folder where the run is; an earlier run's unchanged tasks are skipped
  /// @param reuse false to run all tasks again
  /// @return the pipeline's outputs, by name
  /// @throws TaskFailure if a task fails
  /// @throws Problem if a parameter is unknown, mistyped or missing, the folder cannot be used (it cannot be written,
  ///     another run uses it, or it holds files of other origin), or something that the run needs is missing
  public Results run(
      PipelineSpec pipeline, Map<String, ?> parameters, RunFolder folder, boolean reuse)
      throws TaskFailure, InterruptedException {
    refuseClashes(pipeline);
    TaskValues scope = new TaskValues(Parameters.complete(pipeline, parameters), Map.of())
        .orNothing(pipeline.root().inputs());
    Path run = folder.path();
    folder.check(pipeline);
    try (FileChannel channel = open(run); FileLock _ = lock(channel, run)) {
      OutputPlaces.check(pipeline.root(), run, run.resolve(RunFolder.STEPS));
      preflight.check(new Preflight.Planned(pipeline, scope.parameters(), run, launcher.threads()));
      OngoingRun ongoing = OngoingRun.begin(folder, pipeline, scope.parameters(), reuse,
          consoles.apply(pipeline.name()), InstantSource.system());
      return results(ongoing, scope, reuse);
    } catch (IOException e) {
      throw new Problem(Place.of(run), "cannot be used for a run (" + e.getMessage() + ")",
          "name another folder with --output", e);
    }
  }

  private Results results(OngoingRun ongoing, TaskValues scope, boolean reuse)
      throws TaskFailure, InterruptedException, IOException {
    PipelineSpec pipeline = ongoing.pipeline();
    TaskValues results;
    try {
      results = new DagRun(new RunContext(pipeline, launcher, reuse, consoles,
          facts(ongoing.folder().path()), new Life(), ongoing.journal(), ongoing.steps(), ""),
          (Component.Dag) pipeline.root().body(), scope).run();
    } catch (TaskFailure e) {
      ongoing.fail(e.getMessage());
      throw e;
    } finally {
      ongoing.keepTasks();
    }
    return new Results(results.parameters(), ongoing.finish(results));
  }

  /// Kubeflow knows no folder of tasks, so only a run on this machine has such a name.
  private static void refuseClashes(PipelineSpec pipeline) {
    pipeline.root().outputs().artifacts().forEach((name, spec) -> {
      if (spec.fileName(name).equalsIgnoreCase(RunFolder.STEPS)) { // some file systems do not tell them apart
        throw new Problem(Place.of("pipeline " + pipeline.name() + ", output " + name),
            "would lie at " + spec.fileName(name) + " in the run's folder, where its tasks do",
            "give it another name, or run the pipeline on Kubeflow");
      }
    });
  }

  /// A run is called as its folder; its id is made from the whole path.
  private static Map<RunVariable, String> facts(Path run) {
    return Map.of(RunVariable.NAME, String.valueOf(run.getFileName()),
        RunVariable.ID, UUID.nameUUIDFromBytes(
            run.toString().getBytes(StandardCharsets.UTF_8)).toString());
  }

  private static FileChannel open(Path run) throws IOException {
    try {
      Files.createDirectories(run);
      return FileChannel.open(run.resolve(LOCK),
          StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new Problem(Place.of(run), "cannot be written",
          "name a folder that can be written with --output", e);
    }
  }

  private static FileLock lock(FileChannel channel, Path run) throws IOException {
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException _) {
      lock = null;
    }
    if (lock == null) {
      throw new Problem(Place.of(run), "is in use by another run",
          "wait for its end or name another folder with --output");
    }
    return lock;
  }
}
