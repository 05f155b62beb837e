package io.carbonflow.model.transform;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.model.building.Feature;
import io.carbonflow.model.feature.FeatureSet;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A transformer as JSON: data only. Every field must be there and none that is not known, so that
/// an altered or newer file is refused and not half understood.
public final class TransformerJson {
  /// The version of the form that this release writes; every version up to it is read. The first
  /// had no ranges.
  public static final int VERSION = 2;

  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

  private TransformerJson() {}

  /// The transformer as JSON, ending in a line break. Doubles read back to the last bit.
  public static String write(Transformer transformer) {
    var json = new JsonObject();
    json.addProperty("version", VERSION);
    json.addProperty("features", transformer.features().word());
    var medians = new JsonObject();
    transformer.fills().medians().forEach((m, value) -> medians.addProperty(m.column(), value));
    json.add("medians", medians);
    var byUse = new JsonObject();
    transformer.fills().byUse().forEach((measure, value) ->
        byUse.add(measure.column(), GSON.toJsonTree(value)));
    json.add("medians_by_use", byUse);
    var columns = new JsonArray();
    transformer.columns().forEach(column -> columns.add(ColumnJson.write(column)));
    json.add("columns", columns);
    json.add("neighborhoods", ColumnJson.array(transformer.seen().neighborhoods()));
    json.add("uses", ColumnJson.array(transformer.seen().uses()));
    var ranges = new JsonObject();
    transformer.seen().ranges().forEach((measure, range) ->
        ranges.add(measure.column(), GSON.toJsonTree(range)));
    json.add("ranges", ranges);
    return GSON.toJson(json) + "\n";
  }

  /// Reads a file that holds what [#write] wrote.
  ///
  /// @throws Problem if the file cannot be read, or is not such JSON
  public static Transformer read(Path file) {
    Place where = Place.of(file);
    try {
      return read(Files.readString(file), where);
    } catch (IOException e) {
      throw new Problem(where,
          e instanceof CharacterCodingException ? "is not UTF-8"
              : "cannot be read (" + e.getMessage() + ")",
          "name the transformer.json that prepare has written", e);
    }
  }

  /// Reads what [#write] wrote.
  ///
  /// @param where the file or bundle that the text is from
  /// @throws Problem if the text is not such JSON, is of another version, or has a field too many
  ///     or too few or with a value that cannot be
  public static Transformer read(String text, Place where) {
    StrictJson json = StrictJson.parse(text, where);
    double version = json.number("version");
    if (version != 1 && version != VERSION) {
      throw new Problem(where,
          "is version " + (long) version + " of a transformer; this release reads up to " + VERSION,
          "use the release that wrote it, or train again");
    }
    FeatureSet features =
        ColumnJson.named(FeatureSet.values(), FeatureSet::word, json.text("features"), json);
    Imputer fills = fills(json.object("medians"), json.object("medians_by_use"));
    List<Standardized> columns = json.objects("columns").stream().map(ColumnJson::read).toList();
    TrainingRanges seen = TrainingRanges.of(json.texts("neighborhoods"), json.texts("uses"),
        version < 2 ? Map.of() : ranges(json.object("ranges")));
    json.end();
    try {
      return new Transformer(features, fills, columns, seen);
    } catch (IllegalArgumentException e) {
      throw json.wrong(e.getMessage());
    }
  }

  private static Map<Feature, Range> ranges(StrictJson json) {
    Map<Feature, Range> ranges = new TreeMap<>();
    json.forEachObject((name, value) -> {
      double least = value.number("least");
      double largest = value.number("largest");
      value.end();
      try {
        ranges.put(ColumnJson.measure(name, json), new Range(least, largest));
      } catch (IllegalArgumentException e) {
        throw json.wrong(e.getMessage());
      }
    });
    return ranges;
  }

  private static Imputer fills(StrictJson medians, StrictJson byUse) {
    Map<Feature, Double> numbers = new TreeMap<>();
    medians.forEachNumber((name, value) -> numbers.put(ColumnJson.measure(name, medians), value));
    Map<Feature, UseMedians> uses = new TreeMap<>();
    byUse.forEachObject((name, value) ->
        uses.put(ColumnJson.measure(name, byUse), useMedians(value)));
    return new Imputer(numbers, uses);
  }

  private static UseMedians useMedians(StrictJson json) {
    Map<String, Double> uses = new TreeMap<>();
    json.object("uses").forEachNumber(uses::put);
    Map<String, Map<String, Double>> neighborhoods = new TreeMap<>();
    json.object("neighborhoods").forEachObject((use, places) -> {
      Map<String, Double> medians = new TreeMap<>();
      places.forEachNumber(medians::put);
      neighborhoods.put(use, medians);
    });
    double all = json.number("all");
    json.end();
    return new UseMedians(all, uses, neighborhoods);
  }
}
