// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

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
import com.google.gson.stream.MalformedJsonException;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.BoundedInput;
import io.carbonflow.base.file.InputLimits;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;

/// The one value that a text of UTF-8 is, as JSON's standard has it; anything else is a [Problem]
/// that says why. Gson alone would take the last of several fields with one name.
final class JsonText {
  private static final TypeAdapter<JsonElement> SCALAR = new Gson().getAdapter(JsonElement.class);

  private JsonText() {}

  /// Where a text comes from.
  @FunctionalInterface
  interface Source {
    InputStream open() throws IOException;
  }

  /// The value in a text.
  ///
  /// @param most how many bytes it may have
  static JsonElement read(Source source, int most, Place where, String remedy) {
    try (Reader text = new InputStreamReader(
        BoundedInput.limited(source.open(), most, where, remedy),
        StandardCharsets.UTF_8.newDecoder())) {
      return parse(text);
    } catch (JsonParseException | IOException e) {
      throw new Problem(where, "cannot be read as JSON (" + reason(e) + ")", remedy, e);
    }
  }

  /// The value in a text.
  ///
  /// @throws IOException if it is not JSON, or cannot be read
  /// @throws JsonParseException if a field is there twice, or something follows the value
  static JsonElement parse(Reader text) throws IOException {
    JsonReader reader = new JsonReader(text);
    reader.setStrictness(Strictness.STRICT);
    reader.setNestingLimit(InputLimits.DEPTH);
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

  private static String reason(Exception e) {
    return switch (e.getCause() instanceof IOException cause ? cause : e) {
      case MalformedInputException text -> "it is not UTF-8";
      case EOFException cut -> "it is empty or cut off";
      case MalformedJsonException other -> "it is something else";
      case Exception unknown -> String.valueOf(unknown.getMessage()).lines().findFirst().orElse("");
    };
  }
}
