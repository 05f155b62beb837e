// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.ir;

import module java.base;

/// What only Kubernetes knows of a task's pod beside its secrets and deadline: messages of
/// kubernetes_executor_config.proto. Everything is named by constants.
///
/// @param mounts what is mounted, in order
/// @param configMaps environment variables that the cluster takes from config maps, by their names
/// @param fields environment variables that hold a field of the pod, such as `metadata.name`
/// @param nodeLabels what the labels of its node have to be
/// @param tolerations the taints of nodes that it bears
/// @param labels its labels
/// @param annotations its annotations
/// @param pull when its image is pulled: `Always`, `IfNotPresent` or `Never`; empty for the cluster's
///     choice
/// @param pullSecrets the secrets with which it is pulled
public record Pod(
    List<PodMount> mounts,
    SortedMap<String, ConfigMapKey> configMaps,
    SortedMap<String, String> fields,
    SortedMap<String, String> nodeLabels,
    List<Toleration> tolerations,
    SortedMap<String, String> labels,
    SortedMap<String, String> annotations,
    Optional<String> pull,
    List<String> pullSecrets) {
  /// A pod of which nothing is said.
  public static final Pod PLAIN = new Pod(List.of(), Collections.emptySortedMap(),
      Collections.emptySortedMap(), Collections.emptySortedMap(), List.of(),
      Collections.emptySortedMap(), Collections.emptySortedMap(), Optional.empty(), List.of());
  private static final List<String> PULLS = List.of("Always", "IfNotPresent", "Never");

  /// Copies everything.
  ///
  /// @throws IllegalArgumentException if two things are mounted at one place, or an image cannot be
  ///     pulled so
  public Pod {
    mounts = List.copyOf(mounts);
    configMaps = Collections.unmodifiableSortedMap(new TreeMap<>(configMaps));
    fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    nodeLabels = Collections.unmodifiableSortedMap(new TreeMap<>(nodeLabels));
    tolerations = List.copyOf(tolerations);
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    annotations = Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
    pullSecrets = List.copyOf(pullSecrets);
    Set<String> places = new HashSet<>();
    mounts.stream().map(PodMount::path).filter(path -> !places.add(path)).findFirst().ifPresent(path -> {
      throw new IllegalArgumentException("two things are mounted at " + path);
    });
    pull.filter(policy -> !PULLS.contains(policy)).ifPresent(policy -> {
      throw new IllegalArgumentException(
          "'" + policy + "' is not one of " + String.join(", ", PULLS));
    });
  }

  /// An entry of a config map.
  ///
  /// @param name the config map's name
  /// @param key the key in it
  /// @param optional whether a container starts where there is none
  public record ConfigMapKey(String name, String key, boolean optional) {}

  /// A taint of nodes that is borne.
  ///
  /// @param key the taint's key; empty for all
  /// @param operator `Equal` or `Exists`
  /// @param value the taint's value; empty with `Exists`
  /// @param effect `NoSchedule`, `PreferNoSchedule` or `NoExecute`; empty for all
  public record Toleration(String key, String operator, String value, String effect) {
    /// Checks the words.
    ///
    /// @throws IllegalArgumentException if Kubernetes does not know one, or a value cannot be there
    public Toleration {
      if (!List.of("Equal", "Exists").contains(operator)
          || !List.of("", "NoSchedule", "PreferNoSchedule", "NoExecute").contains(effect)
          || operator.equals("Exists") != value.isEmpty()) {
        throw new IllegalArgumentException("a toleration of '" + key + "' " + operator + " '" + value
            + "' with effect '" + effect + "' is not one that Kubernetes knows");
      }
    }
  }
}
