package io.carbonflow.model;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.ToNumberPolicy;
import io.carbonflow.fault.Place;
import io.carbonflow.fault.Problem;
import io.carbonflow.feature.Scale;
import io.carbonflow.regressor.Regressor;
import io.carbonflow.regressor.StoredRegressor;
import io.carbonflow.transform.Transformer;
import io.carbonflow.transform.TransformerJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The file form of a [Bundle]: a [SealedArchive] of three parts.
final class BundleFormat {
  private static final String MANIFEST = "manifest.json";
  private static final String TRANSFORMER = "transformer.json";
  private static final String MODEL = "model.bin";
  private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping()
      .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE).create();

  private BundleFormat() {}

  /// What is small enough to be read by people.
  private record Manifest(
      String model, List<Member> members, double largestBoxCox, Provenance provenance) {
    boolean isComplete() {
      return model != null && members != null && provenance != null
          && Double.isFinite(largestBoxCox);
    }
  }

  static byte[] bytes(Bundle bundle) {
    Manifest manifest = new Manifest(
        bundle.name(), bundle.members(), bundle.scale().upper(), bundle.provenance());
    return new SealedArchive(new TreeMap<>(Map.of(
        MANIFEST, (GSON.toJson(manifest) + "\n").getBytes(StandardCharsets.UTF_8),
        TRANSFORMER,
        TransformerJson.write(bundle.transformer()).getBytes(StandardCharsets.UTF_8),
        MODEL, StoredRegressor.bytes(bundle.regressor())))).toBytes();
  }

  static Bundle read(byte[] file, String source) {
    SealedArchive archive = SealedArchive.of(file, source);
    Manifest manifest = manifest(archive, source);
    Transformer transformer = TransformerJson.read(
        text(archive.part(TRANSFORMER, source)), Place.of(source + "!" + TRANSFORMER));
    Regressor regressor = StoredRegressor.read(
        archive.part(MODEL, source), Place.of(source + "!" + MODEL));
    try {
      return new Bundle(manifest.model(), manifest.members(), transformer,
          new Scale(transformer.features(), manifest.largestBoxCox()), regressor,
          manifest.provenance());
    } catch (IllegalArgumentException e) {
      throw new Problem(Place.of(source), "does not hold together (" + e.getMessage() + ")",
          "train again", e);
    }
  }

  private static Manifest manifest(SealedArchive archive, String source) {
    try {
      Manifest manifest =
          GSON.fromJson(text(archive.part(MANIFEST, source)), Manifest.class);
      if (manifest == null || !manifest.isComplete()) {
        throw new JsonParseException("it is incomplete");
      }
      return manifest;
    } catch (JsonParseException | NullPointerException e) {
      throw new Problem(Place.of(source + "!" + MANIFEST), "cannot be read (" + e.getMessage() + ")",
          "copy the bundle again from where it was written", e);
    }
  }

  private static String text(byte[] part) {
    return new String(part, StandardCharsets.UTF_8);
  }
}
