// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A machine and a pod that have no credentials for S3.
class MissingCredentialsTest {
  private static final Map<String, String> POD = Map.of("KUBERNETES_SERVICE_HOST", "10.96.0.1");
  @TempDir Path folder;

  @Test
  void onAMachineTheyAreSet() {
    assertEquals("set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or configure ~/.aws or a role",
        new MissingCredentials(Map.of(), folder.resolve("none")).remedy());
  }

  @Test
  void inAPodTheSecretOfItsNamespaceIsNamed() throws Exception {
    Path namespace = Files.writeString(folder.resolve("namespace"), "team\n");
    assertEquals("put AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY into the secret s3-credentials of"
        + " namespace team, where tasks have them from, or give the pod's account a role",
        new MissingCredentials(POD, namespace).remedy());
  }

  @Test
  void aPodThatDoesNotKnowItsNamespaceNamesTheSecretAlone() {
    assertTrue(new MissingCredentials(POD, folder.resolve("none")).remedy().startsWith(
        "put AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY into the secret s3-credentials of the"
        + " pod's namespace, "));
  }

  @Test
  void aProcessThatSeemsToBeInAPodIsReportedAboutIt() throws Exception {
    ProcessBuilder builder = new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Duser.home=" + folder, "-cp", System.getProperty("java.class.path"),
        ReadOnce.class.getName(), "s3://models/a.csv").redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    builder.environment().putAll(POD);
    builder.environment().putAll(Map.of("AWS_EC2_METADATA_DISABLED", "true",
        "AWS_ENDPOINT_URL_S3", "http://127.0.0.1:9"));
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(1, process.waitFor());
    assertTrue(said.contains("s3://models: there are no credentials for S3; put AWS_ACCESS_KEY_ID"
        + " and AWS_SECRET_ACCESS_KEY into the secret s3-credentials of "), said);
  }
}
