// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client;

import module java.base;
import com.google.gson.JsonObject;
import io.carbonflow.base.json.Json;
import io.carbonflow.base.json.SnakeCase;

/// A schedule of runs as somebody wants it. Runs that were missed are not made up for.
///
/// @param name its name
/// @param pipeline what it runs
/// @param version the version that it is pinned to; empty for the latest one at each start
/// @param experiment the experiment of its runs
/// @param trigger when it starts them
/// @param parameters the parameters that differ from the pipeline's defaults
/// @param maxConcurrency how many of its runs may run at once, 1 to 10
/// @param serviceAccount the service account of its pods, if it is not the usual one
@SnakeCase
public record Schedule(
    String name,
    UploadedPipeline pipeline,
    Optional<PipelineVersion> version,
    Experiment experiment,
    Trigger trigger,
    JsonObject parameters,
    int maxConcurrency,
    Optional<String> serviceAccount) {

  /// Whether a schedule of the server's is what is wanted, whether it is paused or not.
  boolean isMetBy(RecurringRun there) {
    return there.pipelineId().equals(pipeline.id())
        && there.versionId().equals(version.map(PipelineVersion::id).orElse(""))
        && there.experimentId().equals(experiment.id())
        && there.trigger().equals(trigger)
        && there.from().isEmpty() && there.until().isEmpty()
        && SpecContent.of(there.parameters()).equals(SpecContent.of(parameters))
        && there.maxConcurrency() == maxConcurrency
        && !there.catchup()
        && serviceAccount.map(there.serviceAccount()::equals).orElse(true);
  }

  JsonObject message(IdempotencyKey mark, boolean enabled) {
    return Json.tree(new Message(name, mark.text(), experiment.id(),
        new RunRequest.Reference(pipeline.id(), version.map(PipelineVersion::id)),
        new RunRequest.Runtime(parameters), trigger.message(), maxConcurrency, true,
        enabled ? "ENABLE" : "DISABLE", serviceAccount)).getAsJsonObject();
  }

  private record Message(String displayName, String description, String experimentId,
      RunRequest.Reference pipelineVersionReference, RunRequest.Runtime runtimeConfig,
      JsonObject trigger, int maxConcurrency, boolean noCatchup, String mode,
      Optional<String> serviceAccount) {}
}
