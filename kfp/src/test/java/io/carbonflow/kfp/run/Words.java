// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import module java.base;
import com.google.auto.service.AutoService;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.AtomicFile;
import io.carbonflow.kfp.pipeline.Dag;
import io.carbonflow.kfp.pipeline.Pipeline;
import io.carbonflow.kfp.step.About;
import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.Context;
import io.carbonflow.kfp.step.FileName;
import io.carbonflow.kfp.step.Output;
import io.carbonflow.kfp.step.ReadsOutside;
import io.carbonflow.kfp.step.Step;
import io.carbonflow.kfp.step.Value;

/// A small pipeline for tests: a word from outside goes two ways, which meet again.
@About("Writes a word twice")
public final class Words implements Pipeline<Words.Parameters, Words.Results> {
  /// How often each step has run since a test reset it.
  static final AtomicInteger RUNS = new AtomicInteger();
  /// The two middle tasks wait for each other here, so they end only if they run side by side.
  static final CyclicBarrier SIDE_BY_SIDE = new CyclicBarrier(2);

  /// What the pipeline takes.
  public record Parameters(
      @About("a file with a word") Value<String> source,
      @About(value = "how often it is repeated", orElse = "2") Value<Integer> times) {}

  /// What the pipeline gives.
  public record Results(@About("both words") Output<Text> joined) {}

  /// A text.
  @FileName("text.txt")
  public record Text(Path path) implements Artifact.Dataset {}

  @Override
  public Results describe(Parameters p, Dag dag) {
    var fetch = dag.task(new Fetch(), new Fetch.In(p.source()));
    var left = dag.task("left", new Repeat(), new Repeat.In(fetch.word(), p.times()));
    var right = dag.task("right", new Repeat(), new Repeat.In(fetch.word(), Value.of(3)));
    var join = dag.task(new Join(), new Join.In(left.text(), right.text(), left.length()));
    return new Results(join.text());
  }

  /// Reads a word from outside.
  @ReadsOutside
  @About("Reads a word")
  @AutoService(Step.class)
  @SuppressWarnings("rawtypes")
  public static final class Fetch implements Step<Fetch.In, Fetch.Out> {
    /// A file.
    public record In(@About("a file") Value<String> source) {}

    /// Its content.
    public record Out(@About("the word") Output<Text> word) {}

    @Override
    public void run(In in, Out out, Context context) throws Exception {
      RUNS.incrementAndGet();
      String word = Files.readString(Path.of(in.source().get()));
      if (word.equals("broken")) {
        throw new NoClassDefFoundError("io/carbonflow/Gone");
      }
      if (word.equals("bad")) {
        throw new Problem(Place.of(in.source().get()), "holds a bad word", "write a good one");
      }
      context.console().line("read " + word);
      AtomicFile.write(out.word().get().path(), word);
    }
  }

  /// Repeats a word; two of them wait for each other.
  @About("Repeats a word")
  @AutoService(Step.class)
  @SuppressWarnings("rawtypes")
  public static final class Repeat implements Step<Repeat.In, Repeat.Out> {
    /// A word and a number.
    public record In(
        @About("a word") Value<Text> word, @About("how often") Value<Integer> times) {}

    /// The repeated word and its length.
    public record Out(
        @About("the text") Output<Text> text, @About("its length") Output<Integer> length) {}

    @Override
    public void run(In in, Out out, Context context) throws Exception {
      RUNS.incrementAndGet();
      SIDE_BY_SIDE.await(20, TimeUnit.SECONDS);
      String text = Files.readString(in.word().get().path()).repeat(in.times().get());
      AtomicFile.write(out.text().get().path(), text);
      out.length().set(text.length());
    }
  }

  /// Joins two texts.
  @About("Joins two texts")
  @AutoService(Step.class)
  @SuppressWarnings("rawtypes")
  public static final class Join implements Step<Join.In, Join.Out> {
    /// Two texts and the length of the first.
    public record In(
        @About("one text") Value<Text> left,
        @About("another") Value<Text> right,
        @About("the first one's length") Value<Integer> length) {}

    /// One text.
    public record Out(@About("both") Output<Text> text) {}

    @Override
    public void run(In in, Out out, Context context) throws Exception {
      RUNS.incrementAndGet();
      AtomicFile.write(out.text().get().path(), Files.readString(in.left().get().path()) + "+"
          + Files.readString(in.right().get().path()) + "/" + in.length().get());
    }
  }
}
