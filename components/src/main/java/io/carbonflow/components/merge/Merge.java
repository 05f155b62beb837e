// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.merge;

import module java.base;
import com.google.auto.service.AutoService;
import io.carbonflow.base.table.Csv;
import io.carbonflow.components.city.CityInput;
import io.carbonflow.components.storage.StoreInputs;
import io.carbonflow.components.storage.StoreTrial;
import io.carbonflow.kfp.step.About;
import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.Context;
import io.carbonflow.kfp.step.FileName;
import io.carbonflow.kfp.step.OptionalInputs;
import io.carbonflow.kfp.step.Output;
import io.carbonflow.kfp.step.ReadsOutside;
import io.carbonflow.kfp.step.Step;
import io.carbonflow.kfp.step.Unnamed;
import io.carbonflow.kfp.step.Value;
import io.carbonflow.model.building.MergeTables;
import io.carbonflow.model.building.Merged;
import io.carbonflow.model.city.City;

/// The step `merge`. It is the first one of a training, so it tries the store that the last one publishes to.
@ReadsOutside
@About("Brings tables of any years into one schema and decides which buildings are held out")
@AutoService(Step.class)
@SuppressWarnings("rawtypes") // a service is found by its class, which has no type arguments
public final class Merge implements Step<Merge.In, Merge.Out> {

  /// What the step takes.
  public record In(
      TableInputs tables,
      StoreInputs at,
      @About(value = "decides every random choice", orElse = "0") Value<Long> seed,
      @About(value = "decides which buildings are held out, a whole number; empty for the seed",
          orElse = "") Value<OptionalLong> splitSeed)
      implements OptionalInputs<In> {

    /// With defaults of the seeds, and no store.
    public In(TableInputs tables) {
      this(tables, new StoreInputs());
    }

    /// With defaults of the seeds.
    public In(TableInputs tables, StoreInputs at) {
      this(tables, at, Value.byDefault(), Value.byDefault());
    }
  }

  /// What the step gives.
  public record Out(
      @About("all rows in one schema, with in_train") Output<MergedTable> mergedTable,
      @About("the source tables") Output<Sources> sources,
      @About(value = "the city, as the steps after this one are given it", unnamed = Unnamed.NOWHERE)
      Output<CityInput> cityAsRead) {}

  /// All rows in one schema, with the side of the split each building is on.
  @FileName("merged.csv")
  public record MergedTable(Path path) implements Artifact.Dataset {}

  /// Which tables of which city went in: names, years, rows and content hashes.
  @FileName("sources.json")
  public record Sources(Path path) implements Artifact.Plain {}

  @Override
  public void check(In in) {
    in.tables().check();
  }

  @Override
  public void run(In in, Out out, Context context) {
    StoreTrial.of(in.at()); // where nobody has looked before, as on a cluster
    long splitSeed = in.splitSeed().get().orElse(in.seed().get());
    City city = in.tables().city().get().city(in.at().bucket().get(), in.at().s3Endpoint().get());
    GivenTables given = GivenTables.read(in.tables(), in.at());
    Years years = in.tables().years().get();
    Merged merged = MergeTables.of(given.rows(), splitSeed, years::has, city);
    MergeText text = new MergeText(given, merged, years, city);
    text.requireRows();
    Csv.write(out.mergedTable().get().path(), merged.table());
    SourcesReport.write(given.tables(), merged, splitSeed, city, out.sources().get().path());
    out.cityAsRead().set(CityInput.of(city));
    text.lines().forEach(context.console()::line);
  }
}
