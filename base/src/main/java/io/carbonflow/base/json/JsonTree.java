package io.carbonflow.base.json;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;

/// Reads JSON as its standard has it. Gson alone would take the last of several fields with one
/// name.
final class JsonTree {
  private static final TypeAdapter<JsonElement> SCALAR = new Gson().getAdapter(JsonElement.class);

  private JsonTree() {}

  /// The one value of a text.
  ///
  /// @throws IOException if it is not JSON, or cannot be read
  /// @throws JsonParseException if a field is there twice, or something follows the value
  static JsonElement read(JsonReader reader) throws IOException {
    reader.setStrictness(Strictness.STRICT);
    JsonElement element = element(reader);
    if (reader.peek() != JsonToken.END_DOCUMENT) {
      throw new JsonParseException("more than one value");
    }
    return element;
  }

  private static JsonElement element(JsonReader reader) throws IOException {
    return switch (reader.peek()) {
      case BEGIN_OBJECT -> {
        var object = new JsonObject();
        for (reader.beginObject(); reader.hasNext(); ) {
          String name = reader.nextName();
          if (object.has(name)) {
            throw new JsonParseException("field " + name + " is there twice");
          }
          object.add(name, element(reader));
        }
        reader.endObject();
        yield object;
      }
      case BEGIN_ARRAY -> {
        var array = new JsonArray();
        for (reader.beginArray(); reader.hasNext(); ) {
          array.add(element(reader));
        }
        reader.endArray();
        yield array;
      }
      default -> SCALAR.read(reader);
    };
  }
}
