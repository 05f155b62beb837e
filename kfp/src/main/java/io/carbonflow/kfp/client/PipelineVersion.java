// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client;

import module java.base;
import com.google.gson.JsonObject;
import io.carbonflow.base.json.ServerJson;

/// A version of a pipeline.
///
/// @param id the server's id
/// @param pipeline its pipeline
/// @param name its name
/// @param spec what it does, as the server keeps it: a `PipelineSpec`, or an object of a
///     `pipeline_spec` and a `platform_spec`
/// @param created when it was uploaded
public record PipelineVersion(
    String id, UploadedPipeline pipeline, String name, JsonObject spec,
    Optional<Instant> created) {

  static PipelineVersion of(UploadedPipeline pipeline, ServerJson json) {
    String name = json.text("display_name");
    return new PipelineVersion(json.text("pipeline_version_id"), pipeline,
        name.isEmpty() ? json.text("name") : name, json.part("pipeline_spec").object(),
        json.time("created_at"));
  }

  /// The `PipelineSpec` alone.
  public JsonObject pipelineSpec() {
    return spec.has("pipeline_spec") && spec.get("pipeline_spec").isJsonObject()
        ? spec.getAsJsonObject("pipeline_spec") : spec;
  }
}
