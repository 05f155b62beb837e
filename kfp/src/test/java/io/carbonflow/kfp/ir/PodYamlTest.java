// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.pipeline.PodSettings;
import org.junit.jupiter.api.Test;

/// What kfp-kubernetes can say of a pod, in the text that its 2.17 has written.
class PodYamlTest {
  private static String recorded() throws IOException {
    try (InputStream in = PodYamlTest.class.getResourceAsStream("/sdk/on-pods.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static ContainerSpec read(String text) {
    return SpecYaml.read("on-pods.yaml", text).executors().get("exec-tell");
  }

  private static Pod pod() throws IOException {
    return read(recorded()).pod();
  }

  @Test
  void volumesAreRead() throws Exception {
    assertEquals(Set.of(new PodMount.Volume("data", "/data", "city"),
        new PodMount.EmptyFolder("scratch", "/scratch", true, "1Gi"),
        new PodMount.Entries(PodMount.Entries.Kind.SECRET, "keys", "/keys", false),
        new PodMount.Entries(PodMount.Entries.Kind.CONFIG_MAP, "settings", "/settings", false)),
        Set.copyOf(pod().mounts()));
  }

  @Test
  void variablesAreRead() throws Exception {
    assertEquals(Map.of("LOG_LEVEL", new Pod.ConfigMapKey("settings", "level", false)),
        pod().configMaps());
    assertEquals(Map.of("POD", "metadata.name"), pod().fields());
  }

  @Test
  void whereItRunsIsRead() throws Exception {
    assertEquals(Map.of("disk", "ssd"), pod().nodeLabels());
    assertEquals(List.of(new Pod.Toleration("gpu", "Equal", "yes", "NoSchedule")),
        pod().tolerations());
    assertEquals(Optional.of(new Resources.Accelerator("nvidia.com/gpu", 1)),
        read(recorded()).resources().accelerator());
  }

  @Test
  void labelsAndImagesAreRead() throws Exception {
    assertEquals(Map.of("team", "energy"), pod().labels());
    assertEquals(Map.of("note", "first"), pod().annotations());
    assertEquals(Optional.of("Always"), pod().pull());
    assertEquals(List.of("registry"), pod().pullSecrets());
  }

  @Test
  void whatIsNotKnownIsRefusedWithItsPlace() throws Exception {
    assertTrue(refused("subPath: city", "subPaht: city").contains(
        "exec-tell.pvcMount[0].subPaht is not known"));
    assertTrue(refused("imagePullPolicy: Always", "imagePullPolicy: Often").contains(
        "'Often' is not one of Always, IfNotPresent, Never"));
    assertTrue(refused("medium: Memory", "medium: Tape").contains("medium is"));
    assertTrue(refused("tolerations:", "nodeAffinity: []\n          tolerations:").contains(
        "nodeAffinity is not known"));
    assertTrue(refused("resourceCount: '1'", "resourceCount: '0'").contains("are not accelerators"));
  }

  private static String refused(String old, String other) throws IOException {
    String text = recorded();
    assertTrue(text.contains(old), text);
    return assertThrows(Problem.class, () -> read(text.replace(old, other))).getMessage();
  }

  @Test
  void whatKubernetesWouldRefuseIsRefused() {
    PodSettings plain = new PodSettings(Pod.PLAIN);
    assertEquals("'data' is not an absolute path to mount something at", wrong(() -> plain.volume("a", "data")));
    assertEquals("two things are mounted at /data",
        wrong(() -> plain.volume("a", "/data").secret("b", "/data")));
    assertEquals("'1GiB' is not a quantity for an empty folder, such as 500m or 1Gi",
        wrong(() -> plain.scratch("a", "/a", "1GiB")));
    assertTrue(wrong(() -> plain.tolerates("gpu", "yes", "Never")).contains("effect 'Never'"));
  }

  private static String wrong(org.junit.jupiter.api.function.Executable work) {
    return assertThrows(IllegalArgumentException.class, work).getMessage();
  }
}
