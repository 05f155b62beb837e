package wine;

import com.google.auto.service.AutoService;
import io.carbonflow.kfp.pipeline.*;
import io.carbonflow.kfp.step.*;

@About("Learns how good a wine is from its alcohol")
@AutoService(Pipeline.class)
@SuppressWarnings("rawtypes") // a service is found by its class, which has no type arguments
public final class Grade implements Pipeline<Grade.Parameters, Grade.Results> {

  public record Parameters(
      @About(value = "the path of the table", orElse = "wines.csv", path = PathUse.READ) Value<String> wines) {}

  public record Results(
      @About("the line") Output<Fit.Line> line,
      @About("how well it does") Output<Fit.Scores> scores) {}

  @Override
  public Results describe(Parameters p, Dag dag) {
    Split.Out split = dag.task(new Split(), new Split.In(p.wines(), Value.byDefault()));
    Fit.Out fit = dag.task(new Fit(), new Fit.In(split.train(), split.heldOut()));
    return new Results(fit.line(), fit.scores());
  }
}
