// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli.kubeflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.carbonflow.kfp.client.server.Fault;
import org.junit.jupiter.api.Test;

/// Something that is not a server of Kubeflow Pipelines, or is not there.
class WrongServerTest extends ServerTest {

  @Test
  void aServerThatDoesNotListenIsNamed() {
    server.close();
    client.run("runs").fails(1, "carbonflow kubeflow runs", server.url()
        + ": no connection is accepted; check that the server runs and the network leads there");
    client.with("KBFL_ENDPOINT", "https://no-such-host.invalid").run("runs").fails(1,
        "carbonflow kubeflow runs", "https://no-such-host.invalid: the host is not known;"
            + " correct the address");
  }

  @Test
  void whatIsNoKubeflowIsToldFromIt() {
    client.with("KBFL_ENDPOINT", server.url() + "/pipeline/deeper").run("runs").fails(
        1, "carbonflow kubeflow runs", "/pipeline/deeper/apis/v2beta1/healthz: does not answer as"
            + " Kubeflow Pipelines does; correct the endpoint; that of a full Kubeflow ends with"
            + " /pipeline");
    client.with("KBFL_ENDPOINT", server.url()).run("runs").ok();
    client.with("KBFL_ENDPOINT", server.url() + "/other").run("runs").fails(
        1, "carbonflow kubeflow runs", "cannot read its health (404 404 page not found)");
  }

  @Test
  void aListingThatNeverEndsIsLeft() {
    String page = "{\"runs\": [], \"next_page_token\": \"again\"}";
    server.fail("GET .*/v2beta1/runs", new Fault.Status(200, page))
        .fail("GET .*/v2beta1/runs", new Fault.Status(200, page));
    client.run("runs").fails(1, "carbonflow kubeflow runs",
        server.endpoint() + ": gives the same page twice; report it there");
  }

  @Test
  void anIdThatNoAddressHoldsIsEncoded() {
    upload();
    String id = start("a");
    server.fail("GET .*/v2beta1/runs/" + id, new Fault.Status(200, """
        {"run_id": "%s", "display_name": "a", "state": "RUNNING",
         "pipeline_version_reference": {"pipeline_id": "1 {x}", "pipeline_version_id": "%%/é"}}
        """.formatted(id)));
    assertEquals(0, client.run("status", id).exit());
    assertFalse(server.requests("GET .*/pipelines/1 \\{x}.*").isEmpty());
  }
}
