// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.ir;

import static io.carbonflow.kfp.ir.SpecWriter.mapping;

import module java.base;

/// Turns [Pod] into fields of `KubernetesExecutorConfig`, in the forms that kfp-kubernetes 2.17 writes.
final class PodWriter {
  private PodWriter() {}

  /// The fields; what is not said of the pod is left out.
  static Map<String, Object> write(Pod pod) {
    return mapping(
        "configMapAsEnv", configMaps(pod.configMaps()),
        "configMapAsVolume", entries(pod, PodMount.Entries.Kind.CONFIG_MAP),
        "emptyDirMounts", each(pod, PodMount.EmptyFolder.class, PodWriter::folder),
        "fieldPathAsEnv", pod.fields().entrySet().stream()
            .map(one -> mapping("name", one.getKey(), "fieldPath", one.getValue())).toList(),
        "imagePullPolicy", pod.pull().orElse(""),
        "imagePullSecret", pod.pullSecrets().stream().map(name -> named("secretName", name)).toList(),
        "nodeSelector", mapping("labels", pod.nodeLabels()),
        "podMetadata", mapping("annotations", pod.annotations(), "labels", pod.labels()),
        "pvcMount", each(pod, PodMount.Volume.class, PodWriter::volume),
        "secretAsVolume", entries(pod, PodMount.Entries.Kind.SECRET),
        "tolerations", pod.tolerations().stream().map(one -> mapping("key", one.key(),
            "operator", one.operator(), "value", one.value(), "effect", one.effect())).toList());
  }

  /// A name in the two places that Kubeflow's backends look for it in.
  private static Map<String, Object> named(String field, String name) {
    Map<String, Object> fields = parameter(field + "Parameter", name);
    fields.put(field, name);
    return fields;
  }

  private static Map<String, Object> parameter(String field, String name) {
    return mapping(field, mapping("runtimeValue", mapping("constant", name)));
  }

  private static <M extends PodMount> List<Map<String, Object>> each(
      Pod pod, Class<M> kind, Function<M, Map<String, Object>> write) {
    return pod.mounts().stream().filter(kind::isInstance).map(kind::cast).map(write).toList();
  }

  private static List<Map<String, Object>> entries(Pod pod, PodMount.Entries.Kind kind) {
    return each(pod, PodMount.Entries.class, mount -> {
      Map<String, Object> fields = named(kind.field() + "Name", mount.name());
      fields.put("mountPath", mount.path());
      fields.put("optional", mount.optional());
      return mount.kind() == kind ? fields : Map.<String, Object>of();
    }).stream().filter(fields -> !fields.isEmpty()).toList();
  }

  private static Map<String, Object> folder(PodMount.EmptyFolder folder) {
    return mapping("volumeName", folder.name(), "mountPath", folder.path(),
        "medium", folder.memory() ? "Memory" : "", "sizeLimit", folder.limit());
  }

  private static Map<String, Object> volume(PodMount.Volume volume) {
    Map<String, Object> fields = parameter("pvcNameParameter", volume.claim());
    fields.putAll(mapping("constant", volume.claim(), "mountPath", volume.path(),
        "subPath", volume.subPath()));
    return fields;
  }

  private static List<Map<String, Object>> configMaps(SortedMap<String, Pod.ConfigMapKey> all) {
    Map<String, Map<String, Pod.ConfigMapKey>> byName = new TreeMap<>();
    all.forEach((variable, entry) -> byName
        .computeIfAbsent(entry.name() + " " + entry.optional(), _ -> new TreeMap<>())
        .put(variable, entry));
    return byName.values().stream().map(group -> {
      Pod.ConfigMapKey first = group.values().iterator().next();
      Map<String, Object> fields = named("configMapName", first.name());
      fields.put("optional", first.optional());
      fields.put("keyToEnv", group.entrySet().stream().map(one -> mapping(
          "envVar", one.getKey(), "configMapKey", one.getValue().key())).toList());
      return fields;
    }).toList();
  }
}
