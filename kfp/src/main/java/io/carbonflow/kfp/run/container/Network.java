// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run.container;

import module java.base;

/// The network of a container: none, unless something that its task is given lies elsewhere.
///
/// @param name what the engine is given; empty for the engine's own choice
record Network(Optional<String> name) {
  /// No network at all.
  static final Network NONE = new Network(Optional.of("none"));
  private static final Network USUAL = new Network(Optional.empty());
  private static final Network HOST = new Network(Optional.of("host"));
  /// Where the AWS SDK looks for servers other than Amazon's.
  private static final String ENDPOINT = "AWS_ENDPOINT_URL";
  private static final String LOOPBACK = "localhost|127[.].*|\\[::1\\]";

  /// What a task needs: nothing if no text it is given is a URI such as `s3:` or `https:`; the
  /// machine's own network if a server is on this machine, as a container's localhost is another.
  ///
  /// @param parameters the values of the task's parameters
  /// @param environment the caller's variables
  static Network of(Collection<?> parameters, Map<String, String> environment) {
    List<URI> remote = PathLikeParameters.in(parameters).flatMap(text -> PathLikeParameters.remote(text).stream()).toList();
    if (remote.isEmpty()) {
      return NONE;
    }
    Stream<URI> endpoints = environment.entrySet().stream()
        .filter(variable -> variable.getKey().startsWith(ENDPOINT))
        .flatMap(variable -> PathLikeParameters.remote(variable.getValue()).stream());
    return Stream.concat(remote.stream(), endpoints).anyMatch(
        uri -> uri.getHost() != null && uri.getHost().matches(LOOPBACK)) ? HOST : USUAL;
  }

  /// Whether nothing can be reached.
  boolean none() {
    return equals(NONE);
  }
}
