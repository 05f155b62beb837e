package wine;

import module java.base;
import com.google.auto.service.AutoService;
import io.carbonflow.base.file.AtomicFile;
import io.carbonflow.base.table.*;
import io.carbonflow.kfp.step.*;

/// Least squares with one column.
@About("Fits the line that leads from alcohol to quality, and judges it by rows that were held out")
@AutoService(Step.class)
@SuppressWarnings("rawtypes") // a service is found by its class, which has no type arguments
public final class Fit implements Step<Fit.In, Fit.Out> {

  public record In(
      @About("rows to learn from") Value<Split.Wines> train,
      @About("rows to judge by") Value<Split.HeldOut> heldOut) {}

  public record Out(
      @About("the line") Output<Line> line,
      @About("how well it does on rows that were held out") Output<Scores> scores,
      @About("the mean absolute error there, in points") Output<Double> error) {}

  @FileName("line.json")
  public record Line(Path path) implements Artifact.Model {}

  @FileName("scores.json")
  public record Scores(Path path) implements Artifact.Metrics {}

  private record Wine(double alcohol, double quality) {}

  @Override
  public void run(In in, Out out, Context context) {
    List<Wine> train = wines(in.train().get().path());
    double x = mean(train, Wine::alcohol);
    double y = mean(train, Wine::quality);
    double slope = train.stream().mapToDouble(w -> (w.alcohol() - x) * (w.quality() - y)).sum()
        / train.stream().mapToDouble(w -> (w.alcohol() - x) * (w.alcohol() - x)).sum();
    double error = mean(wines(in.heldOut().get().path()),
        w -> Math.abs(y + slope * (w.alcohol() - x) - w.quality()));
    AtomicFile.write(out.line().get().path(),
        "{\"slope\": " + slope + ", \"intercept\": " + (y - slope * x) + "}\n");
    AtomicFile.write(out.scores().get().path(), "{\"error\": " + error + "}\n");
    out.scores().logMetric("error", error);
    out.error().set(error);
  }

  private static List<Wine> wines(Path table) {
    return Csv.read(table).rows().stream().map((Row row) ->
        new Wine(row.number("alcohol"), row.number("quality"))).toList();
  }

  private static double mean(List<Wine> wines, ToDoubleFunction<Wine> of) {
    return wines.stream().mapToDouble(of).average().orElseThrow();
  }
}
