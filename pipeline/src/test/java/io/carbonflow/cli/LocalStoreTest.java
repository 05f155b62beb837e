// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;
import io.carbonflow.components.storage.StoreInputs;
import io.carbonflow.kfp.component.ContainerComponent;
import io.carbonflow.kfp.ir.PipelineSpec;
import io.carbonflow.kfp.pipeline.Compiler;
import io.carbonflow.kfp.pipeline.Dag;
import io.carbonflow.kfp.pipeline.Pipeline;
import io.carbonflow.kfp.pipeline.StepImage;
import io.carbonflow.kfp.step.About;
import io.carbonflow.kfp.step.Value;
import io.carbonflow.pipelines.Inference;
import io.carbonflow.pipelines.Monitoring;
import io.carbonflow.pipelines.Training;
import io.carbonflow.pipelines.TrainingCompact;
import io.carbonflow.pipelines.TrainingDistributed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStoreTest {
  private static final Path FOLDER = Path.of("runs/mine");
  private static final StepImage IMAGE = new StepImage("local", "carbonflow");

  private static Map<String, String> given(PipelineSpec pipeline, Map<String, String> parameters) {
    Map<String, String> given = new TreeMap<>(parameters);
    new LocalStore().addTo(pipeline, FOLDER, given);
    return given;
  }

  private static String store(Pipeline<?, ?> pipeline) {
    return given(Compiler.compile(pipeline, IMAGE), Map.of()).get("store");
  }

  @TempDir Path runs;

  private Path standard(Pipeline<?, ?> pipeline) {
    PipelineSpec spec = Compiler.compile(pipeline, IMAGE);
    Map<String, String> given = new TreeMap<>();
    new LocalStore(runs).addTo(spec, runs.resolve(spec.name()), given);
    return Path.of(given.get("store"));
  }

  @Test
  void itIsNextToTheRunsAndBelongsToNone() {
    for (Pipeline<?, ?> pipeline : List.of(
        new Training(), new TrainingDistributed(), new Inference(), new Monitoring())) {
      assertEquals(runs.resolve("store"), standard(pipeline), pipeline.toString());
    }
    assertEquals(runs.resolve("store"), new LocalStore(runs).ofTraining());
  }

  @Test
  void theStoreOfAnEarlierVersionGoesOnBeingFound() throws IOException {
    Path earlier = Files.createDirectories(runs.resolve("training/store"));
    for (Pipeline<?, ?> pipeline : List.of(new Training(), new TrainingDistributed(), new Inference())) {
      assertEquals(earlier, standard(pipeline), pipeline.toString());
    }
    assertEquals(earlier, new LocalStore(runs).ofTraining());
    Path other = Files.createDirectories(runs.resolve("training-distributed/store"));
    assertEquals(other, standard(new TrainingDistributed()));
    assertEquals(earlier, standard(new Training()));
  }

  @Test
  void aTrainingInANamedFolderFillsAStoreOfItsOwn() {
    for (Pipeline<?, ?> training
        : List.of(new Training(), new TrainingCompact(), new TrainingDistributed())) {
      assertEquals("runs/mine/store", store(training), training.toString());
    }
  }

  @Test
  void whoeverAsksForAPublishedModelHasThatOfTheTraining() {
    assertEquals("runs/store", store(new Inference()));
    assertEquals("runs/store", store(new Monitoring()));
  }

  /// What an export takes.
  record Exported(@About("a store") Value<String> store) {}

  /// Nothing.
  record Nothing() {}

  @About("Hands on what a training has published")
  private static final class TrainingExport implements Pipeline<StoreInputs, Nothing> {
    @Override
    public Nothing describe(StoreInputs p, Dag dag) {
      dag.task(new ContainerComponent<>("export", "exporter:1", Exported.class, Nothing.class)
          .command((in, _) -> List.of("export", in.store())),
          new Exported(Value.of("anywhere")));
      return new Nothing();
    }
  }

  @Test
  void whatAPipelineIsCalledDecidesNothing() {
    PipelineSpec export = Compiler.compile(new TrainingExport(), IMAGE);
    assertEquals("training-export", export.name());
    assertEquals("runs/store", store(new TrainingExport()));
    PipelineSpec training = Compiler.compile(new Training(), IMAGE);
    assertEquals("runs/mine/store", given(new PipelineSpec("nightly", training.description(),
        training.root(), training.components(), training.executors(), training.importers(),
        training.deadline()), Map.of()).get("store"));
  }

  @Test
  void aStoreOrBucketThatIsGivenStays() {
    PipelineSpec training = Compiler.compile(new Training(), IMAGE);
    assertEquals(Map.of("store", "s3://b/k"), given(training, Map.of("store", "s3://b/k")));
    assertEquals(Map.of("bucket", "b"), given(training, Map.of("bucket", "b")));
  }
}
