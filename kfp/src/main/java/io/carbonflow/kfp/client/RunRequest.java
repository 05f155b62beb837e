// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client;

import module java.base;
import com.google.gson.JsonObject;
import io.carbonflow.base.json.Json;
import io.carbonflow.base.json.SnakeCase;

/// A run as somebody wants it.
///
/// @param name its name
/// @param experiment the experiment it belongs to
/// @param version what it runs
/// @param parameters the parameters that differ from the pipeline's defaults
/// @param serviceAccount the Kubernetes service account of its pods, if it is not the usual one
@SnakeCase
public record RunRequest(
    String name,
    Experiment experiment,
    PipelineVersion version,
    JsonObject parameters,
    Optional<String> serviceAccount) {

  /// Whether a run is what is wanted.
  public boolean isMetBy(Run run) {
    return run.versionId().equals(version.id()) && run.experimentId().equals(experiment.id())
        && SpecContent.of(run.parameters()).equals(SpecContent.of(parameters));
  }

  JsonObject message(IdempotencyKey mark) {
    return Json.tree(new Message(name, mark.text(), experiment.id(),
        new Reference(version.pipeline().id(), Optional.of(version.id())),
        new Runtime(parameters), serviceAccount)).getAsJsonObject();
  }

  private record Message(String displayName, String description, String experimentId,
      Reference pipelineVersionReference, Runtime runtimeConfig, Optional<String> serviceAccount) {}

  record Reference(String pipelineId, Optional<String> pipelineVersionId) {}

  record Runtime(JsonObject parameters) {}
}
