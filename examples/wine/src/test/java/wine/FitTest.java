package wine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.testing.StepHarness;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FitTest {
  @TempDir Path folder;

  private Fit.In tables(StepHarness harness, String train) {
    return new Fit.In(harness.file("train.csv", "alcohol,quality\n" + train, Split.Wines::new),
        harness.file("held-out.csv", "alcohol,quality\n12,7.5\n", Split.HeldOut::new));
  }

  @Test
  void pointsOnALineGiveThatLine() throws Exception {
    StepHarness harness = StepHarness.in(folder);
    Fit.Out out = harness.run(new Fit(), tables(harness, "10,5\n11,6\n"));
    assertEquals("{\"slope\": 1.0, \"intercept\": -5.0}\n",
        Files.readString(out.line().get().path()));
    assertEquals(0.5, out.error().get(), 1e-12);
    assertEquals(Map.of("error", 0.5), harness.metrics(out.scores()));
  }

  @Test
  void aCellThatIsNotANumberIsNamed() {
    StepHarness harness = StepHarness.in(folder);
    Problem problem = assertThrows(
        Problem.class, () -> harness.run(new Fit(), tables(harness, "10,good\n")));
    assertTrue(problem.getMessage().contains("train.csv, line 2, column quality"),
        problem.getMessage());
  }
}
