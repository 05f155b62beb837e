// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;
import com.google.gson.JsonObject;
import io.carbonflow.base.json.ServerJson;
import io.carbonflow.kfp.workflow.Workflow;
import io.carbonflow.kfp.workflow.WorkflowTasks;
import org.junit.jupiter.api.Test;

/// The runs are the recorded ones, with what could not be recorded put in.
class StandstillTest {
  private static final Instant STARTED = Instant.parse("2026-11-28T21:46:49Z");
  private static final Instant LATER = STARTED.plus(Standstill.AFTER);
  private final Recording recording = Recording.of("image-missing");

  private JsonObject nodes() {
    return recording.manifest().part("status").part("nodes").object();
  }

  private JsonObject pod() {
    return nodes().getAsJsonObject("inference-f6bcv-129103876");
  }

  private String reason(Instant now) {
    return Standstill.of(recording.status(), now).map(Standstill::reason).orElse("");
  }

  @Test
  void aPodThatNoNodeHasRoomForIsTheReason() {
    pod().addProperty("message", "Unschedulable: 0/1 nodes are available: 1 Insufficient cpu.");
    assertEquals("infer waits: Unschedulable: 0/1 nodes are available: 1 Insufficient cpu.",
        reason(LATER));
    assertEquals("has not moved since 2026-11-28T21:46:49Z, because infer waits: Unschedulable: 0/1"
        + " nodes are available: 1 Insufficient cpu.",
        Standstill.of(recording.status(), LATER).orElseThrow().toString());
  }

  @Test
  void aWhileHasToPass() {
    assertEquals("", reason(LATER.minusSeconds(1)));
    assertEquals(STARTED, Standstill.of(recording.status(), LATER).orElseThrow().since());
  }

  @Test
  void aRunOfWhichAPodIsAtWorkGetsOn() {
    pod().addProperty("phase", "Running");
    assertEquals("", reason(LATER));
  }

  @Test
  void aRunThatHasEndedDoesNotStandStill() {
    assertEquals(Optional.empty(), Standstill.of(
        Recording.of("unschedulable-then-stopped").status(), LATER));
  }

  @Test
  void whereNoPodIsMadeTheWorkflowMayHaveTheReason() {
    nodes().remove("inference-f6bcv-129103876");
    nodes().getAsJsonObject("inference-f6bcv-1332613606").remove("templateName");
    nodes().entrySet().removeIf(one -> one.getValue().toString().contains("infer(0)")
        || one.getValue().toString().contains(".infer"));
    assertEquals("Argo starts nothing of it and does not say why", reason(LATER));
    recording.manifest().part("status").object().addProperty("message", "too many workflows");
    assertEquals("too many workflows", reason(LATER));
  }

  @Test
  void aDriverOfThePipelineThatDoesNotComeUpIsReported() {
    nodes().entrySet().removeIf(one -> !one.getValue().toString().contains("root-driver(0)\""));
    nodes().entrySet().removeIf(one -> !one.getValue().getAsJsonObject().get("type").getAsString()
        .equals("Pod"));
    JsonObject driver = nodes().entrySet().iterator().next().getValue().getAsJsonObject();
    driver.addProperty("phase", "Pending");
    driver.addProperty("message", "ImagePullBackOff: Back-off pulling image");
    assertEquals("root-driver waits: ImagePullBackOff: Back-off pulling image", reason(LATER));
  }

  @Test
  void aRunThatKubeflowHasNotBegunStandsStillAndOfOneWithoutAWorkflowNothingIsKnown() {
    assertEquals(Optional.of("Kubeflow has not handed it to Argo"), of("PENDING"));
    assertEquals(Optional.empty(), of("RUNNING"));
  }

  private static Optional<String> of(String state) {
    JsonObject run = new JsonObject();
    run.addProperty("state", state);
    run.addProperty("created_at", STARTED.toString());
    return Standstill.of(new RunStatus(Run.of(new ServerJson(run)), Optional.<Workflow>empty(),
        new WorkflowTasks(List.of())), LATER).map(Standstill::reason);
  }
}
