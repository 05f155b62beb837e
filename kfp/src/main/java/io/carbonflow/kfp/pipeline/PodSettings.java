// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.pipeline;

import module java.base;
import io.carbonflow.kfp.ir.Pod;
import io.carbonflow.kfp.ir.PodMount;

/// What is said of a task's pod: kfp-kubernetes' functions, each with the name of its own here. All
/// throw [IllegalArgumentException] for what Kubernetes would refuse.
///
/// @param pod what has been said
public record PodSettings(Pod pod) {

  /// And a volume that is there already, by its claim (`mount_pvc`).
  public PodSettings volume(String claim, String path) {
    return volume(claim, path, "");
  }

  /// And a folder of a volume that is there already, by its claim (`mount_pvc`).
  public PodSettings volume(String claim, String path, String folder) {
    return mount(new PodMount.Volume(claim, path, folder));
  }

  /// And a folder on the node's disk that is gone with the pod (`empty_dir_mount`).
  ///
  /// @param limit the most that it holds, such as `1Gi`
  public PodSettings scratch(String name, String path, String limit) {
    return mount(new PodMount.EmptyFolder(name, path, false, limit));
  }

  /// And a folder in memory that is gone with the pod (`empty_dir_mount`); it counts as the task's own.
  ///
  /// @param limit the most that it holds, such as `1Gi`
  public PodSettings memory(String name, String path, String limit) {
    return mount(new PodMount.EmptyFolder(name, path, true, limit));
  }

  /// And a secret, a file for each key (`use_secret_as_volume`).
  public PodSettings secret(String name, String path) {
    return mount(new PodMount.Entries(PodMount.Entries.Kind.SECRET, name, path, false));
  }

  /// And a config map, a file for each key (`use_config_map_as_volume`).
  public PodSettings configMap(String name, String path) {
    return mount(new PodMount.Entries(PodMount.Entries.Kind.CONFIG_MAP, name, path, false));
  }

  private PodSettings mount(PodMount one) {
    return with(add(pod.mounts(), one), pod.configMaps(), pod.fields(), pod.tolerations());
  }

  /// And an environment variable from a config map (`use_config_map_as_env`).
  public PodSettings configMap(String variable, String name, String key) {
    return with(pod.mounts(), put(pod.configMaps(), variable, new Pod.ConfigMapKey(name, key, false)),
        pod.fields(), pod.tolerations());
  }

  /// And an environment variable that holds a field of the pod (`use_field_path_as_env`).
  public PodSettings field(String variable, String path) {
    return with(pod.mounts(), pod.configMaps(), put(pod.fields(), variable, path), pod.tolerations());
  }

  /// And a taint of nodes that it bears (`add_toleration`).
  ///
  /// @param effect `NoSchedule`, `PreferNoSchedule` or `NoExecute`
  public PodSettings tolerates(String key, String value, String effect) {
    return with(pod.mounts(), pod.configMaps(), pod.fields(),
        add(pod.tolerations(), new Pod.Toleration(key, "Equal", value, effect)));
  }

  /// And nodes that have a label (`add_node_selector`).
  public PodSettings node(String label, String value) {
    return with(put(pod.nodeLabels(), label, value), pod.labels(), pod.annotations());
  }

  /// And a label (`add_pod_label`).
  public PodSettings label(String name, String value) {
    return with(pod.nodeLabels(), put(pod.labels(), name, value), pod.annotations());
  }

  /// And an annotation (`add_pod_annotation`).
  public PodSettings annotation(String name, String value) {
    return with(pod.nodeLabels(), pod.labels(), put(pod.annotations(), name, value));
  }

  /// And when its image is pulled (`set_image_pull_policy`).
  ///
  /// @param policy `Always`, `IfNotPresent` or `Never`
  public PodSettings pull(String policy) {
    return with(Optional.of(policy), pod.pullSecrets());
  }

  /// And a secret with which its image is pulled (`set_image_pull_secrets`).
  public PodSettings pullSecret(String name) {
    return with(pod.pull(), add(pod.pullSecrets(), name));
  }

  private PodSettings with(List<PodMount> mounts, SortedMap<String, Pod.ConfigMapKey> configMaps,
      SortedMap<String, String> fields, List<Pod.Toleration> tolerations) {
    return new PodSettings(new Pod(mounts, configMaps, fields, pod.nodeLabels(), tolerations,
        pod.labels(), pod.annotations(), pod.pull(), pod.pullSecrets()));
  }

  private PodSettings with(SortedMap<String, String> nodeLabels, SortedMap<String, String> labels,
      SortedMap<String, String> annotations) {
    return new PodSettings(new Pod(pod.mounts(), pod.configMaps(), pod.fields(), nodeLabels,
        pod.tolerations(), labels, annotations, pod.pull(), pod.pullSecrets()));
  }

  private PodSettings with(Optional<String> pull, List<String> pullSecrets) {
    return new PodSettings(new Pod(pod.mounts(), pod.configMaps(), pod.fields(), pod.nodeLabels(),
        pod.tolerations(), pod.labels(), pod.annotations(), pull, pullSecrets));
  }

  private static <T> List<T> add(List<T> all, T one) {
    return Stream.concat(all.stream(), Stream.of(one)).toList();
  }

  private static <T> SortedMap<String, T> put(SortedMap<String, T> all, String name, T value) {
    SortedMap<String, T> more = new TreeMap<>(all);
    more.put(name, value);
    return more;
  }
}
