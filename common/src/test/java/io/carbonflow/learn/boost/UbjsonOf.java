// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.boost;

import module java.base;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/// A model that XGBoost saved as JSON in the form that it has when XGBoost saves it as UBJSON.
final class UbjsonOf {
  private static final Set<String> FLOATS =
      Set.of("base_weights", "loss_changes", "split_conditions", "sum_hessian");

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  private UbjsonOf() {}

  static byte[] json(String text) {
    var made = new UbjsonOf();
    try {
      made.write("", JsonParser.parseString(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return made.bytes.toByteArray();
  }

  private void write(String name, JsonElement element) throws IOException {
    switch (element) {
      case JsonObject object -> {
        out.writeByte('{');
        for (Map.Entry<String, JsonElement> field : object.entrySet()) {
          word(field.getKey());
          write(field.getKey(), field.getValue());
        }
        out.writeByte('}');
      }
      case JsonArray array when !array.isEmpty() && array.get(0).isJsonPrimitive() -> numbers(name, array);
      case JsonArray array -> {
        out.writeBytes("[#L");
        out.writeLong(array.size());
        for (JsonElement one : array) {
          write("", one);
        }
      }
      default -> {
        if (element.getAsJsonPrimitive().isString()) {
          out.writeByte('S');
          word(element.getAsString());
        } else {
          out.writeByte('L');
          out.writeLong(element.getAsLong());
        }
      }
    }
  }

  private void numbers(String name, JsonArray array) throws IOException {
    char type = FLOATS.contains(name) ? 'd' : Set.of("split_type", "default_left").contains(name) ? 'U' : 'l';
    out.writeBytes("[$" + type + "#L");
    out.writeLong(array.size());
    for (JsonElement one : array) {
      switch (type) {
        case 'd' -> out.writeFloat(Float.parseFloat(one.getAsString()));
        case 'U' -> out.writeByte(one.getAsInt());
        default -> out.writeInt(one.getAsInt());
      }
    }
  }

  private void word(String text) throws IOException {
    byte[] word = text.getBytes(StandardCharsets.UTF_8);
    out.writeByte('L');
    out.writeLong(word.length);
    out.write(word);
  }
}
