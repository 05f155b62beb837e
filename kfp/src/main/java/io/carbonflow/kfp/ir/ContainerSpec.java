// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.ir;

import module java.base;

/// The container of an executor. Command, arguments and values of the environment may hold
/// placeholders.
///
/// @param image the image's reference
/// @param command the program and its first arguments
/// @param args the further arguments
/// @param env environment variables
/// @param secrets environment variables that the cluster takes from secrets, by their names
/// @param resources what it asks of the cluster
/// @param deadline how long it may run on a cluster, in whole seconds; empty for as long as it takes
/// @param pod what else its pod is to be
public record ContainerSpec(
    String image,
    List<String> command,
    List<String> args,
    SortedMap<String, String> env,
    SortedMap<String, SecretAsEnv> secrets,
    Resources resources,
    Optional<Duration> deadline,
    Pod pod) {

  /// Copies the lists.
  public ContainerSpec {
    command = List.copyOf(command);
    args = List.copyOf(args);
  }

  /// A container of whose pod nothing else is said.
  public ContainerSpec(String image, List<String> command, List<String> args,
      SortedMap<String, String> env, SortedMap<String, SecretAsEnv> secrets, Resources resources,
      Optional<Duration> deadline) {
    this(image, command, args, env, secrets, resources, deadline, Pod.PLAIN);
  }

  /// An entry of a Kubernetes secret. Only its name is known here, never its value.
  ///
  /// @param name the secret's name
  /// @param key the key in it
  /// @param optional whether a container starts where there is none
  public record SecretAsEnv(String name, String key, boolean optional) {}

  /// This container with its placeholders replaced.
  ///
  /// @param words the words of the command
  /// @param arguments the further arguments
  public ContainerSpec resolved(List<String> words, List<String> arguments) {
    return new ContainerSpec(image, words, arguments, env, secrets, resources, deadline, pod);
  }
}
