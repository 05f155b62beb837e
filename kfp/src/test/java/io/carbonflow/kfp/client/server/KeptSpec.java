// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.server;

import module java.base;
import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.ir.Yaml;

/// What the server keeps of a pipeline: the messages that it has parsed (template/v2_template.go,
/// server/api_util.go). Fields with their default are gone, whole numbers have no point, and the
/// order is another.
final class KeptSpec {
  /// What is a `google.protobuf.Value` or `Struct`, which loses nothing.
  private static final Set<String> VALUES =
      Set.of("defaultValue", "constant", "metadata", "deploymentSpec");

  private KeptSpec() {}

  static JsonObject of(String yaml) {
    List<Object> documents;
    try {
      documents = Yaml.read("uploadfile", yaml);
    } catch (Problem e) {
      throw Refused.invalid("unable to decode yaml document: " + e.getMessage());
    }
    JsonObject spec = kept(new Gson().toJsonTree(documents.getFirst()), false).getAsJsonObject();
    if (!Shelf.text(spec, "schemaVersion").equals("2.1.0")) {
      throw Refused.invalid("KFP only supports schema version 2.1.0, but the pipeline spec has"
          + " version " + Shelf.text(spec, "schemaVersion"));
    }
    if (documents.size() == 1) {
      return spec;
    }
    JsonObject both = new JsonObject();
    both.add("platform_spec", kept(new Gson().toJsonTree(documents.get(1)), true));
    both.add("pipeline_spec", spec);
    return both;
  }

  private static JsonElement kept(JsonElement element, boolean value) {
    return switch (element) {
      case JsonObject object -> {
        JsonObject kept = new JsonObject();
        List<String> names = new ArrayList<>(object.keySet());
        Collections.reverse(names);
        for (String name : names) {
          JsonElement one = kept(object.get(name), value || VALUES.contains(name));
          if (value || VALUES.contains(name) || !isDefault(one)) {
            kept.add(name, one);
          }
        }
        yield kept;
      }
      case JsonArray array -> {
        JsonArray kept = new JsonArray();
        array.forEach(one -> kept.add(kept(one, value)));
        yield kept;
      }
      case JsonPrimitive number when number.isNumber() -> new JsonPrimitive(new BigDecimal(
          new BigDecimal(number.getAsString()).stripTrailingZeros().toPlainString()));
      default -> element;
    };
  }

  private static boolean isDefault(JsonElement element) {
    return element.isJsonPrimitive() && Set.of("", "0", "false").contains(element.getAsString())
        || element.isJsonArray() && element.getAsJsonArray().isEmpty();
  }
}
