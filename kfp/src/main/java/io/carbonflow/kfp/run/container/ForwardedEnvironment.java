// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run.container;

import module java.base;

/// What a container that can reach something takes over from the caller's environment: how S3 is
/// reached and who the caller is there, and which certificates are trusted.
///
/// @param names the variables
/// @param files the files that some of them name
record ForwardedEnvironment(List<String> names, List<Path> files) {
  /// For a container that can reach nothing.
  static final ForwardedEnvironment NOTHING = new ForwardedEnvironment(List.of(), List.of());
  private static final String NAMES = "AWS_.*|SSL_CERT_FILE";
  private static final String FILES = ".*_(FILE|BUNDLE)";

  /// What there is of it in an environment.
  static ForwardedEnvironment of(Map<String, String> environment) {
    List<String> names = environment.keySet().stream()
        .filter(name -> name.matches(NAMES)).sorted().toList();
    return new ForwardedEnvironment(names, names.stream()
        .filter(name -> name.matches(FILES) && !environment.get(name).isBlank())
        .map(name -> Path.of(environment.get(name))).toList());
  }
}
