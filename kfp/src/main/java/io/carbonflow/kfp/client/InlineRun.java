// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client;

import module java.base;
import com.google.gson.JsonObject;
import io.carbonflow.base.json.Json;
import io.carbonflow.base.json.SnakeCase;
import io.carbonflow.kfp.ir.Yaml;

/// A run, as somebody wants it, of a pipeline that goes with the request and is not uploaded. Kubeflow
/// keeps it with the run alone (backend/src/apiserver/server/api_util.go,
/// pipelineSpecStructToYamlString).
///
/// @param name its name
/// @param experiment the experiment it belongs to
/// @param yaml the compiled pipeline, with a platform's specification or without
/// @param serviceAccount the Kubernetes service account of its pods, if it is not the usual one
@SnakeCase
public record InlineRun(
    String name, Experiment experiment, String yaml, Optional<String> serviceAccount) {

  JsonObject message(IdempotencyKey mark) {
    List<Object> documents = Yaml.read(name, yaml);
    return Json.tree(new Message(name, mark.text(), experiment.id(),
        new Specs(documents.getFirst(), documents.stream().skip(1).findFirst()),
        new RunRequest.Runtime(new JsonObject()), serviceAccount)).getAsJsonObject();
  }

  private record Message(String displayName, String description, String experimentId,
      Specs pipelineSpec, RunRequest.Runtime runtimeConfig, Optional<String> serviceAccount) {}

  private record Specs(Object pipelineSpec, Optional<Object> platformSpec) {}
}
