// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.ir;

import module java.base;
import io.carbonflow.base.json.StrictJson;

/// Reads [Pod] from the fields of `KubernetesExecutorConfig`, and refuses what it cannot hold.
final class PodReader {
  private PodReader() {}

  /// Reads the fields.
  static Pod read(StrictJson executor) {
    List<PodMount> mounts = new ArrayList<>();
    executor.list("pvcMount").forEach(one -> mounts.add(volume(one)));
    executor.list("emptyDirMounts").forEach(one -> mounts.add(folder(one)));
    for (PodMount.Entries.Kind kind : PodMount.Entries.Kind.values()) {
      executor.list(kind.field() + "AsVolume").forEach(one -> mounts.add(entries(kind, one)));
    }
    SortedMap<String, String> fields = new TreeMap<>();
    for (StrictJson one : executor.list("fieldPathAsEnv")) {
      fields.put(one.field("name").text(), one.field("fieldPath").text());
      one.end();
    }
    StrictJson selector = executor.part("nodeSelector");
    StrictJson metadata = executor.part("podMetadata");
    var nodeLabels = selector.texts("labels");
    var labels = metadata.texts("labels");
    var annotations = metadata.texts("annotations");
    selector.end();
    metadata.end();
    var configMaps = configMaps(executor);
    var tolerations = executor.list("tolerations").stream().map(PodReader::toleration).toList();
    var pull = executor.maybe("imagePullPolicy").map(StrictJson::text);
    var pullSecrets = executor.list("imagePullSecret").stream().map(one -> {
      String name = name(one, "secretName");
      one.end();
      return name;
    }).toList();
    return executor.made(() -> new Pod(mounts, configMaps, fields, nodeLabels, tolerations, labels,
        annotations, pull, pullSecrets));
  }

  /// The name in either of its places.
  ///
  /// @throws io.carbonflow.base.fault.Problem if it comes from elsewhere than a constant
  static String name(StrictJson one, String field) {
    return name(one, field + "Parameter", field);
  }

  private static String name(StrictJson one, String parameter, String former) {
    StrictJson named = one.part(parameter);
    StrictJson runtime = named.part("runtimeValue");
    Optional<StrictJson> plain = one.maybe(former);
    String name = runtime.maybe("constant").or(() -> plain)
        .orElseThrow(() -> one.wrong("names what it takes by no constant")).text();
    runtime.end();
    named.end();
    return name;
  }

  private static PodMount volume(StrictJson one) {
    String claim = name(one, "pvcNameParameter", "constant");
    String path = one.field("mountPath").text();
    String folder = one.maybe("subPath").map(StrictJson::text).orElse("");
    one.end();
    return one.made(() -> new PodMount.Volume(claim, path, folder));
  }

  private static PodMount folder(StrictJson one) {
    String name = one.field("volumeName").text();
    String path = one.field("mountPath").text();
    boolean memory = one.maybe("medium").map(medium ->
        medium.oneOf(List.of("", "Memory"), Function.identity()).equals("Memory")).orElse(false);
    String limit = one.maybe("sizeLimit").map(StrictJson::text).orElse("");
    one.end();
    return one.made(() -> new PodMount.EmptyFolder(name, path, memory, limit));
  }

  private static PodMount entries(PodMount.Entries.Kind kind, StrictJson one) {
    String name = name(one, kind.field() + "Name");
    String path = one.field("mountPath").text();
    boolean optional = one.flag("optional");
    one.end();
    return one.made(() -> new PodMount.Entries(kind, name, path, optional));
  }

  private static SortedMap<String, Pod.ConfigMapKey> configMaps(StrictJson executor) {
    SortedMap<String, Pod.ConfigMapKey> found = new TreeMap<>();
    for (StrictJson one : executor.list("configMapAsEnv")) {
      String name = name(one, "configMapName");
      boolean optional = one.flag("optional");
      for (StrictJson key : one.list("keyToEnv")) {
        found.put(key.field("envVar").text(),
            new Pod.ConfigMapKey(name, key.field("configMapKey").text(), optional));
        key.end();
      }
      one.end();
    }
    return found;
  }

  private static Pod.Toleration toleration(StrictJson one) {
    String key = one.maybe("key").map(StrictJson::text).orElse("");
    String operator = one.maybe("operator").map(StrictJson::text).orElse("Equal");
    String value = one.maybe("value").map(StrictJson::text).orElse("");
    String effect = one.maybe("effect").map(StrictJson::text).orElse("");
    one.end();
    return one.made(() -> new Pod.Toleration(key, operator, value, effect));
  }
}
