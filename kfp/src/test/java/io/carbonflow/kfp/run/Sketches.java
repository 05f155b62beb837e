// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import module java.base;
import io.carbonflow.base.concurrent.Workers;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.AtomicFile;
import io.carbonflow.base.file.TemporaryFolder;
import io.carbonflow.kfp.ir.PipelineSpec;
import io.carbonflow.kfp.pipeline.Compiler;
import io.carbonflow.kfp.pipeline.Dag;
import io.carbonflow.kfp.pipeline.Pipeline;
import io.carbonflow.kfp.pipeline.StepImage;
import io.carbonflow.kfp.step.About;
import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.Context;
import io.carbonflow.kfp.step.Declaration;
import io.carbonflow.kfp.step.FileName;
import io.carbonflow.kfp.step.Output;
import io.carbonflow.kfp.step.Step;
import io.carbonflow.kfp.step.Terminal;
import io.carbonflow.kfp.step.Value;

/// A small pipeline for tests, whose results are a page and a folder of pictures.
@About("Draws")
public final class Sketches implements Pipeline<Sketches.Parameters, Sketches.Results> {
  static final PipelineSpec SPEC =
      Compiler.compile(new Sketches(), new StepImage("local", "carbonflow"));
  /// How often the step has run since a test reset it.
  static final AtomicInteger RUNS = new AtomicInteger();

  /// What the pipeline takes.
  public record Parameters(@About("names of pictures, by commas") Value<String> names) {}

  /// What the pipeline gives.
  public record Results(
      @About("a page") Output<Page> report, @About("pictures") Output<Plots> plots) {}

  /// A page.
  @FileName("report.html")
  public record Page(Path path) implements Artifact.Html {}

  /// A folder of pictures.
  @FileName("plots")
  public record Plots(Path path) implements Artifact.Plain {}

  @Override
  public Results describe(Parameters p, Dag dag) {
    var draw = dag.task(new Draw(), new Draw.In(p.names()));
    return new Results(draw.report(), draw.plots());
  }

  /// Runs it in a folder.
  ///
  /// @return what was shown meanwhile
  static String draw(RunFolder folder, String names) throws Exception {
    var shown = new ByteArrayOutputStream();
    try (Workers workers = new Workers(1); Terminal terminal = new Terminal(
        new PrintStream(shown, true, StandardCharsets.UTF_8), false, System::nanoTime)) {
      new LocalRunner(new JvmLauncher(
          Map.of(List.of("carbonflow", "draw"), Declaration.of(new Draw())), workers), terminal::console)
          .run(SPEC, Map.of("names", names), folder, true);
    }
    return shown.toString(StandardCharsets.UTF_8);
  }

  /// Draws pictures; none may be called `bad`.
  @About("Draws")
  public static final class Draw implements Step<Draw.In, Draw.Out> {
    /// Names.
    public record In(@About("names of pictures, by commas") Value<String> names) {}

    /// A page and pictures.
    public record Out(
        @About("a page") Output<Page> report, @About("pictures") Output<Plots> plots) {}

    @Override
    public void run(In in, Out out, Context context) throws IOException {
      RUNS.incrementAndGet();
      TemporaryFolder.remove(out.plots().get().path());
      for (String name : in.names().get().split(",")) {
        if (name.equals("bad")) {
          throw new Problem(Place.of(name), "is not a picture", "name another");
        }
        AtomicFile.write(out.plots().get().path().resolve(name + ".png"), "picture " + name);
      }
      AtomicFile.write(out.report().get().path(), "page of " + in.names().get());
    }
  }
}
