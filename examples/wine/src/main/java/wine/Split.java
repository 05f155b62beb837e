package wine;

import module java.base;
import com.google.auto.service.AutoService;
import io.carbonflow.base.file.AtomicFile;
import io.carbonflow.kfp.step.*;

/// Every so many rows are held out, so the same table is always split in the same way.
@About("Splits a table of wines into rows to learn from and rows to judge by")
@ReadsOutside // it takes a path, and what is there may change
@AutoService(Step.class)
@SuppressWarnings("rawtypes") // a service is found by its class, which has no type arguments
public final class Split implements Step<Split.In, Split.Out> {

  public record In(
      @About(value = "the path of the table, with a header", path = PathUse.READ) Value<String> wines,
      @About(value = "one row of how many is held out", orElse = "4", min = 2)
      Value<Integer> every) {}

  public record Out(
      @About("rows to learn from") Output<Wines> train,
      @About("rows to judge by") Output<HeldOut> heldOut) {}

  /// The columns `alcohol` and `quality`, among others.
  @FileName("wines.csv")
  public record Wines(Path path) implements Artifact.Dataset {}

  /// The same columns: another type, so that no pipeline can mistake one for the other.
  @FileName("held-out.csv")
  public record HeldOut(Path path) implements Artifact.Dataset {}

  @Override
  public void run(In in, Out out, Context context) throws IOException {
    List<String> lines = Files.readAllLines(Path.of(in.wines().get()));
    int every = in.every().get();
    write(lines, i -> i % every != 0, out.train().get().path());
    write(lines, i -> i % every == 0, out.heldOut().get().path());
    context.console().line(lines.size() - 1 + " wines");
  }

  private static void write(List<String> lines, IntPredicate wanted, Path file) {
    AtomicFile.write(file, IntStream.range(0, lines.size()).filter(i -> i == 0 || wanted.test(i))
        .mapToObj(i -> lines.get(i) + "\n").collect(Collectors.joining()));
  }
}
