// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.server;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/// Checks the parameters of a run (template/v2_template.go, validatePipelineJobInputs).
final class Inputs {
  private Inputs() {}

  static void check(JsonObject spec, JsonObject config) {
    JsonObject given = config == null || !config.has("parameters") ? new JsonObject()
        : config.getAsJsonObject("parameters");
    JsonObject inputs = part(part(spec.getAsJsonObject("root"), "inputDefinitions"), "parameters");
    for (String name : inputs.keySet()) {
      JsonObject input = inputs.getAsJsonObject(name);
      if (given.has(name)) {
        checkType(name, Shelf.text(input, "parameterType"), given.get(name));
      } else if (!input.has("defaultValue") && !input.has("isOptional")) {
        throw Refused.invalid("parameter " + name + " is not optional, yet has neither default"
            + " value nor user provided value");
      }
    }
    for (String name : given.keySet()) {
      if (!inputs.has(name)) {
        throw Refused.invalid("parameter(s) provided are not required, or not in the spec: "
            + name);
      }
    }
  }

  private static JsonObject part(JsonObject object, String name) {
    return object.has(name) ? object.getAsJsonObject(name) : new JsonObject();
  }

  private static void checkType(String name, String type, JsonElement value) {
    boolean fits = switch (type) {
      case "STRING" -> value.isJsonPrimitive() && value.getAsJsonPrimitive().isString();
      case "BOOLEAN" -> value.isJsonPrimitive() && value.getAsJsonPrimitive().isBoolean();
      case "LIST" -> value.isJsonArray();
      case "STRUCT" -> value.isJsonObject();
      default -> value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber();
    };
    if (!fits) {
      throw Refused.invalid("input parameter " + name + " requires type " + type
          + ", but the parameter value is not of that type");
    }
  }
}
