// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client;

import module java.base;
import com.google.gson.JsonObject;
import io.carbonflow.base.json.ServerJson;

/// A schedule of runs, as the server has it.
///
/// @param id the server's id
/// @param name its name, which others may have too
/// @param enabled whether it starts runs
/// @param trigger when it starts them
/// @param from before when it starts none, if that is said
/// @param until after when it starts none, if that is said
/// @param pipelineId its pipeline
/// @param versionId the version that it is pinned to; empty for the latest one
/// @param experimentId the experiment of its runs
/// @param parameters the parameters of its runs
/// @param maxConcurrency how many of its runs may run at once
/// @param catchup whether it makes up for runs that it has missed
/// @param serviceAccount the service account of its pods
/// @param created when it was made
public record RecurringRun(
    String id,
    String name,
    boolean enabled,
    Trigger trigger,
    Optional<Instant> from,
    Optional<Instant> until,
    String pipelineId,
    String versionId,
    String experimentId,
    JsonObject parameters,
    long maxConcurrency,
    boolean catchup,
    String serviceAccount,
    Optional<Instant> created) {

  static RecurringRun of(ServerJson json) {
    ServerJson version = json.part("pipeline_version_reference");
    ServerJson trigger = json.part("trigger");
    ServerJson times = trigger.part(
        trigger.object().has("cron_schedule") ? "cron_schedule" : "periodic_schedule");
    return new RecurringRun(json.text("recurring_run_id"), json.text("display_name"),
        json.text("status").equals("ENABLED"), Trigger.of(trigger),
        times.time("start_time"), times.time("end_time"),
        version.text("pipeline_id"), version.text("pipeline_version_id"),
        json.text("experiment_id"), json.part("runtime_config").part("parameters").object(),
        json.whole("max_concurrency"), !json.flag("no_catchup"), json.text("service_account"),
        json.time("created_at"));
  }

  /// The first start after a time; empty if there is none, or its expression is not known here.
  ///
  /// @param zone the time zone of the cluster's cron
  public Optional<Instant> next(Instant after, ZoneId zone) {
    Instant base = from.filter(after::isBefore).orElse(after);
    return trigger.next(base, zone).filter(at -> until.filter(at::isAfter).isEmpty());
  }
}
