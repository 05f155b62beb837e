// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli;

import module java.base;
import io.carbonflow.components.infer.Infer;
import io.carbonflow.components.monitor.Monitor;
import io.carbonflow.components.publish.Publish;
import io.carbonflow.kfp.cli.Program;
import io.carbonflow.kfp.ir.PipelineSpec;
import io.carbonflow.kfp.pipeline.Compiler;
import io.carbonflow.kfp.pipeline.PipelineDeclaration;
import io.carbonflow.kfp.pipeline.StepImage;
import io.carbonflow.kfp.step.Declaration;
import io.carbonflow.kfp.step.Step;

/// Where the store is on this machine, if neither a store nor a bucket is named: beside the runs that
/// fill it, for it outlives each of them. All conventions of it stand here.
///
/// @param runs where runs lie
record LocalStore(Path runs) implements Program.StoreOfRun {
  private static final String STORE = "store";
  private static final String BUCKET = "bucket";
  private static final String TRAINING = "training";

  /// That of this program's runs.
  LocalStore() {
    this(Program.RUNS);
  }

  /// The store of the trainings that were run with nothing named. Versions before 0.2 had it in the
  /// folder of the training; one that is there goes on being used.
  Path ofTraining() {
    Path earlier = runs.resolve(TRAINING).resolve(STORE);
    return Files.isDirectory(earlier) ? earlier : runs.resolve(STORE);
  }

  /// Gives a run its store. A pipeline that publishes a model without having asked for a published one
  /// fills a store of its own in a folder that somebody has named; another one works with the models of
  /// [#ofTraining].
  @Override
  public void addTo(PipelineSpec pipeline, Path folder, Map<String, String> given) {
    Path own = folder.resolve(STORE);
    boolean named = !folder.equals(runs.resolve(pipeline.name()));
    addTo(pipeline.root().inputs().parameters().keySet(),
        begins(pipeline) && (named || Files.isDirectory(own)) ? own : ofTraining(), given);
  }

  /// Gives a run of which no more is known the models of [#ofTraining].
  @Override
  public void addTo(
      String pipeline, Set<String> declared, Path folder, Map<String, String> given) {
    addTo(declared, ofTraining(), given);
  }

  private static void addTo(Set<String> declared, Path store, Map<String, String> given) {
    if (declared.contains(STORE) && given.getOrDefault(BUCKET, "").isEmpty()) {
      given.putIfAbsent(STORE, store.toString());
    }
  }

  private static boolean begins(PipelineSpec pipeline) {
    Set<String> steps = steps(pipeline).collect(Collectors.toSet());
    return steps.contains(name(new Publish()))
        && !steps.contains(name(new Infer())) && !steps.contains(name(new Monitor()));
  }

  private static String name(Step<?, ?> step) {
    return Declaration.of(step).name();
  }

  /// The steps that a pipeline runs, also within pipelines that are one task of it.
  private static Stream<String> steps(PipelineSpec pipeline) {
    return pipeline.executors().values().stream().flatMap(container -> switch (container.command()) {
      case List<String> words when words.size() == 3 && words.get(1).equals("run") ->
          PipelineDeclaration.all().stream().filter(whole -> whole.name().equals(words.get(2)))
              .flatMap(whole -> steps(Compiler.compileAsTask(
                  whole.pipeline(), StepImage.local(words.getFirst()))));
      case List<String> words -> words.stream().skip(1).limit(1);
    });
  }
}
