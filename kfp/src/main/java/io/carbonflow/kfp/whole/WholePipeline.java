// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.whole;

import module java.base;
import io.carbonflow.base.file.TemporaryFolder;
import io.carbonflow.kfp.ir.PipelineSpec;
import io.carbonflow.kfp.pipeline.Compiler;
import io.carbonflow.kfp.pipeline.PipelineDeclaration;
import io.carbonflow.kfp.pipeline.StepImage;
import io.carbonflow.kfp.run.JvmLauncher;
import io.carbonflow.kfp.run.LocalRunner;
import io.carbonflow.kfp.run.StoredArtifact;
import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.Console;
import io.carbonflow.kfp.step.Context;
import io.carbonflow.kfp.step.Declaration;
import io.carbonflow.kfp.step.MadeOf;
import io.carbonflow.kfp.step.Output;
import io.carbonflow.kfp.step.ParameterType;
import io.carbonflow.kfp.step.Port;
import io.carbonflow.kfp.step.ReadsOutside;
import io.carbonflow.kfp.step.Records;
import io.carbonflow.kfp.step.Step;
import io.carbonflow.kfp.step.Value;

/// A pipeline as one step: its parameters are the inputs, its results the outputs, and all its tasks
/// run within this process, in a temporary folder.
///
/// @param pipeline what the pipeline says of itself
/// @param spec the compiled pipeline
/// @param programs what its tasks run
@ReadsOutside
public record WholePipeline(PipelineDeclaration pipeline, PipelineSpec spec,
    Map<List<String>, Declaration> programs) implements Step<Record, Record>, MadeOf {

  /// Everything that a program can run, by the command that does: its steps, and these pipelines.
  ///
  /// @param program the program's name, the first word of each command
  public static Map<List<String>, Declaration> programs(
      String program, List<Declaration> steps, List<PipelineDeclaration> pipelines) {
    var programs = new HashMap<List<String>, Declaration>();
    steps.forEach(step -> programs.put(List.of(program, step.name()), step));
    Map<List<String>, Declaration> tasks = Map.copyOf(programs);
    pipelines.forEach(pipeline -> programs.put(List.of(program, "run", pipeline.name()),
        declaration(pipeline, StepImage.local(program), tasks)));
    return programs;
  }

  private static Declaration declaration(
      PipelineDeclaration pipeline, StepImage image, Map<List<String>, Declaration> tasks) {
    PipelineSpec spec = Compiler.compileAsTask(pipeline.pipeline(), image);
    return new Declaration(pipeline.name(), pipeline.about(),
        new WholePipeline(pipeline, spec, tasks), pipeline.in(), pipeline.out(),
        pipeline.parameters(), pipeline.results());
  }

  /// The pipeline names its steps.
  @Override
  public Set<Class<?>> parts() {
    return Set.of(pipeline.pipeline().getClass());
  }

  @Override
  public void run(Record in, Record out, Context context) throws Exception {
    Map<String, String> parameters = new TreeMap<>();
    List<Object> values = Records.values(in);
    List<Port> ports = pipeline.parameters();
    for (int i = 0; i < values.size(); i++) {
      parameters.put(ports.get(i).name(), ParameterType.format(((Value<?>) values.get(i)).get()));
    }
    pipeline.check(parameters);
    try (TemporaryFolder folder = TemporaryFolder.make("carbonflow-run-")) {
      LocalRunner runner = new LocalRunner(
          new JvmLauncher(programs, context.workers()), task -> marked(task, context.console()));
      give(runner.run(spec, parameters, folder.path(), false), out);
    }
  }

  private static void give(LocalRunner.Results results, Record out) {
    List<Object> slots = Records.values(out);
    List<Port> ports = Port.of(out.getClass());
    for (int i = 0; i < slots.size(); i++) {
      String name = ports.get(i).name();
      Output<?> slot = (Output<?>) slots.get(i);
      switch (ports.get(i).kind()) {
        case Port.Kind.File _ -> give(results.artifacts().get(name), slot);
        case Port.Kind.Parameter _ -> set(slot, results.parameters().get(name));
      }
    }
  }

  private static void give(StoredArtifact artifact, Output<?> slot) {
    artifact.copyTo(((Artifact) slot.get()).path());
    artifact.metadata().forEach((key, value) -> {
      if (value instanceof Number number) {
        slot.logMetric(key, number.doubleValue());
      }
    });
  }

  /// The value was read by the type that the output declares.
  @SuppressWarnings("unchecked")
  private static void set(Output<?> slot, Object value) {
    ((Output<Object>) slot).set(value);
  }

  private static Console marked(String task, Console console) {
    return new Console() {
      @Override
      public void line(String text) {
        console.line(task + ": " + text);
      }

      @Override
      public void warn(String text) {
        console.warn(task + ": " + text);
      }

      @Override
      public void progress(String what, String parts, int done, int total, String note) {
        console.progress(what, parts, done, total, note);
      }

      @Override
      public void progress(String what, int done, int total, String note) {
        console.progress(what, done, total, note);
      }
    };
  }
}
