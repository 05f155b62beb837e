// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.merge;

import module java.base;
import com.google.auto.service.AutoService;
import io.carbonflow.base.table.Csv;
import io.carbonflow.base.table.Table;
import io.carbonflow.components.storage.SourceTable;
import io.carbonflow.components.storage.StoreInputs;
import io.carbonflow.components.storage.StoreTrial;
import io.carbonflow.kfp.step.About;
import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.Context;
import io.carbonflow.kfp.step.FileName;
import io.carbonflow.kfp.step.OptionalInputs;
import io.carbonflow.kfp.step.Output;
import io.carbonflow.kfp.step.PathUse;
import io.carbonflow.kfp.step.ReadsOutside;
import io.carbonflow.kfp.step.Step;
import io.carbonflow.kfp.step.Value;
import io.carbonflow.model.building.Column;
import io.carbonflow.model.building.MissingColumn;
import io.carbonflow.model.building.Schema;
import io.carbonflow.model.feature.FeatureSet;

/// The step `merge`. It is the first one of a training, so it tries the store that the last one publishes to.
@ReadsOutside
@About("Brings the tables of both years into one schema and decides which buildings are held out")
@AutoService(Step.class)
@SuppressWarnings("rawtypes") // a service is found by its class, which has no type arguments
public final class Merge implements Step<Merge.In, Merge.Out> {

  /// What the step takes.
  public record In(
      @About(value = "the table of one year: a path, a URI, or a key in the bucket",
          name = "data_2015", path = PathUse.READ) Value<String> data2015,
      @About(value = "the table of the other year: a path, a URI, or a key in the bucket",
          name = "data_2016", path = PathUse.READ) Value<String> data2016,
      StoreInputs at,
      @About(value = "decides every random choice", orElse = "0") Value<Long> seed,
      @About(value = "decides which buildings are held out, a whole number; empty for the seed",
          orElse = "") Value<OptionalLong> splitSeed)
      implements OptionalInputs<In> {

    /// With defaults of the seeds, and no store.
    public In(Value<String> data2015, Value<String> data2016) {
      this(data2015, data2016, new StoreInputs());
    }

    /// With defaults of the seeds.
    public In(Value<String> data2015, Value<String> data2016, StoreInputs at) {
      this(data2015, data2016, at, Value.byDefault(), Value.byDefault());
    }
  }

  /// What the step gives.
  public record Out(
      @About("both years in one schema, with in_train") Output<MergedTable> mergedTable,
      @About("which tables went in") Output<Sources> sources) {}

  /// Both years in one schema, with the side of the split each building is on.
  @FileName("merged.csv")
  public record MergedTable(Path path) implements Artifact.Dataset {}

  /// Which tables went in: years, rows and content hashes.
  @FileName("sources.json")
  public record Sources(Path path) implements Artifact.Plain {}

  @Override
  public void run(In in, Out out, Context context) {
    StoreTrial.of(in.at()); // where nobody has looked before, as on a cluster
    long splitSeed = in.splitSeed().get().orElse(in.seed().get());
    List<SourceTable> sources = List.of(
        in.at().table(in.data2015().get()), in.at().table(in.data2016().get()));
    Table merged = io.carbonflow.model.building.MergeTables.of(
        sources.stream().map(SourceTable::table).toList(), splitSeed);
    Csv.write(out.mergedTable().get().path(), merged);
    SourcesReport.write(sources, splitSeed, out.sources().get().path());
    long train = merged.rows().stream()
        .filter(row -> row.flag("in_train").orElse(false)).count();
    context.console().line(String.format(Locale.ROOT, "%,d rows, %,d of them for training",
        merged.rows().size(), train));
    tellYear(2015, sources.getFirst(), merged, context);
    tellYear(2016, sources.getLast(), merged, context);
    sources.forEach(source -> MissingColumn.line(
        MissingColumn.of(source.table(), FeatureSet.METERED)).ifPresent(line ->
            context.console().line(source.table().source() + ": " + line)));
    sources.forEach(source -> Schema.of(source.table()).unreadLine().ifPresent(line ->
        context.console().line(source.table().source() + ": " + line)));
  }

  /// The order of the tables decides nothing, but somebody may have meant it to.
  private static void tellYear(int given, SourceTable source, Table merged, Context context) {
    String name = source.table().source();
    SortedSet<Integer> years = merged.rows().stream()
        .filter(row -> row.start().source().equals(name))
        .map(row -> (int) row.number(Column.DATA_YEAR.title()))
        .collect(Collectors.toCollection(TreeSet::new));
    if (!years.contains(given)) {
      context.console().line(name + ": was given as the table of " + given + ", but its rows are of "
          + years.stream().map(String::valueOf).collect(Collectors.joining(", "))
          + ", as DataYear says, and that is what counts");
    }
  }
}
