// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.bundle;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.ToNumberPolicy;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.json.StrictJson;
import io.carbonflow.model.building.TableFault;
import io.carbonflow.model.city.City;
import io.carbonflow.model.city.CityJson;
import io.carbonflow.model.feature.Scale;
import io.carbonflow.model.interval.Intervals;
import io.carbonflow.model.interval.IntervalsJson;
import io.carbonflow.model.interval.LastYearErrors;
import io.carbonflow.model.interval.LastYearErrorsJson;
import io.carbonflow.model.regressor.Regressor;
import io.carbonflow.model.regressor.StoredRegressor;
import io.carbonflow.model.regressor.StoredRows;
import io.carbonflow.model.total.Totals;
import io.carbonflow.model.transform.Transformer;
import io.carbonflow.model.transform.TransformerJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The file form of a [Bundle]: a [SealedArchive] of a manifest, the transformer, the model and,
/// since version 2, training rows and, where there are any, intervals with the model of their
/// spread. Since version 3 the manifest tells how hyperparameters were searched. Since version 4 there
/// is, where it is known, what makes sums of predictions right, and how far predictions from a building's
/// last year are off. Since version 5 the transformer has emission factors by year, and the manifest tells the
/// years of the rows that were taken. A bundle also has the city that it reads tables by; one that has none is of
/// before cities could be chosen, and is Seattle's.
final class BundleFormat {
  private static final String MANIFEST = "manifest.json";
  private static final String TRANSFORMER = "transformer.json";
  private static final String MODEL = "model.bin";
  private static final String TRAINING_ROWS = "training-rows.bin";
  private static final String INTERVALS = "intervals.json";
  private static final String SPREAD = "spread.bin";
  private static final String TOTALS = "totals.json";
  private static final String CITY = "city.json";
  private static final String PROVENANCE = "provenance";
  private static final String AS_PUBLISHED = "asPublished";
  private static final String LAST_YEAR = "last-year.json";
  private static final String COPY = "copy the bundle again from where it was written";
  private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping()
      .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE).create();

  private BundleFormat() {}

  /// What is small enough to be read by people.
  private record Manifest(
      String model, List<Member> members, double largestBoxCox, double farDistance,
      Provenance provenance) {}

  static byte[] bytes(Bundle bundle) {
    Manifest manifest = new Manifest(
        bundle.name(), bundle.members(), bundle.scale().upper(), bundle.trainingRows().far(),
        bundle.provenance());
    SortedMap<String, byte[]> parts = new TreeMap<>();
    parts.put(MANIFEST, bytes(GSON.toJson(tree(manifest)) + "\n"));
    parts.put(TRANSFORMER, bytes(TransformerJson.write(bundle.transformer())));
    parts.put(CITY, bytes(CityJson.text(bundle.city())));
    parts.put(MODEL, StoredRegressor.bytes(bundle.regressor()));
    parts.put(TRAINING_ROWS, StoredRows.bytes(bundle.trainingRows().rows()));
    bundle.intervals().ifPresent(intervals -> {
      parts.put(INTERVALS, bytes(IntervalsJson.write(intervals)));
      parts.put(SPREAD, StoredRegressor.bytes(intervals.spread()));
    });
    bundle.totals().ifPresent(totals -> parts.put(TOTALS, bytes(totals.toJson())));
    bundle.lastYearErrors().ifPresent(
        errors -> parts.put(LAST_YEAR, bytes(LastYearErrorsJson.write(errors))));
    return new SealedArchive(parts).toBytes();
  }

  /// Faults have their names, and are left out where there are none: so a manifest is the same as before they
  /// could be taken as published.
  private static JsonElement tree(Manifest manifest) {
    JsonObject tree = GSON.toJsonTree(manifest).getAsJsonObject();
    JsonObject provenance = tree.getAsJsonObject(PROVENANCE);
    provenance.remove(AS_PUBLISHED);
    JsonArray faults = new JsonArray();
    manifest.provenance().asPublished().forEach(fault -> faults.add(fault.id()));
    if (!faults.isEmpty()) {
      provenance.add(AS_PUBLISHED, faults);
    }
    return tree;
  }

  static Bundle read(byte[] file, String source) {
    SealedArchive archive = SealedArchive.of(file, source);
    Manifest manifest = manifest(archive, source);
    Transformer transformer = TransformerJson.read(
        text(archive.part(TRANSFORMER, source)), Place.of(source + "!" + TRANSFORMER));
    try {
      return new Bundle(manifest.model(), manifest.members(), transformer,
          new Scale(transformer.features(), manifest.largestBoxCox()),
          regressor(archive, MODEL, source), intervals(archive, source),
          totals(archive, source), lastYearErrors(archive, source),
          trainingRows(archive, manifest, source), manifest.provenance(),
          city(archive, source));
    } catch (IllegalArgumentException e) {
      throw new Problem(Place.of(source), "does not hold together (" + e.getMessage() + ")",
          "train again", e);
    }
  }

  private static City city(SealedArchive archive, String source) {
    if (!archive.parts().containsKey(CITY)) {
      return City.SEATTLE;
    }
    byte[] part = archive.part(CITY, source);
    return text(part).equals(CityJson.text(City.SEATTLE)) ? City.SEATTLE // what is known of its names is made once
        : CityJson.read(StrictJson.of(part, Place.of(source + "!" + CITY), COPY));
  }

  private static Regressor regressor(SealedArchive archive, String part, String source) {
    return StoredRegressor.read(archive.part(part, source), Place.of(source + "!" + part));
  }

  private static Optional<Intervals> intervals(SealedArchive archive, String source) {
    return archive.parts().containsKey(INTERVALS)
        ? Optional.of(IntervalsJson.read(text(archive.part(INTERVALS, source)),
            regressor(archive, SPREAD, source), Place.of(source + "!" + INTERVALS)))
        : Optional.empty();
  }

  private static Optional<Totals> totals(SealedArchive archive, String source) {
    return archive.parts().containsKey(TOTALS)
        ? Optional.of(Totals.read(
            text(archive.part(TOTALS, source)), Place.of(source + "!" + TOTALS)))
        : Optional.empty();
  }

  private static Optional<LastYearErrors> lastYearErrors(SealedArchive archive, String source) {
    return archive.parts().containsKey(LAST_YEAR)
        ? Optional.of(LastYearErrorsJson.read(text(archive.part(LAST_YEAR, source)),
            Place.of(source + "!" + LAST_YEAR)))
        : Optional.empty();
  }

  private static TrainingRows trainingRows(
      SealedArchive archive, Manifest manifest, String source) {
    return archive.version() == 1 ? TrainingRows.NONE : new TrainingRows(
        StoredRows.read(
            archive.part(TRAINING_ROWS, source), Place.of(source + "!" + TRAINING_ROWS)),
        manifest.farDistance());
  }

  private static Manifest manifest(SealedArchive archive, String source) {
    StrictJson json = StrictJson.of(archive.part(MANIFEST, source),
        Place.of(source + "!" + MANIFEST), COPY);
    Manifest manifest = new Manifest(json.field("model").text(),
        json.field("members").items().stream().map(one -> one.to(Member.class)).toList(),
        json.field("largestBoxCox").number(),
        archive.version() < 2 ? 0 : json.field("farDistance").number(),
        provenance(json.field(PROVENANCE), archive.version()));
    json.end();
    return manifest;
  }

  private static Provenance provenance(StrictJson json, int version) {
    Provenance provenance = new Provenance(json.field("carbonflow").text(),
        json.field("revision").text(), json.texts("libraries"),
        json.field("data").items().stream().map(StrictJson::text).toList(),
        version < 5 ? List.of() : json.field("years").items().stream().map(StrictJson::integer).toList(),
        json.field("seed").whole(), json.field("splitSeed").whole(),
        json.field("trainRows").integer(), version < 3 ? new TreeMap<>()
            : json.each("searches", (name, search) -> search.to(Searched.class)),
        json.maybe(AS_PUBLISHED).map(faults -> faults.items().stream()
            .map(fault -> fault.oneOf(List.of(TableFault.values()), TableFault::id))
            .collect(Collectors.toSet())).orElse(Set.of()));
    json.end();
    return provenance;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] part) {
    return new String(part, StandardCharsets.UTF_8);
  }
}
