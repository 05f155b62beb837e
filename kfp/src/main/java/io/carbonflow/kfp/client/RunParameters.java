// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client;

import module java.base;
import com.google.gson.JsonObject;
import io.carbonflow.base.json.Json;
import io.carbonflow.base.json.ServerJson;
import io.carbonflow.kfp.ir.Component.ParameterSpec;
import io.carbonflow.kfp.ir.Parameters;
import io.carbonflow.kfp.step.ParameterType;

/// The parameters of a run on Kubeflow, checked before anything is sent: the server would refuse a
/// number that is written as a text.
public final class RunParameters {
  private RunParameters() {}

  /// What is sent of the parameters that were given. The server has the defaults of the rest.
  ///
  /// @param given texts by name
  /// @throws io.carbonflow.base.fault.Problem if one is unknown, of another type, or missing
  public static JsonObject of(PipelineVersion version, Map<String, String> given) {
    if (!version.pipelineSpec().has("root")) {
      // The server does not say what it runs, so it has to check for itself.
      return Json.tree(given).getAsJsonObject();
    }
    Map<String, Object> typed = Parameters.complete(
        version.pipeline().name() + " " + version.name(), declared(version), given);
    JsonObject parameters = new JsonObject();
    given.keySet().forEach(name -> parameters.add(name, Json.tree(typed.get(name))));
    return parameters;
  }

  /// The parameters of a version's root. All else of it may come from another compiler, with fields
  /// that are not known here.
  private static SortedMap<String, ParameterSpec> declared(PipelineVersion version) {
    SortedMap<String, ParameterSpec> declared = new TreeMap<>();
    ServerJson inputs = new ServerJson(version.pipelineSpec()).part("root").part("inputDefinitions")
        .part("parameters");
    for (String name : inputs.names()) {
      ServerJson input = inputs.part(name);
      Optional<Object> orElse = Optional.ofNullable(input.object().get("defaultValue"))
          .filter(element -> !element.isJsonNull()).map(Json::plain);
      declared.put(name, new ParameterSpec(ParameterType.valueOf(input.text("parameterType")),
          orElse, input.flag("isOptional"), input.text("description")));
    }
    return declared;
  }
}
