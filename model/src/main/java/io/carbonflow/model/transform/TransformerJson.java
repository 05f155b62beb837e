// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.transform;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.json.Json;
import io.carbonflow.base.json.StrictJson;
import io.carbonflow.model.building.Feature;
import io.carbonflow.model.building.FuelFactors;
import io.carbonflow.model.factor.YearFactors;
import io.carbonflow.model.feature.FeatureSet;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A transformer as JSON: data only. Every field must be there and none that is not known, so that
/// an altered or newer file is refused and not half understood.
public final class TransformerJson {
  /// The version of the form that this release writes; every version up to it is read. The first
  /// had no ranges; the first two took features as they were computed ([FeatureForm#EXACT]); the first three
  /// knew no year's emission factors but the reference's; the first four knew no other reference than Seattle's.
  public static final int VERSION = 5;

  /// What Seattle's are written as, so that a release before this reads them.
  private static final int WITHOUT_REFERENCE = 4;

  private static final String MIXES = "mean_fuels";
  private static final String REFERENCE = "reference_factors";

  private static final String REMEDY = "use the file as it was written, or train again";

  private TransformerJson() {}

  /// The transformer as JSON, ending in a line break. Doubles read back to the last bit.
  public static String write(Transformer transformer) {
    var json = new JsonObject();
    boolean isOfSeattle = transformer.reference().equals(FuelFactors.REFERENCE);
    json.addProperty("version", isOfSeattle ? WITHOUT_REFERENCE : VERSION);
    json.addProperty("features", transformer.features().word());
    json.addProperty("form", transformer.form().word());
    json.add("medians", byColumn(transformer.fills().medians()));
    json.add("medians_by_use", byColumn(transformer.fills().byUse()));
    var columns = new JsonArray();
    transformer.columns().forEach(column -> columns.add(ColumnJson.write(column)));
    json.add("columns", columns);
    json.add("neighborhoods", Json.tree(transformer.seen().neighborhoods()));
    json.add("uses", Json.tree(transformer.seen().uses()));
    json.add("ranges", byColumn(transformer.seen().ranges()));
    json.add("factors", FactorsJson.write(transformer.factors()));
    if (!isOfSeattle) {
      json.add(REFERENCE, Json.tree(transformer.reference()));
    }
    transformer.mixes().ifPresent(mixes -> json.add(MIXES, Json.tree(mixes)));
    return Json.pretty(json);
  }

  private static JsonObject byColumn(Map<Feature, ?> values) {
    var json = new JsonObject();
    values.forEach((feature, value) -> json.add(feature.column(), Json.tree(value)));
    return json;
  }

  /// Reads a file that holds what [#write] wrote.
  ///
  /// @throws Problem if the file cannot be read, or is not such JSON
  public static Transformer read(Path file) {
    return read(StrictJson.read(file, "name the transformer.json that prepare has written"),
        Place.of(file));
  }

  /// Reads what [#write] wrote.
  ///
  /// @param where the file or bundle that the text is from
  /// @throws Problem if the text is not such JSON, is of another version, or has a field too many
  ///     or too few or with a value that cannot be
  public static Transformer read(String text, Place where) {
    return read(StrictJson.of(text.getBytes(StandardCharsets.UTF_8), where, REMEDY), where);
  }

  private static Transformer read(StrictJson json, Place where) {
    double version = json.field("version").number();
    if (!(version >= 1 && version <= VERSION && version == Math.rint(version))) {
      throw new Problem(where,
          "is version " + (long) version + " of a transformer; this release reads up to " + VERSION,
          "use the release that wrote it, or train again");
    }
    FeatureSet features =
        json.field("features").oneOf(List.of(FeatureSet.values()), FeatureSet::word);
    FeatureForm form = version < 3 ? FeatureForm.EXACT
        : json.field("form").oneOf(List.of(FeatureForm.values()), FeatureForm::word);
    Imputer fills = new Imputer(byFeature(json.field("medians"), Double.class),
        byFeature(json.field("medians_by_use"), UseMedians.class));
    List<Standardized> columns =
        json.field("columns").items().stream().map(ColumnJson::read).toList();
    TrainingRanges seen = TrainingRanges.of(
        ColumnJson.texts(json.field("neighborhoods")), ColumnJson.texts(json.field("uses")),
        version < 2 ? Map.of() : byFeature(json.field("ranges"), Range.class));
    YearFactors factors = version < 4 ? YearFactors.REFERENCE : FactorsJson.read(json.field("factors"));
    Optional<FuelMixes> mixes = version < 4 || features == FeatureSet.METERED ? Optional.empty()
        : json.maybe(MIXES).map(field -> field.to(FuelMixes.class));
    FuelFactors reference = version <= WITHOUT_REFERENCE ? FuelFactors.REFERENCE
        : json.field(REFERENCE).to(FuelFactors.class);
    json.end();
    return json.made(() -> new Transformer(features, fills, columns, seen, form, factors, mixes, reference));
  }

  private static <T> Map<Feature, T> byFeature(StrictJson json, Class<T> type) {
    Map<Feature, T> values = new TreeMap<>();
    json.names().forEach(name ->
        values.put(ColumnJson.feature(name, json), json.field(name).to(type)));
    return values;
  }
}
