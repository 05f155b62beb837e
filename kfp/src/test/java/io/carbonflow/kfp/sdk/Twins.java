// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.sdk;

import module java.base;
import io.carbonflow.base.file.AtomicFile;
import io.carbonflow.kfp.component.ComponentFile;
import io.carbonflow.kfp.ir.PipelineSpec;
import io.carbonflow.kfp.ir.SpecYaml;
import io.carbonflow.kfp.pipeline.Compiler;
import io.carbonflow.kfp.pipeline.Dag;
import io.carbonflow.kfp.pipeline.Imports;
import io.carbonflow.kfp.pipeline.Pipeline;
import io.carbonflow.kfp.pipeline.StepImage;
import io.carbonflow.kfp.pipeline.TaskSettings;
import io.carbonflow.kfp.pipeline.When;
import io.carbonflow.kfp.sdk.Tools.Gather;
import io.carbonflow.kfp.sdk.Tools.Nothing;
import io.carbonflow.kfp.sdk.Tools.Read;
import io.carbonflow.kfp.sdk.Tools.Rows;
import io.carbonflow.kfp.sdk.Tools.See;
import io.carbonflow.kfp.sdk.Tools.Tell;
import io.carbonflow.kfp.sdk.Tools.Write;
import io.carbonflow.kfp.sdk.Tools.Written;
import io.carbonflow.kfp.step.About;
import io.carbonflow.kfp.step.Output;
import io.carbonflow.kfp.step.Value;

/// The twins of the pipelines in kubeflow/checks/sdk/pipelines.py: each has the name of its twin, and
/// so have its tasks. `kubeflow/checks/sdk/compare.py` and [TwinsTest] compare what both compile to.
public final class Twins {
  private Twins() {}

  /// All of them.
  static final List<Pipeline<?, ?>> ALL = List.of(
      new ContainerTask(), new ComponentInFile(), new Imported(), new OnPods(), new ControlFlow(),
      new Branches(), new Collected());

  /// Writes each as a file of its name into a folder, which is the only argument.
  public static void main(String... args) {
    for (Pipeline<?, ?> pipeline : ALL) {
      PipelineSpec spec = compiled(pipeline);
      AtomicFile.write(Path.of(args[0], spec.name() + ".yaml"), SpecYaml.write(spec));
    }
  }

  static PipelineSpec compiled(Pipeline<?, ?> pipeline) {
    return Compiler.compile(pipeline, new StepImage("registry.example/none:1", "none"));
  }

  /// Containers of any image.
  @About("A container writes, another one reads")
  static final class ContainerTask implements Pipeline<ContainerTask.Parameters, Nothing> {
    record Parameters(
        @About("a text") Value<String> text, @About(value = "how often", orElse = "2") Value<Integer> times) {}

    @Override
    public Nothing describe(Parameters p, Dag dag) {
      var written = dag.task(Tools.WRITE, new Write(p.text(), p.times()));
      dag.task(Tools.READ, new Read(written.rows(), Value.of(List.of("a", "b"))));
      return new Nothing();
    }
  }

  /// A component that somebody else has written.
  @About("A container of a component file")
  static final class ComponentInFile implements Pipeline<ComponentInFile.Parameters, Nothing> {
    record Parameters(@About("a text") Value<String> text) {}

    record In(@About("rows") Value<Rows> rows) {}

    record Out(@About("how many") Output<Integer> lines) {}

    @Override
    public Nothing describe(Parameters p, Dag dag) {
      var written = dag.task(Tools.WRITE, new Write(p.text(), Value.of(3)));
      dag.task(ComponentFile.of("count.yaml", Tools.COUNT).as(In.class, Out.class),
          new In(written.rows()));
      return new Nothing();
    }
  }

  /// Artifacts that are there already.
  @About("Imports two tables")
  static final class Imported implements Pipeline<Imported.Parameters, Nothing> {
    record Parameters(@About("where one of them is") Value<String> uri) {}

    @Override
    public Nothing describe(Parameters p, Dag dag) {
      var fixed = dag.importer("importer", Value.of("s3://bucket/rows.csv"),
          Imports.of(Rows.class).noted().with("origin", "city").with("year", 2016),
          TaskSettings.DEFAULT.shownAs("fixed"));
      var given = dag.importer("importer-2", p.uri(), Imports.of(Rows.class));
      dag.task(Tools.READ, new Read(fixed, Value.of(List.of("a"))));
      dag.task("read-2", Tools.READ, new Read(given, Value.of(List.of("b"))), TaskSettings.DEFAULT);
      return new Nothing();
    }
  }

  /// All that is said of pods.
  @About("A task with all that a cluster can be reported it")
  static final class OnPods implements Pipeline<Nothing, Nothing> {
    private static final TaskSettings SETTINGS = TaskSettings.DEFAULT
        .env("LEVEL", "debug").uncached().shownAs("Tell it").retried(2)
        .cpu("500m", "2").memory("512Mi", "1Gi").accelerators("nvidia.com/gpu", 1)
        .secret("AWS_ACCESS_KEY_ID", "s3-credentials").deadline(Duration.ofHours(1))
        .pod(pod -> pod.volume("data", "/data", "city").memory("scratch", "/scratch", "1Gi")
            .secret("keys", "/keys").configMap("LOG_LEVEL", "settings", "level")
            .configMap("settings", "/settings").field("POD", "metadata.name")
            .node("disk", "ssd").tolerates("gpu", "yes", "NoSchedule")
            .label("team", "energy").annotation("note", "first").pull("Always")
            .pullSecret("registry"));

    @Override
    public Nothing describe(Nothing none, Dag dag) {
      dag.task("tell", Tools.TELL, new Tell(Value.of("a")), SETTINGS);
      return none;
    }
  }

  /// A loop, a condition and an exit handler.
  @About("Whatever can be around a task")
  static final class ControlFlow implements Pipeline<ControlFlow.Parameters, Nothing> {
    record Parameters(@About("words") Value<List<String>> words) {}

    @Override
    public Nothing describe(Parameters p, Dag dag) {
      dag.guarded("exit-handler-1", work -> {
        work.forEach("for-loop-2", p.words(), 2, (round, word) ->
            round.task(Tools.WRITE, new Write(word, Value.of(1))));
        var written = work.task(
            "write-2", Tools.WRITE, new Write(Value.of("z"), Value.of(1)), TaskSettings.DEFAULT);
        var seen = work.task(Tools.READ, new Read(written.rows(), p.words()));
        work.when("condition-3", When.isTrue(seen.flag()), branch ->
            branch.task(Tools.TELL, new Tell(Value.of("yes"))));
        return new Nothing();
      }, Tools.SEE, See::new, TaskSettings.DEFAULT);
      return new Nothing();
    }
  }

  /// A choice of several parts, and a task that waits for another one.
  @About("One of three parts runs")
  static final class Branches implements Pipeline<Branches.Parameters, Nothing> {
    record Parameters(@About("a length") Value<Integer> length) {}

    @Override
    public Nothing describe(Parameters p, Dag dag) {
      tell(dag, "tell", "first", TaskSettings.DEFAULT);
      tell(dag, "tell-2", "second", TaskSettings.DEFAULT);
      dag.part("condition-branches-1", part -> {
        part.when("condition-2", When.less(p.length(), 3),
              branch -> tell(branch, "tell-3", "short", TaskSettings.DEFAULT))
          .when("condition-3", When.less(p.length(), 5),
              branch -> tell(branch, "tell-4", "middle", TaskSettings.DEFAULT))
          .otherwise("condition-4",
              branch -> tell(branch, "tell-5", "long", TaskSettings.DEFAULT));
        return part;
      });
      tell(dag, "tell-6", "after", TaskSettings.DEFAULT.after("tell-2"));
      return new Nothing();
    }

    private static void tell(Dag dag, String name, String text, TaskSettings settings) {
      dag.task(name, Tools.TELL, new Tell(Value.of(text)), settings);
    }
  }

  /// What the rounds of a loop give.
  @About("Gathers what a loop gives")
  static final class Collected implements Pipeline<Nothing, Nothing> {
    @Override
    public Nothing describe(Nothing none, Dag dag) {
      var each = dag.forEach("for-loop-2", Value.of(List.of(1, 2)), (round, times) ->
          round.task(Tools.WRITE, new Write(Value.of("a"), times)));
      dag.task(Tools.GATHER, new Gather(each.all(Written::length), each.all(Written::rows)));
      return none;
    }
  }
}
