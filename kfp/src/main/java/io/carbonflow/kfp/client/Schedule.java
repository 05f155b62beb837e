package io.carbonflow.kfp.client;

import com.google.gson.JsonObject;
import java.util.Optional;

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
    JsonObject message = new JsonObject();
    message.addProperty("display_name", name);
    message.addProperty("description", mark.text());
    message.addProperty("experiment_id", experiment.id());
    message.add("pipeline_version_reference", RunRequest.reference(pipeline, version));
    message.add("runtime_config", RunRequest.runtime(parameters));
    message.add("trigger", trigger.message());
    message.addProperty("max_concurrency", maxConcurrency);
    message.addProperty("no_catchup", true);
    message.addProperty("mode", enabled ? "ENABLE" : "DISABLE");
    serviceAccount.ifPresent(account -> message.addProperty("service_account", account));
    return message;
  }
}
