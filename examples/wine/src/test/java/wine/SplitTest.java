package wine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.carbonflow.kfp.step.Value;
import io.carbonflow.kfp.testing.StepHarness;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitTest {
  @TempDir Path folder;

  @Test
  void everySecondRowIsHeldOut() throws Exception {
    Path table = Files.writeString(folder.resolve("t.csv"), "alcohol,quality\n10,5\n11,6\n12,7\n");
    StepHarness harness = StepHarness.in(folder);
    Split.Out out = harness.run(
        new Split(), new Split.In(Value.of(table.toString()), Value.of(2)));
    assertEquals("alcohol,quality\n10,5\n12,7\n", Files.readString(out.train().get().path()));
    assertEquals("alcohol,quality\n11,6\n", Files.readString(out.heldOut().get().path()));
    assertEquals(List.of("3 wines"), harness.log());
  }
}
