package io.carbonflow.published;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// `current.json`: a [Register] as JSON. Where there is no version yet there is no file.
final class RegisterJson {
  /// The version of the form that this release writes and reads.
  private static final int FORMAT = 1;

  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls().create();

  private RegisterJson() {}

  static byte[] bytes(Register register) {
    JsonObject json = new JsonObject();
    json.addProperty("format", FORMAT);
    json.addProperty("version", register.version().orElseThrow());
    json.addProperty("number", register.number());
    JsonArray kept = new JsonArray();
    register.kept().forEach(one -> kept.add(json(one)));
    json.add("kept", kept);
    JsonArray moves = new JsonArray();
    register.moves().forEach(move -> moves.add(json(move)));
    json.add("history", moves);
    return (GSON.toJson(json) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static JsonObject json(Published one) {
    JsonObject json = new JsonObject();
    json.addProperty("version", one.version());
    json.addProperty("sha256", one.sha256());
    json.addProperty("published", one.at().toString());
    json.add("promise", PublishedMetricsJson.of(one.promise()));
    return json;
  }

  private static JsonObject json(RegistryEvent move) {
    JsonObject json = new JsonObject();
    json.addProperty("at", move.at().toString());
    json.addProperty("kind", move.kind().word());
    json.addProperty("from", move.from().orElse(""));
    json.addProperty("to", move.to());
    json.addProperty("reason", move.reason());
    return json;
  }

  /// Reads what [#bytes] wrote.
  ///
  /// @throws Problem if it is something else, or of a newer version
  static Register read(byte[] content, Place where) {
    StrictJson json = StrictJson.of(content, where);
    if (json.field("format").whole() > FORMAT) {
      throw new Problem(where, "has format " + json.field("format").whole()
          + ", this carbonflow reads up to " + FORMAT, "use the release that wrote it, or a later one");
    }
    json.only("format", "version", "number", "kept", "history");
    return json.made(() -> new Register(
        json.field("number").integer(),
        Optional.of(json.field("version").text()),
        json.field("kept").items().stream().map(RegisterJson::published).toList(),
        json.field("history").items().stream().map(RegisterJson::move).toList()));
  }

  private static Published published(StrictJson json) {
    json.only("version", "sha256", "published", "promise");
    return json.made(() -> new Published(json.field("version").text(), json.field("sha256").text(),
        instant(json.field("published")), PublishedMetricsJson.read(json.field("promise"))));
  }

  private static RegistryEvent move(StrictJson json) {
    json.only("at", "kind", "from", "to", "reason");
    String from = json.field("from").text();
    return new RegistryEvent(instant(json.field("at")), kind(json.field("kind")),
        from.isEmpty() ? Optional.empty() : Optional.of(from), json.field("to").text(),
        json.field("reason").text());
  }

  private static Instant instant(StrictJson json) {
    try {
      return Instant.parse(json.text());
    } catch (DateTimeException e) {
      throw json.wrong("is no time: " + json.text());
    }
  }

  private static RegistryEvent.Kind kind(StrictJson json) {
    return Arrays.stream(RegistryEvent.Kind.values())
        .filter(kind -> kind.word().equals(json.text())).findFirst().orElseThrow(() -> json.wrong("is no kind of move: " + json.text()));
  }
}
