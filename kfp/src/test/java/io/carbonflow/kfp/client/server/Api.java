// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.server;

import module java.base;
import com.google.gson.JsonObject;

/// The page's server and the API server behind it.
final class Api {
  private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
  private static final String RELEASE = "2.17.0";

  private final Namespaces namespaces;
  private final PipelineApi pipelines;
  private final RunApi runs;
  private final ScheduleApi schedules;
  private final AtomicLong ticks = new AtomicLong();

  Api(Namespaces namespaces) {
    this.namespaces = namespaces;
    Ids ids = new Ids();
    pipelines = new PipelineApi(ids, () -> now().toString(), namespaces);
    runs = new RunApi(ids, this::now, namespaces, pipelines);
    schedules = new ScheduleApi(ids, () -> now().toString(), namespaces, pipelines, runs);
  }

  PipelineApi pipelines() {
    return pipelines;
  }

  ScheduleApi schedules() {
    return schedules;
  }

  void finish(String run) {
    runs.finish(run, ticks::incrementAndGet);
  }

  RunApi runs() {
    return runs;
  }

  private Instant now() {
    return START.plusSeconds(10 * ticks.get());
  }

  Reply handle(Request request) {
    boolean page = request.path().startsWith("/pipeline/");
    Request inner = request.below("/pipeline").below("/direct");
    if (inner.is("GET", "/apis/v2beta1/healthz")) {
      return Reply.json(200, health(page));
    } else if (page && inner.is("GET", "/k8s/pod/logs")) {
      return runs.logs().fromPage(inner.query("podname"));
    } else if (!inner.path().startsWith("/apis/") || page && inner.path().contains("v1alpha1")) {
      return page ? Reply.page(200, "Kubeflow Pipelines", "<div id=\"root\"></div>")
          : Reply.of(404, "text/plain", "404 page not found");
    }
    ticks.incrementAndGet();
    try {
      return Stream.<Reply>of(
              pipelines.handle(inner), runs.handle(inner), schedules.handle(inner))
          .filter(reply -> reply != null).findFirst().orElseThrow(
              () -> new Refused(Refused.Code.NOT_FOUND, "Not Found"));
    } catch (Refused e) {
      return e.reply();
    }
  }

  /// The page's server answers in other words than the API server (frontend/server/handlers/
  /// healthz.ts, backend/src/apiserver/main.go).
  private JsonObject health(boolean page) {
    JsonObject health = new JsonObject();
    health.addProperty(page ? "apiServerTagName" : "tag_name", RELEASE);
    health.addProperty("multi_user", namespaces.areThere());
    if (page) {
      health.addProperty("apiServerReady", true);
      health.addProperty("apiServerMultiUser", namespaces.areThere());
    }
    return health;
  }
}
