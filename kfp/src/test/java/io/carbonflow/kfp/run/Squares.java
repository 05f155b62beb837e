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
import io.carbonflow.kfp.pipeline.TaskSettings;
import io.carbonflow.kfp.pipeline.When;
import io.carbonflow.kfp.step.About;
import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.Context;
import io.carbonflow.kfp.step.FileName;
import io.carbonflow.kfp.step.FinalStatus;
import io.carbonflow.kfp.step.Output;
import io.carbonflow.kfp.step.ReadsOutside;
import io.carbonflow.kfp.step.Step;
import io.carbonflow.kfp.step.Value;

/// A small pipeline for tests with all that can be around a task: a loop whose rounds are collected,
/// a condition that ends the run, and an exit handler.
@About("Squares numbers and adds them up")
public final class Squares implements Pipeline<Squares.Parameters, Squares.Results> {

  /// What the pipeline takes.
  public record Parameters(
      @About("the numbers") Value<List<Long>> numbers,
      @About("what each square is multiplied by") Value<Integer> factor,
      @About("a file that takes how the work has ended") Value<String> journal) {}

  /// What the pipeline gives.
  public record Results(
      @About("all squares and their sum") Output<Text> sum,
      @About("the sum") Output<Long> total) {}

  /// A text.
  @FileName("sum.txt")
  public record Text(Path path) implements Artifact.Metrics {}

  @Override
  public Results describe(Parameters p, Dag dag) {
    return dag.guarded("work", work -> {
      var squares = work.forEach("squares", p.numbers(), (round, number) ->
          round.task(new Square(), new Square.In(number, p.factor())));
      var sum = work.task(new Sum(),
          new Sum.In(squares.all(Square.Out::square), squares.all(Square.Out::text)));
      work.when("too-large", When.isTrue(sum.large()), branch ->
          branch.task("end", new GiveUp(), new GiveUp.In(Value.of("the sum is too large"))));
      return new Results(sum.text(), sum.total());
    }, new Tell(), ended -> new Tell.In(ended, p.journal()), TaskSettings.DEFAULT);
  }

  /// Ends the run as failed.
  @About("Ends the run as failed")
  @AutoService(Step.class)
  @SuppressWarnings("rawtypes")
  public static final class GiveUp implements Step<GiveUp.In, GiveUp.Out> {
    /// Why.
    public record In(@About("why the run fails") Value<String> reason) {}

    /// Gives nothing.
    public record Out() {}

    @Override
    public void run(In in, Out out, Context context) {
      throw new Problem(Place.of("verdict"), in.reason().get(), "see the task before this one");
    }
  }

  /// Squares a number.
  @About("Squares a number")
  @AutoService(Step.class)
  @SuppressWarnings("rawtypes")
  public static final class Square implements Step<Square.In, Square.Out> {
    /// A number.
    public record In(
        @About(value = "a number", min = 0) Value<Long> number,
        @About("a factor") Value<Integer> factor) {}

    /// Its square.
    public record Out(
        @About("its square") Output<Long> square, @About("in words") Output<Text> text) {}

    @Override
    public void run(In in, Out out, Context context) {
      long number = in.number().get();
      out.square().set(number * number * in.factor().get());
      AtomicFile.write(out.text().get().path(), number + "²");
    }
  }

  /// Adds numbers up.
  @About("Adds numbers up")
  @AutoService(Step.class)
  @SuppressWarnings("rawtypes")
  public static final class Sum implements Step<Sum.In, Sum.Out> {
    /// Numbers and texts.
    public record In(
        @About("numbers") Value<List<Long>> numbers, @About("texts") Value<List<Text>> texts) {}

    /// Their sum, and a verdict.
    public record Out(
        @About("texts and sum") Output<Text> text,
        @About("the sum") Output<Long> total,
        @About(value = "whether it is more than 100", name = "Output") Output<Boolean> large) {}

    @Override
    public void run(In in, Out out, Context context) throws Exception {
      long sum = in.numbers().get().stream().mapToLong(Long::longValue).sum();
      StringBuilder words = new StringBuilder();
      for (Text text : in.texts().get()) {
        words.append(Files.readString(text.path())).append(' ');
      }
      AtomicFile.write(out.text().get().path(), words + "= " + sum);
      out.text().logMetric("sum", sum);
      out.total().set(sum);
      out.large().set(sum > 100);
    }
  }

  /// Writes how the work has ended.
  @ReadsOutside
  @About("Writes how the work has ended")
  @AutoService(Step.class)
  @SuppressWarnings("rawtypes")
  public static final class Tell implements Step<Tell.In, Tell.Out> {
    /// How it ended, and where to write that.
    public record In(
        @About("how it ended") Value<FinalStatus> ended, @About("a file") Value<String> journal) {}

    /// Nothing.
    public record Out() {}

    @Override
    public void run(In in, Out out, Context context) {
      FinalStatus ended = in.ended().get();
      AtomicFile.write(Path.of(in.journal().get()),
          ended.task() + " " + ended.state() + " " + ended.message());
    }
  }
}
