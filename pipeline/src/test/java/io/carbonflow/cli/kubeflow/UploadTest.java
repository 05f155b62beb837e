// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli.kubeflow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;
import io.carbonflow.cli.CarbonflowProgram.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadTest extends ServerTest {
  private static final String UPLOADS = "POST .*/upload_version";
  @TempDir Path folder;

  private Path pipeline(String image) throws Exception {
    return Files.writeString(folder.resolve("copying.yaml"), """
        pipelineInfo: {name: copying, description: Copies}
        schemaVersion: 2.1.0
        sdkVersion: kfp-2.17.0
        root:
          dag: {tasks: {copy: {componentRef: {name: comp-copy}, cachingOptions: {}}}}
        components: {comp-copy: {executorLabel: exec-copy}}
        deploymentSpec:
          executors: {exec-copy: {container: {image: %s, newer: {field: 5.0}}}}
        """.formatted(image));
  }

  @Test
  void aVersionIsNamedAfterTheRevisionAndTheSameAgainMakesNoSecond() {
    Outcome first = client.run("upload", "training").ok();
    assertEquals("training", value(first, "pipeline"));
    assertEquals(Client.REVISION, value(first, "version"));
    assertEquals("uploaded", value(first, "result"));
    Outcome second = client.run("upload", "training").ok();
    assertEquals(first.out().replace("uploaded", "unchanged"), second.out());
    assertEquals(1, server.requests(UPLOADS).size());
    assertEquals(1, server.requests("POST .*/pipelines").size());
  }

  @Test
  void anotherContentUnderTheSameNameIsAnError() {
    client.run("upload", "training", "--image=a:1").ok();
    client.run("upload", "training", "--image=b:1").fails(1, "carbonflow kubeflow upload",
        server.endpoint() + ": version " + Client.REVISION + " of pipeline training is there with"
            + " another content (the first difference is in pipeline_spec.deploymentSpec.executors",
        "commit your change, or name another version with --version");
    client.run("upload", "training", "--image=b:1", "--version=second").ok();
    assertEquals(2, server.requests(UPLOADS).size());
  }

  @Test
  void aFileOfAnotherCompilerIsUploadedAsItIs() throws Exception {
    Path file = pipeline("a:1");
    assertEquals("copying", value(client.run("upload", file).ok(), "pipeline"));
    assertEquals("unchanged", value(client.run("upload", file).ok(), "result"));
    pipeline("b:1");
    client.run("upload", file).fails(1, "carbonflow kubeflow upload",
        "deploymentSpec.executors.exec-copy.container.image");
  }

  @Test
  void whatIsNoPipelineIsRefusedBeforeAnythingIsSent() throws Exception {
    Path text = Files.writeString(folder.resolve("no.yaml"), "just: text\n");
    client.run("upload", text).fails(1, "carbonflow kubeflow upload",
        text + ": is not a compiled pipeline: pipelineInfo.name is missing");
    Files.writeString(text, "a: [b\n");
    client.run("upload", text).fails(
        1, "carbonflow kubeflow upload", text + ", line 2: is not YAML");
    client.run("upload", folder.resolve("gone.yaml")).fails(
        1, "carbonflow kubeflow upload", "gone.yaml: there is no such file");
    client.run("upload", "trainin").fails(2, "carbonflow kubeflow upload",
        "there is no pipeline trainin: inference, monitoring, training,", "or a compiled one's YAML file");
    client.run("upload", text, "--image=a:1").fails(2, "carbonflow kubeflow upload",
        "--image: " + text + " names its images itself");
    client.run("upload").fails(2, "carbonflow kubeflow upload",
        "Missing required parameter: 'PIPELINE'");
    assertEquals(0, server.requests(".*").size());
  }

  @Test
  void whatTheServerRefusesIsReportedInItsWords() throws Exception {
    Path file = pipeline("a:1");
    Files.writeString(file, Files.readString(file).replace("2.1.0", "2.0.0"));
    client.run("upload", file).fails(1, "carbonflow kubeflow upload", "cannot add version "
        + Client.REVISION + " to pipeline copying (400 KFP only supports schema version 2.1.0, but"
        + " the pipeline spec has version 2.0.0); correct what it says");
  }

  @Test
  void whereNoRevisionIsKnownTheVersionHasToBeNamed() {
    Client built = client.built(io.carbonflow.kfp.cli.Program.NO_REVISION);
    built.run("upload", "training").fails(2, "carbonflow kubeflow upload",
        "the code's revision is not known; name the version with --version");
    built.run("upload", "training", "--version=v1").ok();
  }

  @Test
  void whoeverIsFasterWithTheSameVersionDoesNoHarm() throws Exception {
    client.run("upload", pipeline("a:1"), "--version=other").ok();
    // The version appears after this client has looked for it.
    server.onRequest(UPLOADS, () -> client.run("upload", folder.resolve("copying.yaml")).ok());
    assertEquals("copying", value(client.run("upload", pipeline("a:1")).ok(), "pipeline"));
    assertEquals(3, server.requests(UPLOADS).size());
  }
}
